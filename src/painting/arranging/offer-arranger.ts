import { offeredPart } from "@/model/offered-part.ts";

import type { Arranger } from "./arranger.ts";

type CreateArranger = (onOverruled: () => void) => Arranger;

const part = offeredPart<CreateArranger>("arranger");

/** Makes the arranger known to the content script, which does without its weight until results change places. */
export const offerArranger = part.offer;

/** How arrangers are made; null where that was not offered yet. */
export const offeredArranger = part.offered;
