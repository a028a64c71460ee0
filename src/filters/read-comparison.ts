import { ConditionError } from "./condition-error.ts";
import type { Comparator, Condition, Measure } from "./condition.ts";
import { not } from "./condition.ts";
import { currencyNamed } from "./currency-named.ts";
import { readOperand } from "./read-operand.ts";
import type { Scanner } from "./scanner.ts";
import { skipSpaces, take, wordEnd } from "./scanner.ts";
import { canonicalUnit, canonicalUnitOf, dimensionOf } from "./units.ts";

const comparatorPattern = /(<>|=[<>]|[<>]=?|!=|==?|[≤≥≠])/uy;
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

/** Letters that may well be searched for, though counts are shortened by them. */
const shortWord = /^(?!k$)\p{Script=Latin}{1,2}$/iu;
const latinEnd = /\p{Script=Latin}$/u;

/** A unit may stand apart from its number, but only where it can hardly be a word to search for. */
const isUnitApart = (measure: Measure, word: string): boolean => {
  const dimension = dimensionOf[measure];
  if (word === measure) return true;
  // Two units have this sign, which is said.
  if (dimension === "age" && word.toLowerCase() === "m") return true;
  if (word === "" || dimension === "date" || (dimension === "count" && shortWord.test(word))) return false;
  if (dimension === "money") return plainCurrency.test(word) && currencyNamed(word) !== undefined;
  // "pages>=30 page layout" is about a word.
  return (latinEnd.test(word) ? canonicalUnit(dimension, word) : canonicalUnitOf(measure, word)) !== undefined;
};

/** A part of the condition that stands for one end of a range, or for the whole. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
}

/** What stands between the ends of a range, apart from the first. */
const rangeSignApart = /(?:\s*(?:\.{2,3}|[…~至到])\s*|\s+(?:-|to|bis|à)\s+)(?=[\d\p{Sc}])/uy;

/** Whether a range goes on where the scanner is. */
const goesOnBehind = ({ text, at }: Scanner): boolean => {
  rangeSignApart.lastIndex = at;
  return rangeSignApart.test(text);
};

const comparedBehind = /\s*[<>=≤≥≠!]/uy;

/** Whether what ends here is the name of the next comparison. */
const isCompared = ({ text }: Scanner, end: number): boolean => {
  comparedBehind.lastIndex = end;
  return comparedBehind.test(text);
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
    const isUnit = isUnitApart(measure, unit) && !isCompared(scanner, unitStart + unit.length);
    if (unitStart > scanner.at && isUnit && !goesOnBehind(scanner)) {
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

/** The ends of a range, empty where one is open. */
export type RangeEnds = readonly [low: Piece, high: Piece];

/** The ends of a range that is one word; null where the piece is no range. */
export const endsWithin = (measure: Measure, { text, offset }: Piece): RangeEnds | null => {
  const sign = rangeSign.exec(text);
  const [, low, high] = (sign ? null : dashed(measure).exec(text)) ?? [];
  const lowLength = sign?.index ?? low?.length;
  if (lowLength === undefined || (!sign && high === undefined)) return null;
  const highStart = lowLength + (sign?.[0].length ?? 1);
  return [
    { text: text.slice(0, lowLength), offset },
    { text: text.slice(highStart), offset: offset + highStart },
  ];
};

/** The ends of a range, of which the second may stand apart; null where the piece is no range. */
const readEnds = (scanner: Scanner, measure: Measure, piece: Piece): RangeEnds | null => {
  const ends = endsWithin(measure, piece);
  if (ends === null) return take(scanner, rangeSignApart) ? [piece, readPiece(scanner, measure)] : null;
  const [low, high] = ends;
  const isApart = high.text === "" && low.text !== "" && /^\s+[\d\p{Sc}]/u.test(scanner.text.slice(scanner.at));
  return isApart ? [low, readPiece(scanner, measure)] : ends;
};

const readRange = (measure: Measure, [lowEnd, highEnd]: RangeEnds, comparator: Comparator): Condition => {
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
 * The comparison with one operand, or with a range where there are ends.
 *
 * @param unitOfOther the unit that counts where the operand has none
 * @throws {ConditionError} that says what was expected instead
 */
export const comparisonWith = (
  measure: Measure,
  comparator: Comparator,
  { text, offset }: Piece,
  ends: RangeEnds | null,
  unitOfOther: string | null = null,
): Condition =>
  ends === null
    ? { kind: "compare", measure, comparator, operand: readOperand(measure, text, offset, unitOfOther) }
    : readRange(measure, ends, comparator);

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
    throw dimensionOf[measure] === "date"
      ? new ConditionError("condition-expected-date", [text], offset)
      : new ConditionError("condition-expected-number", [measure, text], offset);
  }
  refuseStuck(measure, piece);
  return comparisonWith(measure, comparator, piece, readEnds(scanner, measure, piece));
};
