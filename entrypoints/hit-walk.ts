import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { createHitWalk } from "@/page/hit-walk.ts";
import { offerHitWalk } from "@/page/offered-hit-walk.ts";

export default defineUnlistedScript(() => offerHitWalk(createHitWalk));
