/*
 * Reading of stored values that may be anything: what does not have its shape is told apart from what does. A tab
 * reads its settings before anything shows, so this is a few lines in place of a library of two kilobytes.
 */

/** Gives a value as its type, or {@link unread} where it is something else. */
export type Reader<Value> = (stored: unknown) => Value | typeof unread;

/** Stands for a value that could not be read. */
export const unread = Symbol("unread");

/** The type of what a reader reads. */
export type ReadBy<R> = R extends Reader<infer Value> ? Value : never;

export const isRecord = (stored: unknown): stored is Record<string, unknown> =>
  typeof stored === "object" && stored !== null && !Array.isArray(stored);

/** Reads what a check lets pass. */
const checked =
  <Value>(check: (stored: unknown) => stored is Value): Reader<Value> =>
  (stored) =>
    check(stored) ? stored : unread;

export const text = checked((stored) => typeof stored === "string");
export const flag = checked((stored) => typeof stored === "boolean");
/** A text by which something is known. */
export const identity = checked((stored): stored is string => typeof stored === "string" && stored !== "");
/** A whole number from `least` to `most`. */
export const whole = (least = 0, most = Number.MAX_SAFE_INTEGER): Reader<number> =>
  checked((stored): stored is number => Number.isInteger(stored) && Number(stored) >= least && Number(stored) <= most);
export const oneOf = <Choice extends string>(choices: readonly Choice[]): Reader<Choice> =>
  checked((stored): stored is Choice => choices.some((choice) => choice === stored));
export const texts = checked(
  (stored): stored is string[] => Array.isArray(stored) && stored.every((one) => typeof one === "string"),
);
/** Whatever a condition holds for that cannot be said as a type. */
export const record = (isGood: (stored: Record<string, unknown>) => boolean): Reader<Record<string, unknown>> =>
  checked((stored): stored is Record<string, unknown> => isRecord(stored) && isGood(stored));

/** What a reader reads, or null as it is. */
export const orNull =
  <Value>(read: Reader<Value>): Reader<Value | null> =>
  (stored) =>
    stored === null ? null : read(stored);

/** What a reader reads, or else another value. */
export const or =
  <Value>(read: Reader<Value>, other: Value) =>
  (stored: unknown): Value => {
    const value = read(stored);
    return value === unread ? other : value;
  };

type Readers = Readonly<Record<string, Reader<unknown>>>;
type RecordOf<R extends Readers> = { readonly [Name in keyof R]: ReadBy<R[Name]> };

/** An object of named values; one that cannot be read spoils it. Values of other names are left out. */
export const object =
  <R extends Readers>(readers: R): Reader<RecordOf<R>> =>
  (stored) => {
    if (!isRecord(stored)) return unread;
    const values: Record<string, unknown> = {};
    for (const [key, read] of Object.entries(readers)) {
      const value = read(stored[key]);
      if (value === unread) return unread;
      values[key] = value;
    }
    return values as RecordOf<R>;
  };

/** As many of a list's values as can be read, and the others as they were stored. */
export const readEach = <Value>(
  stored: unknown,
  read: Reader<Value>,
): { readonly items: Value[]; readonly unreadable: unknown[] } => {
  if (stored === undefined) return { items: [], unreadable: [] };
  if (!Array.isArray(stored)) return { items: [], unreadable: [stored] };
  const items: Value[] = [];
  const unreadable: unknown[] = [];
  for (const entry of stored) {
    const value = read(entry);
    if (value === unread) unreadable.push(entry);
    else items.push(value);
  }
  return { items, unreadable };
};
