import type { Place } from "./place.ts";

/** Groups of three digits, or of two before the last three as in India. */
const grouped = /^\d{1,3}([.,])(?:\d{2,3}\1)*\d{3}$/;

/**
 * The value of a number as it is written: `1,234.5`, `1.234,5`, `1 234,5`, `1'234.5`, `1,23,456`. Null where it can
 * be read in two ways, or is no number but an address, a version, or a date.
 *
 * @param isCount what is counted has no decimals, so that a lone separator before three digits groups them; elsewhere
 * only the language of the page tells.
 */
export const parseNumber = (raw: string, isCount: boolean, { decimal }: Place): number | null => {
  const plain = Number(raw);
  if (plain >= 0 && !raw.includes(".")) return plain;
  const digits = raw.replace(/[\s']/g, "");
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return Number(digits);
  const whole = digits.slice(0, last);
  const rest = digits.slice(last + 1);
  const sign = digits.charAt(last);
  const group = /[.,]/.exec(whole)?.[0];
  if (group !== undefined) {
    if (digits !== raw || !grouped.test(group === sign ? digits : whole)) return null;
    return Number(group === sign ? digits.replaceAll(sign, "") : `${whole.replaceAll(group, "")}.${rest}`);
  }
  const isDecimal = digits !== raw || rest.length !== 3 || whole.length > 3 || whole === "0";
  if (isDecimal || (!isCount && sign === decimal)) return Number(`${whole}.${rest}`);
  // English software writes 1.234 on pages of every language, but nobody writes 1,234 for a fraction in English.
  return isCount || (sign === "," && decimal !== "") ? Number(whole + rest) : null;
};
