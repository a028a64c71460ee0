import { splitAlternatives } from "./split-alternatives.ts";

/** A site or an address, as the menu at a result adds them one after the other. */
const plainTerm = /^(?:site:[^\s()"]+|url="[^"\\]*")$/u;

/** Parentheses around parentheses; more are left as they are. */
const deepest = 20;

/**
 * The alternatives of a condition, as texts without parentheses around them; null where it cannot be told where one
 * ends.
 */
const alternativesOf = (text: string, level = 0): readonly string[] | null => {
  const parts = level > deepest ? null : splitAlternatives(text);
  if (parts === null) return null;
  const found: string[] = [];
  for (const part of parts.map((one) => one.trim())) {
    const within = withinParentheses(part);
    const some = within === null ? [part] : alternativesOf(within, level + 1);
    if (some === null || part === "") return null;
    found.push(...some);
  }
  return found;
};

/** What stands in parentheses that hold a whole text; null where none do. */
const withinParentheses = (text: string): string | null => {
  if (!text.startsWith("(") || !text.endsWith(")")) return null;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length - 1; at++) {
    const sign = text.charAt(at);
    if (sign === "\\" && quoted) at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "(") depth++;
    else if (!quoted && sign === ")") depth--;
    if (depth === 0) return null;
  }
  return text.slice(1, -1);
};

/**
 * Several conditions as one that is true where one of them is. What several have as an alternative stands there once,
 * so that a condition that is joined again and again, such as a list of sites, does not grow by it.
 */
export const joinConditions = (texts: readonly string[]): string => {
  const alternatives = new Set(texts.flatMap((text) => alternativesOf(text.trim()) ?? [text]));
  const [only] = alternatives;
  if (alternatives.size === 1 && only !== undefined) return only;
  return [...alternatives].map((text) => (plainTerm.test(text) ? text : `(${text})`)).join(" OR ");
};
