import { ConditionError } from "./condition-error.ts";
import type { CalendarDate, Measure, Operand, Quantity } from "./condition.ts";
import { currencyNamed } from "./currency-named.ts";
import { suggestName } from "./suggest-name.ts";
import { canonicalUnit, canonicalUnitOf, dimensionOf, needsUnit, unitNames } from "./units.ts";

/** Numbers with more digits than this would be rounded, and print otherwise than they were typed. */
const mostDigits = 15;
/** Smaller decimals would print in scientific notation. */
const mostDecimals = 6;

const datePattern = /^([1-9]\d{3})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/u;
const clockPattern = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{2})$/u;
const compoundPattern = /^(\d{1,4})(?:h|小时)(\d{1,2})(?:m|min|分|分钟)?$/iu;
/** Thousands as German, Spanish and others write them; a count in thousandths is none, and no price has them. */
const pointedThousands = /^[1-9]\d{0,2}(\.\d{3})$/u;
/** An operator that no space parts from the number before it, or from its unit. */
const stuckOperator = /^(.*?)(AND|OR)$/u;
const quantityPattern = /^([^\d.,]*)(\d+(?:\.\d+)?)(.*)$/u;

/** Dates as they are written in Chinese and Japanese, with one part after the other. */
const writtenDatePattern = /^([1-9]\d{3})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/u;
/** What is surely meant to be a date, where an age is expected, and the other way around. */
const likeDate = /^(?:19|20)\d{2}(?:$|[-/.年])/u;
const likeAge = /^(\d+(?:\.\d+)?)(\p{L}+)$/u;

const readDate = (typed: string, offset: number): CalendarDate => {
  const written = writtenDatePattern.exec(typed);
  const text = written
    ? written
        .slice(1)
        .filter((part) => part)
        .join("-")
    : typed;
  const match = datePattern.exec(text);
  const unit = likeAge.exec(text)?.[2];
  if (!match && unit !== undefined && canonicalUnit("age", unit) !== undefined)
    throw new ConditionError("condition-date-is-age", [text], offset);
  if (!match) throw new ConditionError("condition-expected-date", [text], offset);
  const year = Number(match[1]);
  if (match[3] === undefined) return { kind: "date", year };
  const month = Number(match[3]);
  const day = match[4] === undefined ? undefined : Number(match[4]);
  const lastDay = new Date(year, month, 0).getDate();
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > lastDay)))
    throw new ConditionError("condition-impossible-date", [text], offset);
  return day === undefined ? { kind: "date", year, month } : { kind: "date", year, month, day };
};

/** Seconds in the largest unit that keeps them whole. */
const secondsAsQuantity = (seconds: number): Quantity =>
  seconds !== 0 && seconds % 60 === 0
    ? { kind: "quantity", amount: seconds / 60, unit: "m" }
    : { kind: "quantity", amount: seconds, unit: "s" };

/** Durations may be written as a clock shows them, or in hours and minutes. */
const readClock = (text: string): Quantity | null => {
  const clock = clockPattern.exec(text);
  if (clock) return secondsAsQuantity(Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
  const compound = compoundPattern.exec(text);
  return compound ? secondsAsQuantity(Number(compound[1]) * 3600 + Number(compound[2]) * 60) : null;
};

/** The unit in its canonical spelling. `typed` is not empty; `offset` is where it stands. */
const readUnit = (measure: Measure, typed: string, offset: number): string => {
  const dimension = dimensionOf[measure];
  if (dimension === "money") {
    const currency = currencyNamed(typed);
    if (currency === undefined) throw new ConditionError("condition-unknown-currency", [typed], offset);
    return currency;
  }
  if (dimension === "age" && typed.toLowerCase() === "m")
    throw new ConditionError("condition-ambiguous-unit", [typed, "min", "mo"], offset);
  const unit = canonicalUnitOf(measure, typed);
  if (unit !== undefined) return unit;
  const [, unitBefore = "", operator] = stuckOperator.exec(typed) ?? [];
  if (operator !== undefined && (unitBefore === "" || canonicalUnitOf(measure, unitBefore) !== undefined))
    throw new ConditionError("condition-space-before", [operator], offset + unitBefore.length);
  const names = unitNames(dimension);
  const meant = suggestName(
    typed,
    names.filter((name) => name.length > 1),
  );
  if (meant !== null) throw new ConditionError("condition-misspelt-unit", [typed, measure, meant], offset);
  throw new ConditionError("condition-unknown-unit", [typed, measure, names.join(", ")], offset);
};

const readQuantity = (measure: Measure, text: string, offset: number, unitOfOther: string | null): Quantity => {
  const dimension = dimensionOf[measure];
  if (dimension === "age" && likeDate.test(text)) throw new ConditionError("condition-age-is-date", [text], offset);
  const clock = dimension === "duration" ? readClock(text) : null;
  if (clock) return clock;
  const match = quantityPattern.exec(text);
  if (!match) throw new ConditionError("condition-expected-number", [measure, text], offset);
  const [, before = "", digits = "", after = ""] = match;
  const afterOffset = offset + before.length + digits.length;
  const isGrouped = dimension === "money" || (dimension === "count" && after === "");
  const thousands = isGrouped ? pointedThousands.exec(digits)?.[1] : undefined;
  if (thousands !== undefined)
    throw new ConditionError("condition-number-with-comma", [text], afterOffset - thousands.length);
  if (/^[.,'’]?\d/u.test(after) || (after.startsWith(",") && after.length > 1))
    throw new ConditionError("condition-number-with-comma", [text], afterOffset);
  if (before !== "" && dimension !== "money")
    throw new ConditionError("condition-expected-number", [measure, text], offset);
  const decimals = digits.split(".")[1]?.length ?? 0;
  if (digits.replace(".", "").length > mostDigits || decimals > mostDecimals)
    throw new ConditionError("condition-number-too-long", [digits], offset + before.length);
  const typedUnit = before || after;
  const amount = Number(digits);
  if (typedUnit !== "")
    return { kind: "quantity", amount, unit: readUnit(measure, typedUnit, before === "" ? afterOffset : offset) };
  if (unitOfOther !== null && needsUnit(dimension)) return { kind: "quantity", amount, unit: unitOfOther };
  if (needsUnit(dimension) && amount !== 0)
    throw new ConditionError("condition-expected-unit", [measure, unitNames(dimension).join(", ")], afterOffset);
  return { kind: "quantity", amount, unit: "" };
};

/**
 * Reads one operand of a comparison.
 *
 * @param offset where the operand starts in the condition, from 0
 * @param unitOfOther the unit of the other end of a range, which counts where this end has none
 * @throws {ConditionError} that says what was expected instead
 */
export const readOperand = (
  measure: Measure,
  text: string,
  offset: number,
  unitOfOther: string | null = null,
): Operand =>
  dimensionOf[measure] === "date" ? readDate(text, offset) : readQuantity(measure, text, offset, unitOfOther);
