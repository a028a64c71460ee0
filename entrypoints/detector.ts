import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { findListingsInSteps } from "@/detection/detector/find-listings.ts";
import { offerDetector } from "@/detection/offered-detector.ts";

export default defineUnlistedScript(() => offerDetector(findListingsInSteps));
