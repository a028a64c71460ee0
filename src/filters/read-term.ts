import { asciiHost } from "@/matching/ascii-host.ts";
import { parseKeyword } from "@/matching/parse-keyword.ts";
import { facetNames } from "@/model/facet.ts";
import type { FieldName } from "@/model/result.ts";
import { fieldNames } from "@/model/result.ts";

import { ConditionError } from "./condition-error.ts";
import type { Condition } from "./condition.ts";
import { measures, not } from "./condition.ts";
import { readComparator, readComparison } from "./read-comparison.ts";
import { readTurnedComparison } from "./read-turned-comparison.ts";
import type { Scanner } from "./scanner.ts";
import { endsWord, newScanner, peek, skipSpaces, take, wordEnd } from "./scanner.ts";
import { suggestName } from "./suggest-name.ts";
import { termLine } from "./term-line.ts";

const prefixes = [...fieldNames, "list", "has"] as const;
const prefixPattern = /([\p{L}_-]+):/uy;
const comparisonStart = /([\p{L}_]*)\s*(?=[<>=≤≥≠]|![=<>])/uy;
const exactStart = /(url|site)\s*(=|!=|≠)\s*/iuy;
const regexPattern = /\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)(?=[\s()]|$)/uy;
const propertyStart = /(\$?[A-Za-z_][0-9A-Za-z_]*)\s*(=|!=|≠)\s*/uy;
/** A host with wildcards; what no host contains may not stand in it, even within quotes. */
const hostPattern = /^[^/\s()"]*[*?][^/\s()"]*$/u;

