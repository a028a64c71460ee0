import { messageText } from "@/browser/message-text.ts";
import type { Operand } from "@/filters/condition.ts";
import { dimensionOf, unitFactor } from "@/filters/units.ts";
import type { FacetName } from "@/model/facet.ts";
import { dateText, numberText } from "@/ui/controls/local-text.ts";

import type { Trial } from "./trial.ts";

/** What `Intl` calls the units of conditions. */
const unitNames: Readonly<Record<string, string>> = {
  s: "second",
  m: "minute",
  min: "minute",
  h: "hour",
  d: "day",
  w: "week",
  mo: "month",
  y: "year",
};

/** From here on counts are told in thousands or millions. */
const large = 10_000;

const counted = (count: number): string =>
  numberText(count, count >= large ? { notation: "compact", maximumSignificantDigits: 3 } : {});

const isCode = /^[A-Z]{3}$/u;

/** An amount in a currency, or beside a sign that several share. */
function priced(amount: number, currency: string): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  if (isCode.test(currency)) return numberText(amount, { style: "currency", currency, minimumFractionDigits });
  const bare = numberText(amount, { minimumFractionDigits, maximumFractionDigits: 2 });
  return currency.length === 1 ? `${currency}${bare}` : `${bare} ${currency}`;
}

/** A figure with its unit, in the words of the interface's language: “40 pages”, “2 MB”, “3 months”. */
export function describeOperand(operand: Operand, facet: FacetName): string {
  if (operand.kind === "date") {
    const { year, month, day } = operand;
    const date = new Date(year, (month ?? 1) - 1, day ?? 1);
    const format: Intl.DateTimeFormatOptions = {
      year: "numeric",
      ...(month === undefined ? {} : { month: "short" }),
      ...(day === undefined ? {} : { day: "numeric" }),
    };
    return dateText(date, format);
  }
  const { amount, unit } = operand;
  switch (facet) {
    case "rating":
      return messageText("rating", [numberText(amount)]);
    case "price":
      return unit === "" ? numberText(amount) : priced(amount, unit);
    case "size":
      // `Intl` writes kB, which is 1,000 bytes; conditions and pages mean 1,024 by KB.
      return `${numberText(amount)} ${unit || "B"}`;
    case "date":
    case "duration":
      return numberText(amount, { style: "unit", unit: unitNames[unit] ?? "second", unitDisplay: "long" });
    default: {
      const count = amount * unitFactor(dimensionOf[facet], unit);
      return messageText(`amount.${facet}`, count, [counted(count)]);
    }
  }
}

/** Two figures of a kind, with their unit said once where it is the same: “12 – 300 pages”. */
function describeRange(low: Operand, high: Operand, facet: FacetName): string {
  const apart = messageText("narrow.between", [describeOperand(low, facet), describeOperand(high, facet)]);
  if (low.kind !== "quantity" || high.kind !== "quantity") return apart;
  switch (facet) {
    case "rating":
      return messageText("rating", [messageText("narrow.between", [numberText(low.amount), numberText(high.amount)])]);
    case "pages":
    case "votes":
    case "comments":
    case "views":
    case "downloads": {
      const count = ({ amount, unit }: typeof low): number => amount * unitFactor(dimensionOf[facet], unit);
      const both = messageText("narrow.between", [counted(count(low)), counted(count(high))]);
      return messageText(`amount.${facet}`, count(high), [both]);
    }
    default:
      return apart;
  }
}

/** What a trial leaves, in words; null where it sets no end. */
export function describeTrial({ low, high }: Trial, facet: FacetName): string | null {
  const [from, upTo] = [low && describeOperand(low, facet), high && describeOperand(high, facet)];
  // A low date is a long age.
  const age = [low, high].some((operand) => facet === "date" && operand?.kind === "quantity");
  if (low !== null && high !== null && !age) return describeRange(low, high, facet);
  if (from !== null && upTo !== null) return messageText("narrow.ageBetween", [upTo, from]);
  if (from !== null) return messageText(age ? "narrow.ageUpTo" : "narrow.from", [from]);
  if (upTo !== null)
    return messageText(age ? "narrow.ageFrom" : facet === "date" ? "narrow.until" : "narrow.upTo", [upTo]);
  return null;
}
