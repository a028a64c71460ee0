import { isShallow } from "@/sync/json-depth.ts";

/** An object of a file, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; none where it is no list. */
export const objectsIn = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? (value as readonly unknown[]).filter(isFields) : [];

/** An object as JSON, without what in it is nested too deep to be written. */
export const shallowJson = (fields: Fields): string =>
  JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => isShallow(value))));

/** The texts of a list, or the values of an object that older versions wrote in its place. */
export const textsIn = (value: unknown): readonly string[] => {
  const items: readonly unknown[] = Array.isArray(value) ? value : isFields(value) ? Object.values(value) : [];
  return items.filter((item) => typeof item === "string");
};

/** A text with something in it, or null. */
export const filledText = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

/** A value by the first of several names that an object has of its own. */
export const firstOf = (fields: Fields, ...names: readonly string[]): unknown => {
  const name = names.find((one) => Object.hasOwn(fields, one));
  return name === undefined ? undefined : fields[name];
};
