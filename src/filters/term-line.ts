import type { Condition } from "./condition.ts";

const hasWildcard = /[*?]/u;

/** The keyword line that searches for a text of a condition, with its field where it has one. */
export const termLine = (text: Extract<Condition, { kind: "text" }>): string => {
  // A word is quoted as soon as it can be, because a line that starts with # would be a comment.
  const literal = text.form === "phrase" || (text.form === "word" && !hasWildcard.test(text.text));
  const pattern = literal ? `"${text.text}"` : text.text;
  return text.field === null ? pattern : `${text.field}:${pattern}`;
};

/** What stands for a regular expression that is looked for in a property; `readPropertyLine` takes it apart. */
export const propertyLine = ({ name, text }: Extract<Condition, { kind: "property" }>): string =>
  `prop:${name}=${text}`;

/** The property and the expression of such a line, or null for the line of a text. */
export const readPropertyLine = (line: string): { readonly name: string; readonly expression: string } | null => {
  const [, name, expression] = /^prop:([^=]+)=(\/.*)$/su.exec(line) ?? [];
  return name === undefined || expression === undefined ? null : { name, expression };
};
