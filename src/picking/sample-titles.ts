import type { Proposal } from "./propose-results.ts";
import { readableText } from "./readable-text.ts";

/** As many as are needed to tell results from anything else. */
const sampleSize = 3;

/** The first titles that a proposal would give its results; "" for a result without one. */
export const sampleTitles = ({ results }: Proposal): readonly string[] =>
  results
    .slice(0, sampleSize)
    .map(({ title, titleText }) => titleText?.trim() ?? (title === null ? "" : readableText(title)));
