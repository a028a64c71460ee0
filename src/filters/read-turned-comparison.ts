import { mirrored } from "./compile-comparison.ts";
import type { Condition } from "./condition.ts";
import { all, measures } from "./condition.ts";
import { readComparator, readComparison } from "./read-comparison.ts";
import { readOperand } from "./read-operand.ts";
import type { Scanner } from "./scanner.ts";
import { peek, skipSpaces, take } from "./scanner.ts";

/** A number, with its unit, that stands before what it is compared with. */
const numberFirst = new RegExp(
  String.raw`([^\s()"<>=≤≥≠!:]*\d[^\s()"<>=≤≥≠!]*)(?:\s+([\p{L}%]+))?\s*(?=[<>=≤≥≠!]+\s*(?:${measures.join("|")})(?![\p{L}\p{N}_:]))`,
  "iuy",
);
const measureName = new RegExp(measures.join("|"), "iuy");

/**
 * Reads a comparison that is the other way round, such as `30<pages` or `10<=pages<30`; null, with the scanner unmoved,
 * where there is none.
 *
 * @throws {ConditionError} that says what was expected instead
 */
export const readTurnedComparison = (scanner: Scanner): Condition | null => {
  const offset = scanner.at;
  const match = take(scanner, numberFirst);
  if (!match) return null;
  const comparator = readComparator(scanner);
  skipSpaces(scanner);
  const name = comparator && take(scanner, measureName);
  const measure = measures.find((known) => known === name?.[0].toLowerCase());
  if (comparator === null || measure === undefined) {
    scanner.at = offset;
    return null;
  }
  const operand = readOperand(measure, `${match[1] ?? ""}${match[2] ?? ""}`, offset);
  const first: Condition = { kind: "compare", measure, comparator: mirrored[comparator], operand };
  skipSpaces(scanner);
  return /[<>=≤≥≠!]/u.test(peek(scanner)) ? all([first, readComparison(scanner, measure)]) : first;
};
