import { mirrored } from "./compile-comparison.ts";
import type { Condition, Measure } from "./condition.ts";
import { all, measures } from "./condition.ts";
import type { RangeEnds } from "./read-comparison.ts";
import { comparisonWith, endsWithin, readComparator, readComparison } from "./read-comparison.ts";
import type { Scanner } from "./scanner.ts";
import { peek, skipSpaces, take } from "./scanner.ts";

const number = String.raw`([^\s()"<>=≤≥≠!:\d]*\d[^\s()"<>=≤≥≠!]*)(?:\s+([\p{L}%]+))?`;
/** What stands between the ends of a range, at least on one side apart from them. */
const between = String.raw`(?:\s+(?:-|to)\s+|\s+(?:\.{2,3}|[…~至到])\s*|(?<=\.{2}|[…~至到])\s+)`;
/** A number, with its unit, or the two ends of a range, before what they are compared with. */
const numbersFirst = new RegExp(
  String.raw`${number}(?:(${between})${number})?\s*(?=[<>=≤≥≠!]+\s*(?:${measures.join("|")})(?![\p{L}\p{N}_:]))`,
  "iuy",
);
const measureName = new RegExp(measures.join("|"), "iuy");

/** The ends of the range that was matched from an offset on; null where it is one word, or none. */
const endsApart = ([whole, low = "", lowUnit = "", , high, highUnit = ""]: RegExpExecArray, offset: number) =>
  high === undefined
    ? null
    : ([
        { text: low.replace(/(?:\.{2,3}|[…~至到])$/u, "") + lowUnit, offset },
        { text: high + highUnit, offset: offset + whole.indexOf(high, low.length) },
      ] as const satisfies RangeEnds);

/** The unit that a comparison names; null where it names none. */
const unitIn = (condition: Condition): string | null =>
  condition.kind === "compare" && condition.operand.kind === "quantity" && condition.operand.unit !== ""
    ? condition.operand.unit
    : null;

/**
 * Reads a comparison that is the other way round, such as `30<pages`, `10..20=pages` or `10<=size<30MB`; null, with the
 * scanner unmoved, where there is none.
 *
 * @throws {ConditionError} that says what was expected instead
 */
export const readTurnedComparison = (scanner: Scanner): Condition | null => {
  const offset = scanner.at;
  const match = take(scanner, numbersFirst);
  if (!match) return null;
  const comparator = readComparator(scanner);
  skipSpaces(scanner);
  const name = comparator && take(scanner, measureName);
  const measure = measures.find((known): known is Measure => known === name?.[0].toLowerCase());
  const ends = endsApart(match, offset);
  if (comparator === null || measure === undefined || (ends !== null && !/^[\d\p{Sc}]/u.test(ends[0].text))) {
    scanner.at = offset;
    return null;
  }
  skipSpaces(scanner);
  const second = /[<>=≤≥≠!]/u.test(peek(scanner)) ? readComparison(scanner, measure) : null;
  const piece = { text: `${match[1] ?? ""}${match[2] ?? ""}`, offset };
  const unit = second && unitIn(second);
  const first = comparisonWith(measure, mirrored[comparator], piece, ends ?? endsWithin(measure, piece), unit);
  return second === null ? first : all([first, second]);
};
