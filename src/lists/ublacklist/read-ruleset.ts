import type { ImportedParts, StepwiseReading } from "../imported-lists.ts";
import { readRuleLines, splitLines } from "../read-rule-lines.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readUblacklistRule, wrappedColor } from "./read-rule.ts";
import type { ColorOf } from "./read-rule.ts";

/** Reads a uBlacklist ruleset: one rule a line, and a head in YAML where there is one. */
export function* readUblacklist(text: string, colorOf: ColorOf = wrappedColor): StepwiseReading<ImportedParts> {
  const { name, homepage, lines, first } = readFrontMatter(splitLines(text));
  const { rules, ...issues } = yield* readRuleLines(lines, (line) => readUblacklistRule(line, colorOf), first);
  return { rulesets: [{ name, rules, ...(homepage === null ? {} : { homepage }) }], ...issues };
}
