import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { offerResultLines } from "@/painting/offered-lines.ts";
import { insertLine, isLine, noticePlaceOf, placeOf } from "@/painting/result-line.ts";

export default defineUnlistedScript(() => offerResultLines({ insertLine, isLine, noticePlaceOf, placeOf }));
