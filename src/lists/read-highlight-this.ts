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

/** A list, under the key that it has among the others. */
type Group = readonly [key: string, group: Fields];

interface Groups {
  readonly entries: readonly Group[];
  /** Whether they are of a version before 21: a list's key was its name. */
  readonly old: boolean;
}

const isOldGroup = (value: unknown): boolean => isFields(value) && Object.hasOwn(value, "Words");

/** The lists of a backup; null where it is none. The oldest backups are nothing but the lists. */
const groupsOf = (json: unknown): Groups | null => {
  if (!isFields(json)) return null;
  const [groups, older] = [firstOf(json, "groups"), firstOf(json, "Groups")];
  const all = Object.values(json);
  const bare = all.length > 0 && all.every(isOldGroup) ? json : undefined;
  const found = [groups, older, bare].find(isFields);
  if (found === undefined) return null;
  return {
    entries: Object.entries(found).filter((entry): entry is [string, Fields] => isFields(entry[1])),
    old: found !== groups,
  };
};

/** Whether a parsed JSON text is a backup of this tool. */
export const isHighlightThis = (json: unknown): boolean => groupsOf(json) !== null;

type Report = (text: string, code: string) => void;

function* readGroup([key, group]: Group, old: boolean, report: Report): StepwiseReading<ImportedList> {
  const name = old ? filledText(key) : filledText(read(group, "name"));
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
  for (const sites of ["showOn", "dontShowOn"]) {
    if (textsIn(read(group, sites)).length > 0) report(name ?? "", "import-sites-of-list");
  }
  if (read(group, "type") === "remote") report(name ?? "", "import-remote-words");
  // Before there was a choice, whole words were found.
  const wholeWord = (read(group, "findWords") ?? old) === true;
  return {
    name,
    lines,
    color: nearestColor(filledText(read(group, "color")) ?? ""),
    enabled: read(group, "enabled") !== false,
    options: { ...defaultKeywordOptions, caseSensitive, wholeWord },
  };
}

/** Reads a backup of Highlight This: groups of words, each with a colour. */
export function* readHighlightThis(json: unknown): StepwiseReading<ImportedParts> {
  const { entries, old } = groupsOf(json) ?? { entries: [], old: false };
  const notUnderstood: LineIssue[] = [];
  const simplified: LineIssue[] = [];
  const report: Report = (text, code) => {
    const issues = code === "import-bad-keyword" ? notUnderstood : simplified;
    issues.push({ line: 0, text, problem: { code, args: [] } });
  };
  const lists: ImportedList[] = [];
  for (const group of entries) lists.push(yield* readGroup(group, old, report));
  const paused = isFields(json) ? json["neverHighlightOn"] : undefined;
  for (const site of Array.isArray(paused) ? textsIn(paused) : []) report(site, "import-paused-site");
  return { lists, notUnderstood, simplified };
}
