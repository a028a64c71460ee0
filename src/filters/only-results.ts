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

/**
 * The condition under which a filter hides all results but those that a condition, readable or not, is typed for. It
 * holds what was typed as it was typed, so that {@link onlyShown} reads it back.
 */
export function allButText(typed: string): string {
  const text = typed.trim();
  const plain = read(text);
  const isOneTerm = plain !== null && !["all", "any", "not"].includes(plain.kind) && printCondition(plain) === text;
  return isOneTerm && same(read(`-${text}`), not(plain)) ? `-${text}` : `-(${text})`;
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
    const inside = /^-\([^]*\)$/u.test(plain) ? typed.slice(2, -1).trim() : null;
    return inside === null || read(inside) !== null ? null : inside;
  }
  const rest = typed.slice(negation.length);
  const shown = read(rest);
  return shown !== null && same(not(shown), whole) ? within(rest) : null;
}
