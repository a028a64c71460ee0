import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Rule } from "@/model/ruleset.ts";

import type { ImportedParts, StepwiseReading } from "../imported-lists.ts";
import { readRuleLines, splitLines } from "../read-rule-lines.ts";
import type { ReadLines } from "../read-rule-lines.ts";
import { isGenericDiscard, readInstruction } from "./read-instruction.ts";

/** What the head says of the goggle itself. */
const readHead = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const entries = lines.flatMap((line) => {
    const [, key, value] = /^!\s*([a-z_]+)\s*:\s*(\S.*)$/iu.exec(line.trim()) ?? [];
    return key === undefined || value === undefined ? [] : [[key.toLowerCase(), value.trim()] as const];
  });
  return new Map(entries.toReversed());
};

/** The rule for all results that no instruction speaks of, where that can be said in one condition. */
const discardOthers = (rules: readonly Rule[], lines: readonly string[]): ReadLines => {
  const line = lines.findIndex(isGenericDiscard) + 1;
  if (line === 0) return { rules: [], notUnderstood: [], simplified: [] };
  const spared = [...new Set(rules.filter(({ action }) => action !== "hide").map(({ condition }) => condition))];
  const condition = `-(${spared.map((one) => `(${one})`).join(" OR ")})`;
  const check = spared.length === 0 ? null : parseCondition(condition);
  if (check?.ok === true) {
    return {
      rules: [{ condition: printCondition(check.condition), action: "hide", line }],
      notUnderstood: [],
      simplified: [],
    };
  }
  const problem = { code: "import-discard-all", args: [] };
  return { rules: [], notUnderstood: [{ line, text: lines[line - 1] ?? "", problem }], simplified: [] };
};

/** Reads a Brave goggle: boosts become lifts, downranks the opposite, and discarded results are hidden. */
export function* readGoggle(text: string): StepwiseReading<ImportedParts> {
  const lines = splitLines(text);
  const head = readHead(lines);
  const read = yield* readRuleLines(lines, readInstruction);
  const others = discardOthers(read.rules, lines);
  const homepage = head.get("homepage");
  return {
    rulesets: [
      {
        name: head.get("name") ?? null,
        rules: [...read.rules, ...others.rules],
        ...(homepage === undefined ? {} : { homepage }),
      },
    ],
    notUnderstood: [...read.notUnderstood, ...others.notUnderstood],
    simplified: read.simplified,
  };
}