/** Whether a plain quote comes that is not escaped. */
const hasPlainQuote = /^(?:[^"\\]|\\.?)*"/su;

/**
 * Reads a quoted text from its opening quote on; in it `\"` stands for a quote and `\\` for a backslash. Titles that are
 * pasted between plain quotes have typographic ones in them, which close only what no plain one does.
 */
const readQuoted = (scanner: Scanner): string => {
  const start = scanner.at;
  const isPlain = scanner.typed.charAt(start) === '"' && hasPlainQuote.test(scanner.typed.slice(start + 1));
  const signs = isPlain ? scanner.typed : scanner.text;
  let text = "";
  for (scanner.at++; scanner.at < scanner.text.length; scanner.at++) {
    const next = scanner.text.charAt(scanner.at + 1);
    if (signs.charAt(scanner.at) === '"') {
      scanner.at++;
      if (text.trim() === "") throw new ConditionError("condition-empty-quotes", [], start);
      return text;
    }
    if (peek(scanner) === "\\" && (next === '"' || next === "\\")) scanner.at++;
    text += scanner.typed.charAt(scanner.at);
  }
  throw new ConditionError("condition-unclosed-quote", [], start);
};

const readWord = (scanner: Scanner): string => {
  const start = scanner.at;
  scanner.at = wordEnd(scanner);
  return scanner.typed.slice(start, scanner.at);
};

/** The text as a condition, if a keyword line can search for it. */
const searchable = (text: Extract<Condition, { kind: "text" }>, start: number): Condition => {
  const parsed = parseKeyword(termLine(text));
  if (parsed.kind === "keyword") return text;
  if (parsed.kind !== "problem") throw new ConditionError("condition-hash-wildcard", [text.text], start);
  throw new ConditionError(parsed.problem.code, parsed.problem.args, start);
};

/** Reads a word, phrase or regular expression that is looked for in one field, or in title and snippet. */
const readText = (scanner: Scanner, field: FieldName | null): Condition => {
  const start = scanner.at;
  if (peek(scanner) === '"')
    return searchable({ kind: "text", form: "phrase", field, text: readQuoted(scanner) }, start);
  if (peek(scanner) !== "/") return searchable({ kind: "text", form: "word", field, text: readWord(scanner) }, start);
  if (!take(scanner, regexPattern)) throw new ConditionError("condition-unclosed-regex", [], start);
  return searchable({ kind: "text", form: "regex", field, text: scanner.typed.slice(start, scanner.at) }, start);
};

const regexText = (condition: Condition): string => (condition.kind === "text" ? condition.text : "");

/** No host and no figure's name holds a comma: it stands where a space should. */
const refuseComma = (typed: string, start: number): void => {
  const comma = newScanner(typed).text.search(/[,;]/u);
  if (comma >= 0) throw new ConditionError("condition-comma", [], start + comma);
};

const readSite = (scanner: Scanner): Condition => {
  const start = scanner.at;
  if (peek(scanner) === "/") return readText(scanner, "site");
  const typed = peek(scanner) === '"' ? readQuoted(scanner) : readWord(scanner);
  refuseComma(typed, start);
  const host = asciiHost(typed);
  if (host !== null) return { kind: "site", host };
  if (hostPattern.test(newScanner(typed).text))
    return searchable({ kind: "text", form: "word", field: "site", text: typed }, start);
  throw new ConditionError("condition-bad-site", [typed], start);
};

/** Reads the address that follows `url=`, or the host that follows `site=`. */
const readExactly = (scanner: Scanner, name: "url" | "site", comparator: "=" | "!="): Condition => {
  const start = scanner.at;
  const typed = peek(scanner) === '"' ? readQuoted(scanner) : readWord(scanner);
  if (typed === "") throw new ConditionError("condition-expected-text", [`${name}${comparator}`], scanner.at);
  // A wildcard would say that hosts below count, too.
  const host = name === "url" || typed.includes("*") ? null : asciiHost(typed);
  if (name === "site" && host === null) throw new ConditionError("condition-bad-site", [typed], start);
  const exactly: Condition = host === null ? { kind: "address", url: typed } : { kind: "host", host };
  return comparator === "=" ? exactly : not(exactly);
};

const readHas = (scanner: Scanner): Condition => {
  const start = scanner.at;
  const typed = readWord(scanner);
  refuseComma(typed, start);
  const name = typed.toLowerCase() === "age" ? "date" : typed.toLowerCase();
  const facet = facetNames.find((known) => known === name);
  if (facet) return { kind: "has", facet };
  throw unknownName("condition-misspelt-name", "condition-unknown-facet", typed, facetNames, start);
};

/** Reads what follows `prop:`. */
const readProperty = (scanner: Scanner): Condition => {
  const [, name, comparator] = take(scanner, propertyStart) ?? [];
  if (name === undefined) throw new ConditionError("condition-expected-property", [], scanner.at);
  const isRegex = peek(scanner) === "/";
  if (endsWord(peek(scanner)) && peek(scanner) !== '"')
    throw new ConditionError("condition-expected-text", [`prop:${name}${comparator ?? ""}`], scanner.at);
  // A regular expression is read as for any field, so that what cannot be searched by is told.
  const text = isRegex
    ? regexText(readText(scanner, null))
    : peek(scanner) === '"'
      ? readQuoted(scanner)
      : readWord(scanner);
  const property: Condition = { kind: "property", name, form: isRegex ? "regex" : "exact", text };
  return comparator === "=" ? property : not(property);
};

const unknownName = (
  misspelt: string,
  unknown: string,
  typed: string,
  names: readonly string[],
  offset: number,
): ConditionError => {
  const meant = suggestName(typed, names);
  return meant === null
    ? new ConditionError(unknown, [typed, names.join(", ")], offset)
    : new ConditionError(misspelt, [typed, meant], offset);
};

/** Reads what a prefix such as `title:` stands before. */
const readAfterPrefix = (scanner: Scanner, prefix: (typeof prefixes)[number]): Condition => {
  if (peek(scanner) === "(") throw new ConditionError("condition-prefix-group", [`${prefix}:`], scanner.at);
  if (endsWord(peek(scanner)) && peek(scanner) !== '"')
    throw new ConditionError("condition-expected-text", [`${prefix}:`], scanner.at);
  if (prefix === "site") return readSite(scanner);
  if (prefix === "has") return readHas(scanner);
  if (prefix !== "list") return readText(scanner, prefix);
  return { kind: "list", name: peek(scanner) === '"' ? readQuoted(scanner) : readWord(scanner) };
};

/** Reads what follows `name:`, or returns null, with the scanner unmoved, where the word is no prefix. */
const readPrefixed = (scanner: Scanner): Condition | null => {
  const start = scanner.at;
  const match = take(scanner, prefixPattern);
  if (!match) return null;
  const name = (match[1] ?? "").toLowerCase();
  if (name === "prop") return readProperty(scanner);
  const measure = measures.find((known) => known === name);
  if (measure !== undefined) {
    skipSpaces(scanner);
    return readComparison(scanner, measure, readComparator(scanner) ?? "=");
  }
  const prefix = prefixes.find((known) => known === name);
  if (prefix !== undefined) return readAfterPrefix(scanner, prefix);
  scanner.at = start;
  const meant = suggestName(name, prefixes);
  if (meant !== null) throw new ConditionError("condition-misspelt-name", [`${name}:`, `${meant}:`], start);
  return null;
};

/** Reads what follows the name of something that is no figure: `title=x` is what others write for `title:x`. */
const readEqual = (scanner: Scanner, prefix: (typeof prefixes)[number], start: number): Condition => {
  const comparator = readComparator(scanner);
  if (comparator !== "=" && comparator !== "!=") throw new ConditionError("condition-no-figure", [prefix], start);
  skipSpaces(scanner);
  const condition = readAfterPrefix(scanner, prefix);
  return comparator === "=" ? condition : not(condition);
};

/**
 * Reads one term: a text, a comparison, or what follows a prefix. The scanner stands at its first character, which is
 * no white space and no parenthesis.
 *
 * @throws {ConditionError} that says what was expected instead
 */
export const readTerm = (scanner: Scanner): Condition => {
  const prefixed = readPrefixed(scanner);
  if (prefixed) return prefixed;
  const start = scanner.at;
  const exact = take(scanner, exactStart);
  if (exact) {
    return readExactly(scanner, exact[1]?.toLowerCase() === "url" ? "url" : "site", exact[2] === "=" ? "=" : "!=");
  }
  const turned = readTurnedComparison(scanner);
  if (turned) return turned;
  const comparison = peek(scanner) === "/" ? null : take(scanner, comparisonStart);
  if (!comparison) return readText(scanner, null);
  const name = (comparison[1] ?? "").toLowerCase();
  const measure = measures.find((known) => known === name);
  if (measure !== undefined) return readComparison(scanner, measure);
  const prefix = prefixes.find((known) => known === name);
  if (prefix !== undefined) return readEqual(scanner, prefix, start);
  if (name === "") throw new ConditionError("condition-nothing-compared", [], start);
  throw unknownName("condition-misspelt-name", "condition-unknown-facet", comparison[1] ?? "", measures, start);
};
