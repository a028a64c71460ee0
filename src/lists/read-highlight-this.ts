import { defaultKeywordOptions } from "@/model/keyword-list.ts";

import type { ImportedList, ImportedParts, LineIssue, StepwiseReading } from "./imported-lists.ts";
import { inSteps } from "./in-steps.ts";
import { filledText, firstOf, isFields, textsIn } from "./json-fields.ts";
import type { Fields } from "./json-fields.ts";
import { onOneLine, regexLine, wildcardLine } from "./keyword-line.ts";
import { nearestColor } from "./nearest-color.ts";

/** Older versions wrote every name with a capital letter. */
const read = (fields: Fields, name: string): unknown =>
  firstOf(fields, name, name.charAt(0).toUpperCase() + name.slice(1));

/** Older versions kept words as the names of an object. */
const wordsOf = (group: Fields): readonly string[] => {
  const words = read(group, "words");
  return isFields(words) && !Object.values(words).some((word) => typeof word === "string")
    ? Object.keys(words)
    : textsIn(words);
};

function* readGroup(group: Fields, report: (text: string, code: string) => void): StepwiseReading<ImportedList> {
  const name = filledText(read(group, "name"));
  const caseSensitive = read(group, "caseSensitive") === true;
  const tokens = read(group, "regexTokens") === true;
  const lines: string[] = [];
  yield* inSteps(wordsOf(group), (typed) => {
    const word = typed.trim();
    if (word === "") return;
    const line = tokens ? regexLine(word, caseSensitive ? "" : "i") : wildcardLine(onOneLine(word));
    if (line === null) {
      report(word, "import-bad-keyword");
      return;
    }
    lines.push(line);
    if (!tokens && onOneLine(word) !== word) report(word, "import-line-break");
  });
  for (const key of ["showOn", "dontShowOn"]) {
    if (textsIn(read(group, key)).length > 0) report(name ?? "", "import-sites-of-list");
  }
  if (read(group, "type") === "remote") report(name ?? "", "import-remote-words");
  return {
    name,
    lines,
    color: nearestColor(filledText(read(group, "color")) ?? ""),
    enabled: read(group, "enabled") !== false,
    options: { ...defaultKeywordOptions, caseSensitive, wholeWord: read(group, "findWords") === true },
  };
}

/** Reads a backup of Highlight This: groups of words, each with a colour. */
export function* readHighlightThis(json: unknown): StepwiseReading<ImportedParts> {
  const groups = isFields(json) ? read(json, "groups") : undefined;
  const notUnderstood: LineIssue[] = [];
  const simplified: LineIssue[] = [];
  const report = (text: string, code: string): void => {
    const issues = code === "import-bad-keyword" ? notUnderstood : simplified;
    issues.push({ line: 0, text, problem: { code, args: [] } });
  };
  const lists: ImportedList[] = [];
  for (const group of isFields(groups) ? Object.values(groups) : []) {
    if (isFields(group)) lists.push(yield* readGroup(group, report));
  }
  return { lists, notUnderstood, simplified };
}
