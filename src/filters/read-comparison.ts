import { currencyOf } from "@/facets/currencies.ts";

import { ConditionError } from "./condition-error.ts";
import type { Comparator, Condition, Measure, Operand } from "./condition.ts";
import { not } from "./condition.ts";
import { readOperand } from "./read-operand.ts";
import type { Scanner } from "./scanner.ts";
import { skipSpaces, take, wordEnd } from "./scanner.ts";
import { canonicalUnit, dimensionOf } from "./units.ts";

const comparatorPattern = /([<>]=?|!=|==?|[≤≥≠]|=[<>])/uy;
const spellings: Readonly<Record<string, Comparator>> = {
  "<": "<",
  "<=": "<=",
  "=<": "<=",
  "≤": "<=",
  ">": ">",
  ">=": ">=",
  "=>": ">=",
  "≥": ">=",
  "=": "=",
  "==": "=",
  "!=": "!=",
  "≠": "!=",
};

/** A unit may stand apart from its number, but only where it can hardly be a word to search for. */
const isUnitApart = (measure: Measure, word: string): boolean => {
  const dimension = dimensionOf[measure];
  if (word === "" || dimension === "date" || (dimension === "count" && word.length < 3)) return false;
  return dimension === "money" ? currencyOf(word) !== undefined : canonicalUnit(dimension, word) !== undefined;
};

const readRange = (measure: Measure, text: string, offset: number, comparator: Comparator): Condition => {
  const dots = text.indexOf("..");
  const highText = text.slice(dots + 2);
  const high = highText === "" ? null : readOperand(measure, highText, offset + dots + 2);
  const unit = high?.kind === "quantity" && high.unit !== "" ? high.unit : null;
  const low = dots === 0 ? null : readOperand(measure, text.slice(0, dots), offset, unit);
  if (comparator !== "=" && comparator !== "!=")
    throw new ConditionError("condition-range-needs-equals", [measure, text], offset);
  const range: Condition | null =
    low && high
      ? { kind: "between", measure, low, high }
      : low
        ? { kind: "compare", measure, comparator: ">=", operand: low }
        : high && { kind: "compare", measure, comparator: "<=", operand: high };
  if (!range) throw new ConditionError("condition-expected-number", [measure, text], offset);
  return comparator === "=" ? range : not(range);
};

/**
 * Reads the rest of a comparison, from its comparator on, or from its operand on where the comparator is given.
 *
 * @throws {ConditionError} that says what was expected instead
 */
export const readComparison = (scanner: Scanner, measure: Measure, given?: Comparator): Condition => {
  const comparator = given ?? spellings[take(scanner, comparatorPattern)?.[0] ?? ""];
  if (comparator === undefined) throw new ConditionError("condition-expected-comparator", [measure], scanner.at);
  skipSpaces(scanner);
  const start = scanner.at;
  scanner.at = wordEnd(scanner);
  let text = scanner.text.slice(start, scanner.at);
  if (text === "") {
    const code = dimensionOf[measure] === "date" ? "condition-expected-date" : "condition-expected-number";
    throw new ConditionError(code, code === "condition-expected-date" ? [text] : [measure, text], start);
  }
  if (/[\d.]$/u.test(text)) {
    const gap = /\s+/uy;
    gap.lastIndex = scanner.at;
    const unitStart = scanner.at + (gap.exec(scanner.text)?.[0].length ?? 0);
    const unit = scanner.text.slice(unitStart, wordEnd(scanner, unitStart));
    if (unitStart > scanner.at && isUnitApart(measure, unit)) {
      scanner.at = unitStart + unit.length;
      text += unit;
    }
  }
  if (text.includes("..")) return readRange(measure, text, start, comparator);
  const operand: Operand = readOperand(measure, text, start);
  return { kind: "compare", measure, comparator, operand };
};
