/** What was read is no document: damaged, or written by something else. */
export class MalformedDocument extends Error {}

export function malformed(what: string): never {
  throw new MalformedDocument(`The document is malformed: ${what}`);
}

export const arrayOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : malformed("no array");

export const textOf = (value: unknown): string => (typeof value === "string" ? value : malformed("no text"));

export const numbersOf = (value: unknown): readonly number[] =>
  arrayOf(value).map((number) => (Number.isSafeInteger(number) ? (number as number) : malformed("no number")));
