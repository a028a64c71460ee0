import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { createArranger } from "@/painting/arranging/arranger.ts";
import { offerArranger } from "@/painting/arranging/offer-arranger.ts";

export default defineUnlistedScript(() => offerArranger(createArranger));
