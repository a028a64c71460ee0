import { deriveFields, fieldsOf } from "./derive-fields.ts";
import { deriveLines } from "./derive-lines.ts";
import { cellsByItem, ownerName, placeOf } from "./document.ts";
import type { ItemCells, Owner, Replica } from "./document.ts";
import { editDocument } from "./edit-document.ts";
import type { DocumentEdit } from "./edit-document.ts";
import { isThere, itemKinds, lineKinds } from "./item-kinds.ts";
import type { ItemKind } from "./item-kinds.ts";
import { newPlaces } from "./new-places.ts";
import type { PlainItem, PlainSettings } from "./project-document.ts";
import type { RemovedItem } from "./removed-cells.ts";
import { sameJson } from "./same-json.ts";
import { conditionLines } from "./split-alternatives.ts";
import { visibleLines } from "./visible-lines.ts";

/**
 * Writes a change of the settings into a document: what `after` has and `before` has not is added, what only `before`
 * has is removed, and everything else stays as it is.
 *
 * @param before The settings that the document stands for, as this version reads them. What it can't read is neither in
 *   `before` nor in `after` and so is left alone.
 * @param removed Items that may come back, whose conditions come apart as they were.
 */
export function deriveChanges(
  replica: Replica,
  before: PlainSettings,
  after: PlainSettings,
  removed: readonly RemovedItem[] = [],
): Replica {
  const edit = editDocument(replica);
  const items = cellsByItem(replica.document);
  const root: Owner = { kind: "", id: "" };
  deriveFields(edit, root, items.get(ownerName(root)), rootFields(before), rootFields(after));
  for (const kind of lineKinds) {
    const owner = { kind, id: "" };
    const lines = after[kind];
    if (!sameJson(before[kind], lines)) deriveLines(edit, owner, items.get(ownerName(owner)), textsOf(lines));
  }
  for (const [name, kind] of itemKinds) {
    if (!sameJson(before[name], after[name])) {
      deriveItems(edit, name, kind, items, removed, itemsOf(before[name]), itemsOf(after[name]));
    }
  }
  return edit.finish();
}

const rootFields = (settings: PlainSettings): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(settings).filter(([field]) => !itemKinds.has(field) && !lineKinds.includes(field)));

const textsOf = (lines: unknown): readonly string[] => (lines as readonly string[] | undefined) ?? [];
const itemsOf = (items: unknown): readonly PlainItem[] => (items as readonly PlainItem[] | undefined) ?? [];
const textOf = (item: PlainItem, field: string): string | undefined => item[field] as string | undefined;

function deriveItems(
  edit: DocumentEdit,
  name: string,
  kind: ItemKind,
  items: ReadonlyMap<string, ItemCells>,
  removed: readonly RemovedItem[],
  before: readonly PlainItem[],
  after: readonly PlainItem[],
): void {
  const was = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map(({ id }) => id));
  const cellsOf = (id: string): ItemCells | undefined => items.get(ownerName({ kind: name, id }));
  for (const { id } of before) {
    if (!kept.has(id)) edit.remove(cellsOf(id)?.cells ?? []);
  }
  for (const item of after) {
    const owner = { kind: name, id: item.id };
    const cells = cellsOf(item.id);
    const known = cells === undefined ? undefined : was.get(item.id);
    // What came here of an item that was deleted is no item by itself: what is brought back beside it is one.
    const isItem = cells !== undefined && (known === undefined ? cells.items.length > 0 : isThere(cells));
    if (!isItem) edit.add({ ...owner, type: "item" });
    deriveFields(edit, owner, cells, known === undefined ? new Map() : fieldsOf(known, kind), fieldsOf(item, kind));
    // What came here of an item that was not to be seen was not deleted by whoever puts it there.
    const unseen = cells === undefined || known !== undefined ? [] : visibleLines(cells).map(({ text }) => text);
    const withUnseen = (lines: readonly string[]): readonly string[] =>
      unseen.length === 0 ? lines : [...unseen.filter((line) => !lines.includes(line)), ...lines];
    if (kind.lines !== undefined) deriveLines(edit, owner, cells, withUnseen(textsOf(item[kind.lines])));
    const condition = kind.alternatives === undefined ? undefined : textOf(item, kind.alternatives);
    if (kind.alternatives === undefined || condition === undefined) continue;
    // As it stands, it may be the joint of several, which would not come apart again.
    if (known !== undefined && textOf(known, kind.alternatives) === condition) continue;
    edit.remove(cells?.values.get(kind.alternatives) ?? []);
    const there = cells === undefined ? [] : visibleLines(cells).map(({ text }) => text);
    const former = removed.filter((one) => one.kind === name && one.id === item.id);
    const stood = [there, ...former.map(({ lines }) => lines.map(([text]) => text))];
    deriveLines(edit, owner, cells, withUnseen(conditionLines(condition, ...stood)));
  }
  derivePlaces(edit, name, after, cellsOf);
}

/** Puts items that are new or were moved where they stand now. */
function derivePlaces(
  edit: DocumentEdit,
  kind: string,
  after: readonly PlainItem[],
  cellsOf: (id: string) => ItemCells | undefined,
): void {
  const places = after.map(({ id }) => {
    const cells = cellsOf(id);
    return cells === undefined ? null : placeOf(cells, "");
  });
  for (const [index, at] of newPlaces(places, edit.device)) {
    const id = after[index]?.id ?? "";
    edit.remove(cellsOf(id)?.places.get("") ?? []);
    edit.add({ kind, id, type: "place", of: "", at });
  }
}
