import type {
  ImportedLists,
  ImportedParts,
  ImportFormat,
  RecognizedFormat,
  StepwiseReading,
} from "./imported-lists.ts";
import { readDomains } from "./read-domains.ts";
import { readWords } from "./read-words.ts";
import { recognizeText } from "./recognize-format.ts";
import { readUblacklist } from "./ublacklist/read-ruleset.ts";

export interface ImportOptions {
  /** Names what has no name of its own. */
  readonly fileName?: string;
  /** What the reader says the text is; otherwise its content tells. */
  readonly format?: ImportFormat;
}

/** The longest text that is read, in UTF-16 units: some million lines. */
export const longestImport = 50_000_000;

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

const readers: Readonly<Record<string, (text: string) => StepwiseReading<ImportedParts>>> = {
  ublacklist: (text) => readUblacklist(text),
  hosts: readDomains,
  domains: readDomains,
  words: readWords,
};

const chosen = (name: ImportFormat): RecognizedFormat => ({
  name,
  reason: { code: "chosen", args: [] },
  alternatives: [],
});

/** A file's name without its folder and its kind. */
const stemOf = (fileName: string): string | null =>
  fileName.replace(/^.*[/\\]/u, "").replace(/\.[A-Za-z0-9]{1,8}$/u, "") || null;

/** Does what {@link readImport} does, step by step. */
export function* readImportInSteps(text: string, options: ImportOptions = {}): StepwiseReading<ImportedLists> {
  if (text.length > longestImport) return refused("import-too-large");
  const plain = text.replace(/^\uFEFF/u, "");
  if (plain.trim() === "") return refused("import-empty");
  if (plain.includes("\0")) return refused("import-binary");
  const format = options.format === undefined ? recognizeText(plain) : chosen(options.format);
  yield;
  const read = readers[format.name];
  if (read === undefined) return refused("import-unknown");
  const parts = { ...noParts, ...(yield* read(plain)) };
  const name = options.fileName === undefined ? null : stemOf(options.fileName);
  return {
    ...parts,
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
