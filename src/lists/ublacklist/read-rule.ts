import { all } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { colorCount } from "@/model/keyword-list.ts";
import type { ColorNumber } from "@/model/keyword-list.ts";
import type { Rule } from "@/model/ruleset.ts";

import { nothing } from "../read-rule-lines.ts";
import type { ReadLine } from "../read-rule-lines.ts";
import { isMatchPattern, matchPatternCondition } from "./match-pattern-condition.ts";
import { never } from "./property-condition.ts";
import { ExpressionError, readExpression, skipSpaces, takeSign } from "./read-expression.ts";
import type { LineScanner } from "./read-expression.ts";

/** Most rules of most files: a domain and all below it. */
const domainRule = /^\*:\/\/\*\.([a-z0-9]+(?:[-.][a-z0-9]+)*)\/\*$/u;
/** Shorter than one label may be, so that no label has to be looked at. */
const longestPlainDomain = 63;
/** The expressions of shorter patterns, with fewer wildcards, are never too large to be searched by. */
const longestSurePattern = 500;
const mostSureWildcards = 6;
const mark = /@(0|[1-9][0-9]*)?(?=[^0-9])/uy;
const patternText = /[^\s#]+/uy;
const ifMark = /@if(?=[ \t\r]*\()/uy;

/** The colour for a highlight's number; by itself the number goes round Winnow's colours. */
export type ColorOf = (highlight: number) => ColorNumber;
export const wrappedColor: ColorOf = (highlight) => ((highlight - 1) % colorCount) + 1;

const readPattern = (scanner: LineScanner): Condition => {
  patternText.lastIndex = scanner.at;
  const [text = ""] = patternText.exec(scanner.text) ?? [];
  const read = matchPatternCondition(text);
  if ("code" in read) throw new ExpressionError(read, scanner.at);
  scanner.at += text.length;
  skipSpaces(scanner);
  ifMark.lastIndex = scanner.at;
  const [found] = ifMark.exec(scanner.text) ?? [];
  if (found === undefined) return read;
  scanner.at += found.length;
  skipSpaces(scanner);
  const start = scanner.at;
  takeSign(scanner, "(");
  const condition = readExpression(scanner);
  if (!takeSign(scanner, ")")) throw new ExpressionError({ code: "condition-unclosed-parenthesis", args: [] }, start);
  return all([read, condition]);
};

/**
 * A highlighted result is shown whatever blocks it, and so is one that is unblocked; a number of 0 only unblocks.
 */
const actionsOf = (highlight: number | null, condition: string, colorOf: ColorOf): readonly Omit<Rule, "line">[] => {
  const keep = { condition, action: "keep" } as const;
  return highlight === null || highlight === 0
    ? [keep]
    : [keep, { condition, action: "mark", color: colorOf(highlight) }];
};

const readText = (line: string, colorOf: ColorOf): ReadLine => {
  const scanner = { text: line, at: 0 };
  skipSpaces(scanner);
  mark.lastIndex = scanner.at;
  const marked = mark.exec(line);
  if (marked) {
    scanner.at += marked[0].length;
    skipSpaces(scanner);
  }
  if (marked === null && (scanner.at === line.length || line.charAt(scanner.at) === "#")) return nothing;
  const isPattern = isMatchPattern(line.slice(scanner.at).split(/\s/u, 1)[0] ?? "");
  const read = isPattern ? readPattern(scanner) : readExpression(scanner);
  const rest = line.charAt(scanner.at);
  if (rest !== "" && rest !== "#") throw new ExpressionError({ code: "import-syntax", args: [] }, scanner.at);
  const condition = printCondition(read);
  if (condition === printCondition(never)) return { problem: { code: "import-never", args: [line.trim()] } };
  // What a pattern alone becomes reads back, unless it is too long; measuring its expression would take longest.
  const isShort =
    line.length <= longestSurePattern && line.split("*", mostSureWildcards + 2).length <= mostSureWildcards + 1;
  const isSure = isPattern && isShort && !line.includes("@if");
  const check = isSure ? null : parseCondition(condition);
  if (check?.ok === false) return { problem: { code: check.problem.code, args: check.problem.args } };
  if (marked === null) return { rules: [{ condition, action: "hide" }] };
  return { rules: actionsOf(marked[1] === undefined ? null : Number(marked[1]), condition, colorOf) };
};

/** Reads one line of a uBlacklist ruleset, by the grammar in README.md. */
export const readUblacklistRule = (line: string, colorOf: ColorOf = wrappedColor): ReadLine => {
  const [, domain] = domainRule.exec(line) ?? [];
  if (domain !== undefined && domain.length <= longestPlainDomain)
    return { rules: [{ condition: `site:${domain}`, action: "hide" }] };
  try {
    return readText(line, colorOf);
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: error.problem };
    throw error;
  }
};
