import { ConditionError } from "./condition-error.ts";
import type { Comparator, Condition, Measure } from "./condition.ts";
import { not } from "./condition.ts";
import { currencyNamed } from "./currency-named.ts";
import { readOperand } from "./read-operand.ts";
import type { Scanner } from "./scanner.ts";
import { skipSpaces, take, wordEnd } from "./scanner.ts";
import { canonicalUnit, dimensionOf } from "./units.ts";

const comparatorPattern = /(<>|[<>]=?|!=|==?|[≤≥≠]|=[<>])/uy;
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
  "<>": "!=",
  "≠": "!=",
};

/** Reads a comparator, however it is spelt; null where there is none. */
export const readComparator = (scanner: Scanner): Comparator | null =>
  spellings[take(scanner, comparatorPattern)?.[0] ?? ""] ?? null;

/** A currency that is hardly a word to search for: a code in capitals, a sign, a name in the plural. */
const plainCurrency = /^[A-Z]{3}$|^\p{Sc}|[^\p{Script=Latin}]$|s$/u;

/** A unit may stand apart from its number, but only where it can hardly be a word to search for. */
const isUnitApart = (measure: Measure, word: string): boolean => {
  const dimension = dimensionOf[measure];
  if (word === measure) return true;
  if (word === "" || dimension === "date" || (dimension === "count" && word.length < 3)) return false;
  return dimension === "money"
    ? plainCurrency.test(word) && currencyNamed(word) !== undefined
    : canonicalUnit(dimension, word) !== undefined;
};

/** What stands between the ends of a range, apart from the first. */
const rangeSignApart = /(?:\s*(?:\.{2,3}|[…~至到])\s*|\s+(?:-|to)\s+)(?=[\d\p{Sc}])/uy;

/** A part of the condition that stands for one end of a range, or for the whole. */
interface Piece {
  readonly text: string;
  readonly offset: number;
}

/** Whether a range goes on where the scanner is. */
const goesOnBehind = ({ text, at }: Scanner): boolean => {
  rangeSignApart.lastIndex = at;
  return rangeSignApart.test(text);
};

/** Reads a number with its unit, which may stand apart from it. */
const readPiece = (scanner: Scanner, measure: Measure): Piece => {
  skipSpaces(scanner);
  const offset = scanner.at;
  scanner.at = wordEnd(scanner);
  let text = scanner.text.slice(offset, scanner.at);
  if (/[\d.]$/u.test(text)) {
    const unitStart = scanner.at + (/^\s*/u.exec(scanner.text.slice(scanner.at))?.[0].length ?? 0);
    const unit = scanner.text.slice(unitStart, wordEnd(scanner, unitStart));
    // In "5 to 10 MB" the word is no unit, though French has one of that name.
    if (unitStart > scanner.at && isUnitApart(measure, unit) && !goesOnBehind(scanner)) {
      scanner.at = unitStart + unit.length;
      text += unit;
    }
  }
  return { text, offset };
};

/** What stands between the ends of a range; a dash does so only where it is no sign of "not" and no part of a date. */
const rangeSign = /\.{2,3}|[…~至到]/u;
const dashedRange = /^([^-]*\d[^-]*)-([^-]*\d[^-]*)$/u;
const dashedYears = /^(\d{4})-(\d{4})$/u;
/** Of ages, one that begins with four digits is a date in the wrong place. */
const dashedAges = /^(\d{1,3}\p{L}*)-(\d{1,3}\p{L}*)$/u;

const dashed = (measure: Measure): RegExp =>
  measure === "date" ? dashedYears : measure === "age" ? dashedAges : dashedRange;

/** The ends of a range, empty where one is open; null where the piece is no range. */
const readEnds = (scanner: Scanner, measure: Measure, piece: Piece): readonly [Piece, Piece] | null => {
  const { text, offset } = piece;
  const sign = rangeSign.exec(text);
  if (sign) {
    const rest = { text: text.slice(sign.index + sign[0].length), offset: offset + sign.index + sign[0].length };
    const isApart = rest.text === "" && sign.index > 0 && /^\s+[\d\p{Sc}]/u.test(scanner.text.slice(scanner.at));
    return [{ text: text.slice(0, sign.index), offset }, isApart ? readPiece(scanner, measure) : rest];
  }
  if (take(scanner, rangeSignApart)) return [piece, readPiece(scanner, measure)];
  const [, low, high] = dashed(measure).exec(text) ?? [];
  if (low === undefined || high === undefined) return null;
  return [
    { text: low, offset },
    { text: high, offset: offset + low.length + 1 },
  ];
};

const readRange = (measure: Measure, ends: readonly [Piece, Piece], comparator: Comparator): Condition => {
  const [lowEnd, highEnd] = ends;
  const high = highEnd.text === "" ? null : readOperand(measure, highEnd.text, highEnd.offset);
  const unit = high?.kind === "quantity" && high.unit !== "" ? high.unit : null;
  const low = lowEnd.text === "" ? null : readOperand(measure, lowEnd.text, lowEnd.offset, unit);
  const text = `${lowEnd.text}..${highEnd.text}`;
  if (comparator !== "=" && comparator !== "!=")
    throw new ConditionError("condition-range-needs-equals", [measure, text], lowEnd.offset);
  const range: Condition | null =
    low && high
      ? { kind: "between", measure, low, high }
      : low
        ? { kind: "compare", measure, comparator: ">=", operand: low }
        : high && { kind: "compare", measure, comparator: "<=", operand: high };
  if (!range) throw new ConditionError("condition-expected-number", [measure, text], lowEnd.offset);
  return comparator === "=" ? range : not(range);
};

/** What was stuck to a number without a space: the next condition behind a comma, or a second comparison. */
const refuseStuck = (measure: Measure, { text, offset }: Piece): void => {
  const comma = /[,;](?!\d)/u.exec(text);
  if (comma) throw new ConditionError("condition-comma", [], offset + comma.index);
  const second = /(?<=\d\S*)[<>=≤≥≠]+/u.exec(text);
  if (second) throw new ConditionError("condition-second-comparator", [measure, second[0]], offset + second.index);
};

/**
 * Reads the rest of a comparison, from its comparator on, or from its operand on where the comparator is given.
 *
 * @throws {ConditionError} that says what was expected instead
 */
export const readComparison = (scanner: Scanner, measure: Measure, given?: Comparator): Condition => {
  const comparator = given ?? readComparator(scanner);
  if (comparator === null) throw new ConditionError("condition-expected-comparator", [measure], scanner.at);
  const piece = readPiece(scanner, measure);
  const { text, offset } = piece;
  if (text === "") {
    const code = dimensionOf[measure] === "date" ? "condition-expected-date" : "condition-expected-number";
    throw new ConditionError(code, code === "condition-expected-date" ? [text] : [measure, text], offset);
  }
  refuseStuck(measure, piece);
  const ends = readEnds(scanner, measure, piece);
  return ends === null
    ? { kind: "compare", measure, comparator, operand: readOperand(measure, text, offset) }
    : readRange(measure, ends, comparator);
};
