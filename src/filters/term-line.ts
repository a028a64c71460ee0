import type { Condition } from "./condition.ts";

const hasWildcard = /[*?]/u;

/** The keyword line that searches for a text of a condition, with its field where it has one. */
export const termLine = (text: Extract<Condition, { kind: "text" }>): string => {
  // A word is quoted as soon as it can be, because a line that starts with # would be a comment.
  const literal = text.form === "phrase" || (text.form === "word" && !hasWildcard.test(text.text));
  const pattern = literal ? `"${text.text}"` : text.text;
  return text.field === null ? pattern : `${text.field}:${pattern}`;
};
