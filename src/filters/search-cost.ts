import { parseKeyword } from "@/matching/parse-keyword.ts";

import type { Condition } from "./condition.ts";
import { termLine } from "./term-line.ts";

/**
 * About how much it takes to have an expression ready and to ask every result about it, beside a word: one that is no
 * more than a text is found as words are, and others are asked only where some letters of theirs are found.
 */
const costByLetters = 2;
const costWithout = 8;

const costOfLine = (line: string): number => {
  const parsed = parseKeyword(line);
  if (parsed.kind !== "keyword" || parsed.keyword.pattern.kind !== "regex") return 1;
  const { literals, isText } = parsed.keyword.pattern.plan;
  return literals === null ? costWithout : isText ? 1 : costByLetters;
};

/**
 * What it takes to look for the texts of a condition, in words: a condition of one word or phrase is 1, as is one of
 * none.
 */
export const searchCost = (condition: Condition): number => {
  const cost = (part: Condition): number => {
    switch (part.kind) {
      case "all":
      case "any":
        return part.parts.reduce((sum, one) => sum + cost(one), 0);
      case "not":
        return cost(part.part);
      case "text":
        return costOfLine(termLine(part));
      case "property":
        return part.form === "regex" ? costOfLine(part.text) : 0;
      default:
        return 0;
    }
  };
  return Math.max(1, cost(condition));
};
