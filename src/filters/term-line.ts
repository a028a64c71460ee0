import type { Condition } from "./condition.ts";

/** The keyword line that searches for a text of a condition, with its field where it has one. */
export const termLine = (text: Extract<Condition, { kind: "text" }>): string => {
  const pattern = text.form === "phrase" ? `"${text.text}"` : text.text;
  return text.field === null ? pattern : `${text.field}:${pattern}`;
};
