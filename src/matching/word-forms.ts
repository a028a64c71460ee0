import { offeredPart } from "@/model/offered-part.ts";

import type { WordFormSearch } from "./word-form-search.ts";

const part = offeredPart<typeof WordFormSearch>("word-forms");

/** Makes the search for word forms known to the content script, which does without its weight until a list asks for it. */
export const offerWordForms = part.offer;

/** Null where it was not brought yet. It comes together with the stemmers. */
export const offeredWordForms = part.offered;
