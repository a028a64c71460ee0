import { defaultKeywordOptions } from "@/model/keyword-list.ts";

import type { ImportedParts, StepwiseReading } from "./imported-lists.ts";
import { splitLines } from "./read-rule-lines.ts";

const separators = /[,;，、；]/u;

/** Whether lines are read as one that holds several words side by side. */
export const holdSideBySide = (lines: readonly string[]): boolean => {
  const filled = lines.filter((line) => line.trim() !== "");
  return filled.length === 1 && separators.test(filled[0] ?? "");
};

/** A text of one line may hold all words side by side. */
const wordsOf = (lines: readonly string[]): readonly string[] => {
  if (!holdSideBySide(lines)) return lines;
  return lines
    .join("")
    .split(separators)
    .map((word) => word.trim())
    .filter((word) => word !== "");
};

/** Reads a list of keywords: the lines as they are, because they are written as Winnow's own. */
// oxlint-disable-next-line require-yield -- All readers are read in steps; this one is done in one.
export function* readWords(text: string): StepwiseReading<ImportedParts> {
  const lines = wordsOf(splitLines(text.trimEnd()));
  return { lists: [{ name: null, lines, color: null, enabled: true, options: defaultKeywordOptions }] };
}
