import type { ItemCells, Json, Owner } from "./document.ts";
import type { DocumentEdit } from "./edit-document.ts";
import type { ItemKind } from "./item-kinds.ts";
import type { PlainItem } from "./project-document.ts";
import { sameJson } from "./same-json.ts";

/** Writes down the fields of an item, or of the settings themselves, that changed. */
export function deriveFields(
  edit: DocumentEdit,
  owner: Owner,
  cells: ItemCells | undefined,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): void {
  for (const field of new Set([...before.keys(), ...after.keys()])) {
    const value = after.get(field);
    if (before.has(field) && sameJson(before.get(field), value)) continue;
    edit.remove(cells?.values.get(field) ?? []);
    if (value !== undefined) edit.add({ ...owner, type: "value", field, value: value as Json });
  }
}

/** The properties of an item that are merged each by itself, with those of its options under names of their own. */
export function fieldsOf(item: PlainItem, kind: ItemKind): ReadonlyMap<string, unknown> {
  const fields = Object.entries(item).filter(
    ([field]) => !["id", kind.lines, kind.alternatives, kind.options].includes(field),
  );
  const options = kind.options === undefined ? {} : ((item[kind.options] ?? {}) as Readonly<Record<string, unknown>>);
  return new Map([
    ...fields,
    ...Object.entries(options).map(([name, value]) => [`${kind.options}.${name}`, value] as const),
  ]);
}
