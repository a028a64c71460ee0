import type { Condition } from "@/filters/condition.ts";
import type { Action } from "@/model/filter.ts";
import type { FieldName } from "@/model/result.ts";

import type { StepwiseReading } from "../imported-lists.ts";
import { inSteps } from "../in-steps.ts";
import { exportIssue, NotExpressible } from "../write/exported-text.ts";
import type { ExportedText, ExportIssue, ExportSource } from "../write/exported-text.ts";
import { alternativesOf, judgingRules, partsOf, splitRegex } from "../write/judging-rules.ts";
import { outrankedFilters } from "../write/outranked-filters.ts";
import type { Outranking } from "../write/outranked-filters.ts";
import { patternOfSource, patternSource } from "./pattern-source.ts";

/** What Brave Search takes: https://github.com/brave/goggles-quickstart/blob/main/getting-started.md */
const longestInstruction = 500;
const mostSigns = 2;
const mostInstructions = 100_000;

const actions: Readonly<Partial<Record<Action, string>>> = {
  raise: "boost",
  lower: "downrank",
  dim: "downrank",
  hide: "discard",
  fold: "discard",
};

/** There what is discarded is so whatever else is said of it, and nothing is spared. */
const outranking: Outranking = { keep: ["hide", "fold", "dim"], dim: ["hide", "fold"] };

const options: Readonly<Partial<Record<FieldName, string>>> = {
  title: "intitle",
  snippet: "indescription",
};

const patternOf = ({ form, text }: Extract<Condition, { kind: "text" }>): string => {
  if (form === "regex") {
    const { source, flags } = splitRegex(text);
    const pattern = flags === "i" ? patternOfSource(source) : null;
    if (pattern === null) throw new NotExpressible("export-regex");
    return pattern;
  }
  if ((form === "word" && text.includes("?")) || patternSource(text) === null || /[|^$]/u.test(text)) {
    throw new NotExpressible("export-wildcards");
  }
  if (form === "phrase" && text.includes("*")) throw new NotExpressible("export-wildcards");
  return text;
};

interface Instruction {
  readonly line: string;
  /** Why it finds a little more or less than the condition does. */
  readonly approximations: readonly string[];
}

const instructionOf = (condition: Condition, action: string): Instruction => {
  let pattern = "";
  const approximations: string[] = [];
  const written = [action];
  for (const part of partsOf(condition)) {
    if (part.kind === "site" && !written.some((option) => option.startsWith("site="))) {
      written.push(`site=${part.host}`);
    } else if (part.kind === "text" && pattern === "" && part.field !== null && part.field !== "site") {
      pattern = patternOf(part);
      const option = options[part.field];
      if (part.form !== "regex") approximations.push("export-compared");
      if (option !== undefined) {
        written.push(option);
        approximations.push("export-goggle-announced");
      } else if (part.field !== "url") throw new NotExpressible("export-condition");
    } else throw new NotExpressible("export-condition");
  }
  // A line that begins with an exclamation mark is a comment; what stands before it may be anything.
  if (pattern.startsWith("!")) pattern = `*${pattern}`;
  const line = `${pattern}$${written.join(",")}`;
  const tooMany = ["*", "^"].some((sign) => pattern.split(sign).length - 1 > mostSigns);
  if (line.length > longestInstruction || tooMany) throw new NotExpressible("export-goggle-limits");
  return { line, approximations };
};

const head = ["! name: Winnow", "! description: Rules exported from Winnow", "! public: false", "! author: Winnow", ""];

/** Writes filters and rules as a Brave goggle, step by step. */
export function* writeGoggle(source: ExportSource): StepwiseReading<ExportedText> {
  const notExpressed: ExportIssue[] = [];
  const approximated: ExportIssue[] = [];
  const lines: string[] = [];
  const rules = yield* judgingRules(source, notExpressed);
  yield* inSteps(rules, ({ text: what, condition, action }) => {
    try {
      const written = actions[action];
      if (written === undefined) throw new NotExpressible("export-action", action);
      const instructions = alternativesOf(condition).map((one) => instructionOf(one, written));
      const codes = new Set(instructions.flatMap(({ approximations }) => approximations));
      if (action === "fold" || action === "dim") codes.add(`export-${action}`);
      for (const code of codes) approximated.push(exportIssue(what, code));
      lines.push(...instructions.map(({ line }) => line));
    } catch (error) {
      if (!(error instanceof NotExpressible)) throw error;
      notExpressed.push({ what, problem: error.problem });
    }
  });
  approximated.push(...(yield* outrankedFilters(rules, outranking)));
  for (const line of lines.slice(mostInstructions)) {
    notExpressed.push(exportIssue(line, "export-goggle-limits"));
  }
  return { text: [...head, ...lines.slice(0, mostInstructions), ""].join("\n"), notExpressed, approximated };
}
