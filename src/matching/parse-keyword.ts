import type { Problem } from "@/model/problem.ts";
import { fieldNames } from "@/model/result.ts";
import { characterKind, isDiacritic } from "@/text/character-kind.ts";

import type { Keyword, ParsedLine, Pattern } from "./keyword.ts";
import { regexEngine } from "./regex-engine.ts";

/** Characters: nobody looks for more at once, and thousands of such keywords would take longer than a reader waits. */
export const longestKeyword = 1000;

const fieldPrefix = new RegExp(`^(${fieldNames.join("|")}):\\s*`, "iu");
/**
 * `g` changes nothing here and is a habit of many; `y` and `d` say how a program goes on, and `v` is another grammar.
 */
const knownFlags = /^[gimsu]*$/u;

/**
 * Reads one line of a keyword list, by the grammar in README.md. Never throws; what cannot be read is a problem with
 * the column, from 1, it was found at.
 */
export const parseKeyword = (line: string): ParsedLine => {
  const text = line.trim();
  if (text === "") return { kind: "blank" };
  if (text.startsWith("#")) return { kind: "comment" };
  const prefix = text.includes(":") ? fieldPrefix.exec(text) : null;
  const field = prefix === null ? null : (fieldNames.find((name) => name === prefix[1]?.toLowerCase()) ?? null);
  const body = prefix === null ? text : text.slice(prefix[0].length);
  const pattern = readPattern(body);
  if (!("code" in pattern)) return { kind: "keyword", keyword: { field, pattern } satisfies Keyword };
  const column = line.indexOf(text) + text.length - body.length + (pattern.column ?? 1);
  return { kind: "problem", problem: { ...pattern, column } };
};

/** Columns of problems are those of the body, from 1. */
const readPattern = (body: string): Pattern | Problem => {
  if (body.startsWith("/")) return readRegex(body);
  if (body.length > longestKeyword) {
    return { code: "keyword-too-long", args: [String(longestKeyword)], column: longestKeyword + 1 };
  }
  if (body.startsWith('"')) {
    if (body.length < 2 || !body.endsWith('"')) return { code: "keyword-quote-open", args: [] };
    const text = body.slice(1, -1);
    return isVisible(text) ? { kind: "literal", text } : { code: "keyword-empty", args: [] };
  }
  if (!body.includes("*") && !body.includes("?")) {
    return isVisible(body) ? { kind: "literal", text: body } : { code: "keyword-empty", args: [] };
  }
  return isVisible(body.replaceAll(/[*?]/gu, ""))
    ? { kind: "wildcard", text: body }
    : { code: "keyword-only-wildcards", args: [] };
};

/** Whether a text holds anything that a reader sees, and that is no mark without a letter. */
const isVisible = (text: string): boolean => {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const kind = characterKind(point);
    if (kind === "letter" || kind === "form" || kind === "surrogate") return true;
    // The vowel of a syllable that is written in parts is a letter, also alone; an accent is not.
    if (kind === "combining" && !isDiacritic(point)) return true;
  }
  return false;
};

const readRegex = (body: string): Pattern | Problem => {
  const close = body.lastIndexOf("/");
  if (close === 0) return { code: "regex-open", args: [] };
  const source = body.slice(1, close);
  const flags = body.slice(close + 1);
  if (!knownFlags.test(flags) || new Set(flags).size < flags.length)
    return { code: "regex-flags", args: [flags], column: close + 2 };
  if (source === "") return { code: "keyword-empty", args: [] };
  const engine = regexEngine();
  // Whoever reads lines shows no problems before the engine is there, and reads them again then.
  if (engine === null) return { code: "regex-unread", args: [] };
  const telling = Array.from(flags.replaceAll("g", "")).toSorted().join("");
  const plan = engine.planRegex(source, telling);
  if (!("code" in plan)) return { kind: "regex", plan, said: `/${source}/${telling}` };
  return { ...plan, column: (plan.column ?? 1) + 1 };
};
