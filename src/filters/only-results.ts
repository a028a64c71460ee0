import type { Condition } from "./condition.ts";
import { not } from "./condition.ts";
import { parseCondition } from "./parse-condition.ts";
import { printCondition } from "./print-condition.ts";
import { newScanner } from "./scanner.ts";

const read = (text: string): Condition | null => {
  const parsed = parseCondition(text);
  return parsed.ok ? parsed.condition : null;
};

const same = (one: Condition | null, other: Condition | null): boolean =>
  one !== null && other !== null && printCondition(one) === printCondition(other);

/** What keeps a text from being read, whatever stands before it. */
const unreadableEnd = "(";

/**
 * The condition under which a filter hides all results but those that a condition, readable or not, is typed for. It
 * holds what was typed as it was typed, so that {@link onlyShown} reads it back. What can't be read stays so: the
 * parentheses around `a) OR (b` would make another condition of it.
 */
export function allButText(typed: string): string {
  const text = typed.trim();
  const plain = read(text);
  const isOneTerm = plain !== null && !["all", "any", "not"].includes(plain.kind) && printCondition(plain) === text;
  if (isOneTerm && same(read(`-${text}`), not(plain))) return `-${text}`;
  const whole = `-(${text})`;
  return plain === null && read(whole) !== null ? `${whole}${unreadableEnd}` : whole;
}

const sign = /^(?:-|NOT(?=[\s(]))\s*/u;

/** What is typed between parentheses that hold all of a text, or the text itself. */
const within = (text: string): string => {
  const inside = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1).trim() : text;
  return same(read(inside), read(text)) ? inside : text;
};

/**
 * What was typed for the only results that a filter with this condition shows, when it hides: what one negation stands
 * before. Null for every other condition. What can't be read is one as {@link allButText} writes it.
 */
export function onlyShown(text: string): string | null {
  const typed = text.trim();
  const plain = newScanner(typed).text;
  const [negation] = sign.exec(plain) ?? [];
  if (negation === undefined) return null;
  const whole = read(typed);
  if (whole === null) {
    const [around] = /^-\([^]*\)$/u.exec(plain) ?? [];
    if (around === undefined) {
      const inside = typed.slice(2, -1 - unreadableEnd.length);
      return allButText(inside) === typed ? inside : null;
    }
    const inside = typed.slice(2, -1).trim();
    return read(inside) === null ? inside : null;
  }
  const rest = typed.slice(negation.length);
  const shown = read(rest);
  return shown !== null && same(not(shown), whole) ? within(rest) : null;
}
