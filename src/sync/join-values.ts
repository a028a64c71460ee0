import type { Json } from "./document.ts";
import { sameJson } from "./same-json.ts";

/** Stands between names that were given to one thing at once. */
const betweenNames = " / ";

/** The key of a recipe's data under which the other edits of it stand; readers of recipes leave unknown keys alone. */
const otherEdits = "otherEdits";

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: Json): value is string => typeof value === "string";

/**
 * One value for a property that several devices set at once. Of what people write, all is kept where it can be seen:
 * names stand side by side, a recipe carries the others' data along. Of switches, colours
 * and options, which can be seen and set again, one counts that every device takes.
 *
 * @param values The values, in an order that is the same on every device.
 */
export function joinValues(kind: string, field: string, values: readonly Json[]): Json {
  const last = values.at(-1) ?? null;
  const all = values.filter((value, index) => values.findIndex((other) => sameJson(other, value)) === index);
  if (all.length < 2) return last;
  const texts = all.filter(isText).filter((text) => text.trim() !== "");
  if (field === "name" && texts.length > 0) return texts.join(betweenNames);
  if (kind === "recipes" && field === "data" && isRecord(last)) {
    return { ...last, [otherEdits]: all.filter((value) => !sameJson(value, last)) };
  }
  return last;
}
