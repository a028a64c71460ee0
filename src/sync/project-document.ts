import { cellsByItem, ownerName, placeOf } from "./document.ts";
import type { CellOf, ItemCells, Json, SyncDocument } from "./document.ts";
import { compareText } from "./dot.ts";
import { isThere, itemKinds, lineKinds } from "./item-kinds.ts";
import type { ItemKind } from "./item-kinds.ts";
import { joinConditions } from "./join-conditions.ts";
import { joinValues } from "./join-values.ts";
import { comparePositions } from "./position.ts";
import { restoredField } from "./restored-cells.ts";
import { conditionOf } from "./split-alternatives.ts";
import { visibleLines } from "./visible-lines.ts";

/** Settings as plain data, with whatever properties the document holds. */
export type PlainSettings = Readonly<Record<string, unknown>>;
export type PlainItem = Readonly<Record<string, unknown>> & { readonly id: string };

/** The settings that a document stands for; the same on every device that has the document. */
export function projectDocument(document: SyncDocument): PlainSettings {
  const items = cellsByItem(document);
  const entries: [string, unknown][] = [...(items.get("/")?.values ?? [])].map(([field, cells]) => [
    field,
    valueOf(cells),
  ]);
  for (const kind of lineKinds) {
    const cells = items.get(ownerName({ kind, id: "" }));
    entries.push([kind, cells === undefined ? [] : visibleLines(cells).map(({ text }) => text)]);
  }
  for (const [name, kind] of itemKinds) {
    const there = [...items.values()].filter((item) => item.kind === name && isThere(item));
    entries.push([name, there.toSorted(comparePlaces).map((item) => plainItem(item, kind))]);
  }
  return Object.fromEntries(entries);
}

function plainItem(item: ItemCells, kind: ItemKind): PlainItem {
  const entries: [string, unknown][] = [];
  const options: [string, unknown][] = [];
  const prefix = `${kind.options ?? ""}.`;
  for (const [field, cells] of item.values) {
    if (field === kind.alternatives || field === restoredField) continue;
    const value = valueOf(cells);
    if (field.startsWith(prefix)) options.push([field.slice(prefix.length), value]);
    else entries.push([field, value]);
  }
  if (kind.options !== undefined) entries.push([kind.options, Object.fromEntries(options)]);
  const lines = visibleLines(item).map(({ text }) => text);
  if (kind.lines !== undefined) entries.push([kind.lines, lines]);
  if (kind.alternatives !== undefined) {
    entries.push([kind.alternatives, conditionIn(lines, item.values.get(kind.alternatives) ?? [])]);
  }
  return { ...Object.fromEntries(entries), id: item.id };
}

/**
 * A condition from its alternatives; until it is edited, one of the document's second form is a property as any other.
 */
function conditionIn(lines: readonly string[], values: readonly CellOf<"value">[]): string {
  const texts = values.map(({ value }) => value).filter((value) => typeof value === "string");
  if (lines.length > 0) texts.push(conditionOf(lines));
  return texts.length === 1 ? (texts[0] ?? "") : joinConditions(texts.filter((text) => text.trim() !== ""));
}

const valueOf = (cells: readonly CellOf<"value">[]): Json =>
  joinValues(
    cells[0]?.kind ?? "",
    cells[0]?.field ?? "",
    cells.map(({ value }) => value),
  );

/** Items without a place, of which only a part is known yet, come last. */
function comparePlaces(one: ItemCells, other: ItemCells): number {
  const [mine, theirs] = [placeOf(one, ""), placeOf(other, "")];
  if (mine === null || theirs === null)
    return Number(mine === null) - Number(theirs === null) || compareText(one.id, other.id);
  return comparePositions(mine, theirs) || compareText(one.id, other.id);
}
