import type { findListingsInSteps } from "./detector/find-listings.ts";

type Detector = typeof findListingsInSteps;

/** The script that brings the detector and the one that uses it share their global object, but no modules. */
const detectorKey = Symbol.for("winnow.detector");
const holder = globalThis as { [detectorKey]?: Detector };

/**
 * Gives a page what finds listings without a recipe. Pages that a recipe is for load it only where none finds any;
 * sites that the user granted have it from the start, for hardly any of them has a recipe.
 */
export const offerDetector = (detector: Detector): void => {
  holder[detectorKey] = detector;
};

/** What finds listings without a recipe, or null where it was not brought yet. */
export const offeredDetector = (): Detector | null => holder[detectorKey] ?? null;
