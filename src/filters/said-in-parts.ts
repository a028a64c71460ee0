import { measures } from "./condition.ts";
import type { Measure } from "./condition.ts";
import { currencyNamed } from "./currency-named.ts";
import { canonicalUnit, canonicalUnitOf, dimensionOf } from "./units.ts";

/** A comparison that ends right before a word, of which the last part is its number and the unit of that. */
const comparisonBefore = /(\p{L}+)\s*([<>=≤≥≠!]+)\s*(\d[\d.]*)\s*(\p{L}*)\s+$/u;
const wordBehind = /^[^\s\d()"“”:：<>=≤≥≠!]+/u;
const figureBehind = /^(\d+)\s*(\p{L}+)/u;
const monthBehind = /^(?:(0[1-9]|1[0-2])|(\p{L}{3})\p{L}*)(?![^\s()])/u;
const agoBehind = /^(?:ago|old|前|以前|之前)(?![^\s()])/iu;

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A comparison with two units, such as one hour and thirty minutes, in one number. */
const withBoth = (measure: Measure, first: number, unit: string, second: number, other: string): string | null => {
  const units = `${canonicalUnitOf(measure, unit) ?? ""} ${canonicalUnitOf(measure, other) ?? ""}`;
  if (measure === "duration" && units === "h m") return `${first}h${second}m`;
  return measure === "age" && units === "y mo" ? `${12 * first + second}mo` : null;
};

/** The operand that was most likely meant, beside what of it stands behind the comparison. */
const operandMeant = (
  measure: Measure,
  number: string,
  unit: string,
  rest: string,
): readonly [typed: string, operand: string] | null => {
  const dimension = dimensionOf[measure];
  if (dimension === "date") {
    const [typed = "", digits, name = ""] = monthBehind.exec(rest) ?? [];
    const month = digits ?? String(months.indexOf(name.toLowerCase()) + 1);
    return /^\d{4}$/u.test(number) && Number(month) > 0 ? [typed, `${number}-${month}`] : null;
  }
  if (unit === "") {
    const word = wordBehind.exec(rest)?.[0] ?? "";
    const isUnit =
      dimension === "money" ? currencyNamed(word) !== undefined : canonicalUnitOf(measure, word) !== undefined;
    return word !== "" && isUnit ? [word, `${number}${word}`] : null;
  }
  const ago = dimension === "age" && canonicalUnit("age", unit) !== undefined ? agoBehind.exec(rest)?.[0] : undefined;
  if (ago !== undefined) return [ago, `${number}${unit}`];
  const [typed = "", further, other = ""] = figureBehind.exec(rest) ?? [];
  const both = further === undefined ? null : withBoth(measure, Number(number), unit, Number(further), other);
  return both === null ? null : [typed, both];
};

/**
 * A comparison whose operand was said in parts, of which those behind the first are read as words: `price<20 Euro`,
 * `duration<1h 30m`, `date>2024 May`.
 *
 * @param before the condition up to a word
 * @param rest the condition from that word on
 * @returns where the comparison begins, what was typed of it, and how it is to be written; null for other words
 */
export const saidInParts = (
  before: string,
  rest: string,
): readonly [place: number, typed: string, meant: string] | null => {
  const first = comparisonBefore.exec(before);
  const [, name = "", comparator = "", number = "", unit = ""] = first ?? [];
  const measure = measures.find((one) => one === name.toLowerCase());
  const meant = first && measure !== undefined ? operandMeant(measure, number, unit, rest) : null;
  return first && meant && [first.index, `${first[0]}${meant[0]}`, `${name}${comparator}${meant[1]}`];
};
