import type { Problem } from "@/model/problem.ts";
import type { UserRecipe } from "@/model/settings.ts";

import { readGoggle } from "./goggles/read-goggle.ts";
import type {
  ImportedLists,
  ImportedParts,
  ImportFormat,
  RecognizedFormat,
  StepwiseReading,
} from "./imported-lists.ts";
import { parseJson } from "./parse-json.ts";
import { readDomains } from "./read-domains.ts";
import { readGossip } from "./read-gossip.ts";
import { readHighlightThis } from "./read-highlight-this.ts";
import { readGoogleHitHider, readSearchHitHiderJson, readSearchHitHiderText } from "./read-hit-hiders.ts";
import { readHohser } from "./read-hohser.ts";
import { readMarkMySearch } from "./read-mark-my-search.ts";
import { leftOut, readRuleLines, splitLines } from "./read-rule-lines.ts";
import { readWords } from "./read-words.ts";
import { readRecipes } from "./recipe-file.ts";
import { recognizeJson } from "./recognize-json.ts";
import { recognizeText } from "./recognize-text.ts";
import { slowExpressions } from "./slow-expressions.ts";
import { readUblacklistBackup } from "./ublacklist/read-backup.ts";
import { readUblacklist } from "./ublacklist/read-ruleset.ts";
import { readWinnow } from "./winnow-file.ts";

export interface ImportOptions {
  /** Names what has no name of its own. */
  readonly fileName?: string;
  /** What the reader says the text is; otherwise its content tells. */
  readonly format?: ImportFormat;
}

/** The longest text that is read, in UTF-16 units: a million lines, five times as much as the longest public lists. */
export const longestImport = 32_000_000;

/** Every tab holds all keywords ready: a list of more is a burden that nobody takes on without being told. */
export const manyKeywords = 10_000;

const noParts: Omit<ImportedLists, "format"> = {
  lists: [],
  rulesets: [],
  recipes: [],
  subscriptions: [],
  settings: null,
  notUnderstood: [],
  simplified: [],
  problems: [],
};

const refused = (code: string): ImportedLists => ({ ...noParts, format: null, problems: [{ code, args: [] }] });

function* readSerpinfo(text: string): StepwiseReading<ImportedParts> {
  const read = yield* readRecipes(text);
  return read.ok ? { recipes: read.recipes, problems: read.problems } : { problems: [read.problem] };
}

/** Where results of one site lead is not Winnow's to change. */
function* readRedirects(text: string): StepwiseReading<ImportedParts> {
  const { notUnderstood } = yield* readRuleLines(splitLines(text), (line) =>
    line.trim() === "" ? {} : leftOut("import-redirect"),
  );
  return { notUnderstood };
}

type Reader = (text: string, json: unknown) => ImportedParts | StepwiseReading<ImportedParts>;

const readers: Readonly<Record<ImportFormat, Reader>> = {
  winnow: (_, json) => readWinnow(json),
  ublacklist: (text) => readUblacklist(text),
  "ublacklist-backup": (_, json) => readUblacklistBackup(json),
  serpinfo: readSerpinfo,
  goggle: readGoggle,
  hohser: (_, json) => readHohser(json),
  "highlight-this": (_, json) => readHighlightThis(json),
  "mark-my-search": (_, json) => readMarkMySearch(json),
  "google-hit-hider": readGoogleHitHider,
  "search-hit-hider": (text, json) =>
    json === undefined ? readSearchHitHiderText(text) : readSearchHitHiderJson(json),
  gossip: readGossip,
  "kagi-redirects": readRedirects,
  hosts: readDomains,
  domains: readDomains,
  words: readWords,
};

/** Whether a text begins as JSON does that holds more than a number or a word. */
const looksLikeJson = (text: string): boolean => /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[["{\]]|$))/u.test(text);

/** What the reader chose among what the text may be; the others can still be chosen instead. */
const chosen = (name: ImportFormat, recognized: RecognizedFormat | null): RecognizedFormat => ({
  name,
  reason: { sign: "chosen", args: [] },
  alternatives: (recognized === null ? [] : [recognized.name, ...recognized.alternatives]).filter(
    (other) => other !== name,
  ),
});

/** A file's name without its folder and its kind. */
const stemOf = (fileName: string): string | null =>
  fileName.replace(/^.*[/\\]/u, "").replace(/\.[A-Za-z0-9]{1,8}$/u, "") || null;

/** Leaves out recipes whose regular expressions could keep a page waiting, and says so. */
const withoutSlowRecipes = (parts: Omit<ImportedLists, "format">): Omit<ImportedLists, "format"> => {
  const problems: Problem[] = [];
  const isQuick = (data: UserRecipe["data"]): boolean => {
    const [slow] = slowExpressions(data);
    if (slow !== undefined) problems.push({ code: "recipe-slow", args: [String(data["name"]), slow] });
    return slow === undefined;
  };
  const recipes = parts.recipes.filter(isQuick);
  const settings = parts.settings && {
    ...parts.settings,
    recipes: parts.settings.recipes.filter(({ data }) => isQuick(data)),
  };
  return problems.length === 0 ? parts : { ...parts, recipes, settings, problems: [...parts.problems, ...problems] };
};

/** Does what {@link readImport} does, step by step. */
export function* readImportInSteps(text: string, options: ImportOptions = {}): StepwiseReading<ImportedLists> {
  if (text.length > longestImport) return refused("import-too-large");
  const plain = text.replace(/^\uFEFF/u, "");
  if (plain.trim() === "") return refused("import-empty");
  if (plain.includes("\0")) return refused("import-binary");
  const isJson = looksLikeJson(plain);
  const json = isJson ? yield* parseJson(plain) : undefined;
  if (json === undefined && options.format === undefined && isJson) return refused("import-broken-json");
  // No list begins with markup; one rule of uBlacklist only looks like it.
  if (options.format === undefined && /^\s*<(?!all_urls>)/u.test(plain)) return refused("import-html");
  yield;
  const recognized = json === undefined ? recognizeText(plain) : recognizeJson(json);
  const format = options.format === undefined ? recognized : chosen(options.format, recognized);
  if (format === null) return refused("import-unknown-json");
  yield;
  const read = readers[format.name](plain, json);
  const parts = withoutSlowRecipes({ ...noParts, ...("next" in read ? yield* read : read) });
  const name = options.fileName === undefined ? null : stemOf(options.fileName);
  const keywords = parts.lists.reduce((most, { lines }) => Math.max(most, lines.length), 0);
  return {
    ...parts,
    problems:
      keywords <= manyKeywords
        ? parts.problems
        : [...parts.problems, { code: "import-many-keywords", args: [String(keywords), String(manyKeywords)] }],
    format,
    lists: parts.lists.map((list) => ({ ...list, name: list.name ?? name })),
    rulesets: parts.rulesets.map((ruleset) => ({ ...ruleset, name: ruleset.name ?? name })),
  };
}

/**
 * Reads a text in any of the formats of `importFormats`, which its content tells. Nothing is thrown: what cannot be
 * read is among `notUnderstood`, by its line, or among `problems`, where it is the whole text.
 */
export const readImport = (text: string, options: ImportOptions = {}): ImportedLists => {
  const steps = readImportInSteps(text, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};
