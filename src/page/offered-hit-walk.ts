import { offeredPart } from "@/model/offered-part.ts";

import type { createHitWalk } from "./hit-walk.ts";

const part = offeredPart<typeof createHitWalk>("hit-walk");

/** Makes walking known to the content script, which does without its weight until somebody walks. */
export const offerHitWalk = part.offer;

/** Null where it was not offered yet. */
export const offeredHitWalk = part.offered;
