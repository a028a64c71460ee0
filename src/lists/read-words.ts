import { defaultKeywordOptions } from "@/model/keyword-list.ts";

import type { ImportedList, ImportedParts, StepwiseReading } from "./imported-lists.ts";
import { splitLines } from "./read-rule-lines.ts";
import { wordsSideBySide } from "./words-side-by-side.ts";

/** What stands above each list that Winnow wrote as plain words: a comment for others, and a name here. */
const head = "# Winnow:";

/** The line above a list that is written as plain words. */
export const wordsHead = (name: string): string => `${head} ${name.replaceAll(/\s+/gu, " ").trim()}`.trimEnd();

/** Whether lines are lists that were written here, whatever else the keywords look like. */
export const areOwnWords = (lines: readonly string[]): boolean =>
  lines.find((line) => line.trim() !== "")?.startsWith(head) === true;

/** A comment as other tools write it, which here would be a keyword. */
const theirComment = /^!(?=\s|$)/u;

/** A text of one line may hold all words side by side. */
const wordsOf = (lines: readonly string[]): readonly string[] => {
  const [first, ...others] = lines.filter((line) => line.trim() !== "");
  const words = first !== undefined && others.length === 0 ? wordsSideBySide(first) : lines;
  return words.map((line) => line.replace(theirComment, "#"));
};

const listOf = (name: string | null, lines: readonly string[]): ImportedList => ({
  name,
  lines,
  color: null,
  enabled: true,
  options: defaultKeywordOptions,
});

/** The lists that stand one below the other, each under its head, with a blank line between them. */
const ownLists = (lines: readonly string[]): readonly ImportedList[] => {
  const heads = [...lines.keys()].filter((index) => lines[index]?.startsWith(head));
  return heads.map((start, place) => {
    const next = heads[place + 1];
    const own = lines.slice(start + 1, next);
    if (next !== undefined && own.at(-1)?.trim() === "") own.pop();
    return listOf(lines[start]?.slice(head.length).trim() ?? "", own);
  });
};

/**
 * Reads a list of keywords, or several of Winnow's own: the lines as they are, because they are written as here, but
 * for comments as others write them.
 */
// oxlint-disable-next-line require-yield -- All readers are read in steps; this one is done in one.
export function* readWords(text: string): StepwiseReading<ImportedParts> {
  const lines = splitLines(text.trimEnd());
  return { lists: areOwnWords(lines) ? ownLists(lines) : [listOf(null, wordsOf(lines))] };
}
