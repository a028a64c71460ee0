import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordOptions } from "@/model/keyword-list.ts";

import type { ImportedList, ImportedParts, LineIssue, StepwiseReading } from "./imported-lists.ts";
import { inSteps } from "./in-steps.ts";
import { filledText, isFields, objectsIn } from "./json-fields.ts";
import type { Fields } from "./json-fields.ts";
import { literalLine, onOneLine, regexLine } from "./keyword-line.ts";

const optionsOf = (mode: Fields): KeywordOptions => ({
  ...defaultKeywordOptions,
  caseSensitive: mode["case"] === true,
  wholeWord: mode["whole"] === true,
  diacriticsSensitive: mode["diacritics"] === true,
  wordForms: mode["stem"] === true ? "en" : "none",
});

const lineOf = (phrase: string, mode: Fields): string | null =>
  mode["regex"] === true ? regexLine(phrase, mode["case"] === true ? "" : "i") : literalLine(onOneLine(phrase));

/** Its terms each have their own way of being compared, Winnow's lists one for all: a list for each way comes of it. */
function* readList(
  list: Fields,
  report: (text: string, code: string) => void,
): StepwiseReading<readonly ImportedList[]> {
  const name = filledText(list["name"]);
  const byOptions = new Map<string, { readonly options: KeywordOptions; readonly lines: string[] }>();
  yield* inSteps(objectsIn(list["terms"]), (term) => {
    const phrase = filledText(term["phrase"]);
    if (phrase === null) return;
    const mode = isFields(term["matchMode"]) ? term["matchMode"] : {};
    const line = lineOf(phrase, mode);
    if (line === null) {
      report(phrase, "import-bad-keyword");
      return;
    }
    if (mode["regex"] !== true && onOneLine(phrase) !== phrase) report(phrase, "import-line-break");
    const options = optionsOf(mode);
    const key = JSON.stringify(options);
    const group = byOptions.get(key) ?? { options, lines: [] };
    group.lines.push(line);
    byOptions.set(key, group);
  });
  if (objectsIn(list["urlFilter"]).length > 0) report(name ?? "", "import-sites-of-list");
  return [...byOptions.values()].map((group, index) => ({
    name: name === null || index === 0 ? name : `${name} ${String(index + 1)}`,
    color: null,
    enabled: true,
    ...group,
  }));
}

/** Where a file of it may keep its lists. */
export const markMySearchLists = (json: unknown): readonly Fields[] => {
  const options = isFields(json) && isFields(json["termListOptions"]) ? json["termListOptions"] : json;
  const lists = isFields(options) && "termLists" in options ? options["termLists"] : options;
  return (isFields(lists) ? [lists] : objectsIn(lists)).filter((list) => Array.isArray(list["terms"]));
};

/** Reads lists of Mark My Search: one, several, or all of its settings. */
export function* readMarkMySearch(json: unknown): StepwiseReading<ImportedParts> {
  const notUnderstood: LineIssue[] = [];
  const simplified: LineIssue[] = [];
  const report = (text: string, code: string): void => {
    const issues = code === "import-bad-keyword" ? notUnderstood : simplified;
    issues.push({ line: 0, text, problem: { code, args: [] } });
  };
  const lists: ImportedList[] = [];
  for (const list of markMySearchLists(json)) lists.push(...(yield* readList(list, report)));
  return { lists, notUnderstood, simplified };
}
