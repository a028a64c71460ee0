import { offeredPart } from "@/model/offered-part.ts";

import type { insertLine, isLine, noticePlaceOf, placeOf } from "./result-line.ts";

/** The lines that stand in the place of results. */
export interface ResultLines {
  readonly insertLine: typeof insertLine;
  readonly isLine: typeof isLine;
  readonly placeOf: typeof placeOf;
  readonly noticePlaceOf: typeof noticePlaceOf;
}

const part = offeredPart<ResultLines>("result-lines");

/** Makes the lines known to the content script, which does without their weight until something folds or hides. */
export const offerResultLines = part.offer;

/** Null where they were not offered yet. */
export const resultLines = part.offered;
