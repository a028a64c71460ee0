import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { offerScrollMarkers } from "@/painting/offered-markers.ts";
import { createScrollMarkers } from "@/painting/scroll-markers.ts";

export default defineUnlistedScript(() => offerScrollMarkers(createScrollMarkers));
