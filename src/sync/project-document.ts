import { cellsByItem, ownerName, placeOf } from "./document.ts";
import type { CellOf, ItemCells, Json, SyncDocument } from "./document.ts";
import { compareText, dotName } from "./dot.ts";
import { betweenNames, isThere, itemKinds, lineKinds, nameField } from "./item-kinds.ts";
import type { ItemKind } from "./item-kinds.ts";
import { comparePositions } from "./position.ts";
import { sameJson } from "./same-json.ts";
import { visibleLines } from "./visible-lines.ts";

/** Settings as plain data, with whatever properties the document holds. */
export type PlainSettings = Readonly<Record<string, unknown>>;
export type PlainItem = Readonly<Record<string, unknown>> & { readonly id: string };

/** Between an item's id and the dot of a text, in the id of the copy that shows this text. */
const betweenCopy = "~";

/** The settings that a document stands for; the same on every device that has the document. */
export function projectDocument(document: SyncDocument): PlainSettings {
  const items = cellsByItem(document);
  const entries: [string, unknown][] = [...(items.get("/")?.values ?? [])].map(([field, cells]) => [
    field,
    valueOf(field, cells),
  ]);
  for (const kind of lineKinds) {
    const cells = items.get(ownerName({ kind, id: "" }));
    entries.push([kind, cells === undefined ? [] : visibleLines(cells).map(({ text }) => text)]);
  }
  for (const [name, kind] of itemKinds) {
    const there = [...items.values()].filter((item) => item.kind === name && isThere(item));
    entries.push([name, there.toSorted(comparePlaces).flatMap((item) => plainItems(item, kind))]);
  }
  return Object.fromEntries(entries);
}

/**
 * The texts of an item that others replaced at the same time, by the id of the copy that shows each. Nothing is stored
 * for a copy: it is seen as long as both texts are there.
 */
export function textCopies(item: ItemCells): ReadonlyMap<string, CellOf<"value">> {
  const cells = item.values.get(itemKinds.get(item.kind)?.text ?? "") ?? [];
  const shown = cells.at(-1);
  const others = cells.filter(
    (cell, index) =>
      shown !== undefined &&
      !sameJson(cell.value, shown.value) &&
      cells.findIndex(({ value }) => sameJson(value, cell.value)) === index,
  );
  return new Map(others.map((cell) => [`${item.id}${betweenCopy}${dotName(cell)}`, cell]));
}

function plainItems(item: ItemCells, kind: ItemKind): PlainItem[] {
  const plain = plainItem(item, kind);
  const copies = [...textCopies(item)].map(([id, { value }]) => ({ ...plain, id, [kind.text ?? ""]: value }));
  return [plain, ...copies];
}

function plainItem(item: ItemCells, kind: ItemKind): PlainItem {
  const entries: [string, unknown][] = [];
  const options: [string, unknown][] = [];
  const prefix = `${kind.options ?? ""}.`;
  for (const [field, cells] of item.values) {
    const value = valueOf(field, cells);
    if (field.startsWith(prefix)) options.push([field.slice(prefix.length), value]);
    else entries.push([field, value]);
  }
  if (kind.options !== undefined) entries.push([kind.options, Object.fromEntries(options)]);
  if (kind.lines !== undefined) entries.push([kind.lines, visibleLines(item).map(({ text }) => text)]);
  return { ...Object.fromEntries(entries), id: item.id };
}

/** One value for a field that several devices set at once: of names all, of others one that every device takes. */
function valueOf(field: string, cells: readonly CellOf<"value">[]): Json {
  const value = cells.at(-1)?.value ?? null;
  const names = cells.map((cell) => cell.value);
  if (field !== nameField || cells.length < 2 || !names.every((name) => typeof name === "string")) return value;
  return [...new Set(names)].toSorted(compareText).join(betweenNames);
}

/** Items without a place, of which only a part is known yet, come last. */
function comparePlaces(one: ItemCells, other: ItemCells): number {
  const [mine, theirs] = [placeOf(one, ""), placeOf(other, "")];
  if (mine === null || theirs === null)
    return Number(mine === null) - Number(theirs === null) || compareText(one.id, other.id);
  return comparePositions(mine, theirs) || compareText(one.id, other.id);
}
