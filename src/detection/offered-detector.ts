import { offeredPart } from "@/model/offered-part.ts";

import type { findListingsInSteps } from "./detector/find-listings.ts";

const part = offeredPart<typeof findListingsInSteps>("detector");

/**
 * Gives a page what finds listings without a recipe. Pages that a recipe is for load it only where none finds any;
 * sites that the user granted have it from the start, for hardly any of them has a recipe.
 */
export const offerDetector = part.offer;

/** What finds listings without a recipe, or null where it was not brought yet. */
export const offeredDetector = part.offered;
