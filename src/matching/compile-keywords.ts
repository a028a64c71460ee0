import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { LineProblem } from "@/model/problem.ts";
import { fieldNames, textFieldNames } from "@/model/result.ts";
import type { FieldName } from "@/model/result.ts";
import { atOnce } from "@/model/steps.ts";
import type { Steps } from "@/model/steps.ts";

import type { EntryList } from "./hit-collector.ts";
import { KeywordSearches } from "./keyword-searches.ts";
import type { Matcher } from "./matcher.ts";
import { longestKeyword, parseKeyword } from "./parse-keyword.ts";

const bitOf = (field: FieldName): number => 1 << fieldNames.indexOf(field);
const textFields = textFieldNames.reduce((bits, field) => bits | bitOf(field), 0);

/**
 * So many lines of plain words are read in one step, about a millisecond's work; other lines are steps of their own.
 */
const linesPerStep = 500;

/**
 * Makes the enabled lists ready for searching. Lines that cannot be read become problems and are skipped. `now` tells
 * the time in milliseconds; it is asked only where there are regular expressions.
 */
export const compileKeywords = (lists: readonly KeywordList[], now: () => number = Date.now): Matcher =>
  atOnce(compileKeywordsInSteps(lists, now));

/** The same in steps, between which others may have their turn. */
export function* compileKeywordsInSteps(lists: readonly KeywordList[], now: () => number = Date.now): Steps<Matcher> {
  const problems: LineProblem[] = [];
  const searches = new KeywordSearches(problems, now);
  let firstOrder = 0;
  for (const [number, { id, enabled, lines, options: given }] of lists.entries()) {
    if (!enabled) continue;
    const options = { ...defaultKeywordOptions, ...given };
    const { wholeWord, segmentWords } = options;
    const from: EntryList = { id, number, firstOrder, fields: textFields, wholeWord, segmentWords };
    firstOrder += lines.length;
    const searchForPlain = searches.plainSearchFor(options);
    for (let before = 0; before < lines.length; before += linesPerStep) {
      const some = lines.slice(before, before + linesPerStep);
      const plainSearch = some.some(({ length }) => length > longestKeyword) ? null : searchForPlain;
      for (let index = 0; index < some.length; index++) {
        if (plainSearch !== null) index = plainSearch.addPlainly(some, index, before, from);
        if (index === some.length) break;
        const line = before + index;
        const parsed = parseKeyword(some[index]!);
        // Regular expressions take their time, those that are refused, too.
        yield;
        if (parsed.kind === "problem") problems.push({ ...parsed.problem, list: id, line });
        if (parsed.kind !== "keyword") continue;
        const { field } = parsed.keyword;
        const fields = field === null ? textFields : bitOf(field);
        const added = searches.add(parsed.keyword, options, { order: from.firstOrder + line, from, line, fields });
        if (!added) problems.push({ code: "keyword-empty", args: [], column: 1, list: id, line });
      }
      yield;
    }
  }
  yield* searches.build();
  return {
    problems,
    findHits: (fields) => searches.find(fields),
    findFirsts: (fields) => searches.find(fields, true),
  };
}
