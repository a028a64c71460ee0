import type { Language } from "./languages/language.ts";

/**
 * What a lone separator before exactly three digits can be: counts have no decimals, so there it groups; elsewhere
 * only the language of the page tells.
 */
export type NumberUse = "count" | "measure";

/** Groups of three digits, or of two before the last three as in India. */
const grouped = {
  ",": /^\d{1,3}(?:,\d{2,3})*,\d{3}$/u,
  ".": /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/u,
} as const;

const onlyDigits = /^\d+$/u;

const isGrouped = (digits: string, separator: "," | "."): boolean => grouped[separator].test(digits);

const readLoneSeparator = (
  digits: string,
  separator: "," | ".",
  use: NumberUse,
  language: Language | null,
): number | null => {
  const [whole = "", rest = ""] = digits.split(separator);
  const asDecimal = Number(`${whole}.${rest}`);
  if (rest.length !== 3 || whole.length > 3 || whole === "0") return asDecimal;
  const asGroups = Number(whole + rest);
  if (use === "count") return asGroups;
  if (language === null) return null;
  if (separator === language.decimal) return asDecimal;
  // English software writes 1.234 on pages of every language, but nobody writes 1,234 for a fraction in English.
  return separator === "," ? asGroups : null;
};

/**
 * The value of a number as it is written: `1,234.5`, `1.234,5`, `1 234,5`, `1'234.5`, `1,23,456`. Null where it can
 * be read in two ways, or is no number but an address, a version, or a date.
 */
export const parseNumber = (raw: string, use: NumberUse, language: Language | null): number | null => {
  if (onlyDigits.test(raw)) return Number(raw);
  const digits = raw.replaceAll(/[\s'’]/gu, "");
  const commas = digits.split(",").length - 1;
  const stops = digits.split(".").length - 1;
  if (commas + stops === 0) return Number(digits);
  if (digits.length !== raw.length && commas + stops > 1) return null;
  if (digits.length !== raw.length) return Number(digits.replace(",", "."));
  if (commas > 0 && stops > 0) {
    const decimal = digits.lastIndexOf(",") > digits.lastIndexOf(".") ? "," : ".";
    const group = decimal === "," ? "." : ",";
    if ((decimal === "," ? commas : stops) > 1) return null;
    const [whole = "", rest = ""] = digits.split(decimal);
    return isGrouped(whole, group) ? Number(`${whole.replaceAll(group, "")}.${rest}`) : null;
  }
  const separator = commas > 0 ? "," : ".";
  if (commas + stops === 1) return readLoneSeparator(digits, separator, use, language);
  return isGrouped(digits, separator) ? Number(digits.replaceAll(separator, "")) : null;
};
