import { fieldNames } from "@/model/result.ts";

import type { Keyword, ParsedLine, Pattern } from "./keyword.ts";

const fieldPrefix = new RegExp(`^(${fieldNames.join("|")}):\\s*`, "iu");
const onlyWildcards = /^[*?\s]*$/u;
/** Flags that change which texts match. `g` and `y` say how a program goes on searching, and `v` another grammar. */
const knownFlags = /^(?!.*(.).*\1)[gimsu]*$/u;

const problem = (code: string, column: number, ...args: readonly string[]): ParsedLine => ({
  kind: "problem",
  problem: { code, args, column },
});

const readRegex = (text: string, column: number): Pattern | ParsedLine => {
  const close = text.lastIndexOf("/");
  if (close === 0) return problem("regex-unclosed", column);
  const source = text.slice(1, close);
  const flags = text.slice(close + 1);
  if (!knownFlags.test(flags)) return problem("regex-flags", column + close + 1, flags);
  if (source === "") return problem("keyword-empty", column);
  const usedFlags = flags.replace("g", "");
  try {
    void new RegExp(source, usedFlags);
  } catch (error) {
    return problem("regex-invalid", column, error instanceof Error ? error.message : String(error));
  }
  return { kind: "regex", source, flags: usedFlags };
};

/**
 * Reads one line of a keyword list, by the grammar in README.md. Never throws; what cannot be read is a problem with
 * the column, from 1, it was found at.
 */
export const parseKeyword = (line: string): ParsedLine => {
  const text = line.trim();
  if (text === "") return { kind: "blank" };
  if (text.startsWith("#")) return { kind: "comment" };
  const prefix = text.includes(":") ? fieldPrefix.exec(text) : null;
  const field = fieldNames.find((name) => name === prefix?.[1]?.toLowerCase()) ?? null;
  const body = prefix === null ? text : text.slice(prefix[0].length);
  const column = line.length - line.trimStart().length + text.length - body.length + 1;
  if (body === "") return problem("keyword-empty", column);
  const pattern = readPattern(body, column);
  return pattern.kind === "problem" ||
    pattern.kind === "blank" ||
    pattern.kind === "comment" ||
    pattern.kind === "keyword"
    ? pattern
    : { kind: "keyword", keyword: { field, pattern } satisfies Keyword };
};

const readPattern = (body: string, column: number): Pattern | ParsedLine => {
  if (body.startsWith("/")) return readRegex(body, column);
  if (body.startsWith('"')) {
    if (body.length < 2 || !body.endsWith('"')) return problem("quote-unclosed", column);
    const text = body.slice(1, -1);
    return text.trim() === "" ? problem("keyword-empty", column) : { kind: "literal", text };
  }
  if (!body.includes("*") && !body.includes("?")) return { kind: "literal", text: body };
  return onlyWildcards.test(body) ? problem("keyword-only-wildcards", column) : { kind: "wildcard", text: body };
};
