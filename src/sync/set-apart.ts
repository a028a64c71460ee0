import { apartFrom } from "./apart-from.ts";
import { deriveLines } from "./derive-lines.ts";
import { cellsByItem, ownerName, placeOf } from "./document.ts";
import type { ItemCells, Replica, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import { editDocument } from "./edit-document.ts";
import { itemKinds } from "./item-kinds.ts";
import type { RemovedItem } from "./removed-cells.ts";
import { noteRestored, originsIn, restoredField } from "./restored-cells.ts";
import { conditionOf } from "./split-alternatives.ts";
import { visibleLines } from "./visible-lines.ts";

/** Whether a condition can be judged by. */
export type IsReadable = (condition: string) => boolean;

const linesOf = (item: ItemCells | undefined): readonly string[] =>
  item === undefined ? [] : visibleLines(item).map(({ text }) => text);

/**
 * Sets apart what someone was still typing when another device's edit of the same condition came: joined with it, the
 * other's could not be read either. It becomes a filter of its own beside the one it is from, switched off, which says
 * what is wrong with it.
 *
 * @param merged This device's replica after a merge.
 * @param sides The two documents that were merged.
 */
export function setApart(merged: Replica, sides: readonly SyncDocument[], isReadable: IsReadable): Replica {
  const edit = editDocument(merged);
  const moves: RemovedItem[] = [];
  const items = cellsByItem(merged.document);
  for (const [name, item] of items) {
    const kind = itemKinds.get(item.kind)?.alternatives;
    const lines = kind === undefined ? [] : linesOf(item);
    if (kind === undefined || lines.length < 2) continue;
    const texts = sides.map((side) => conditionOf(linesOf(cellsByItem(side).get(name))));
    const text = conditionOf(lines);
    // Most merges leave a condition as one side has it.
    if (texts.includes(text) || isReadable(text) || !texts.some((one) => one !== "" && isReadable(one))) continue;
    const broken = lines.filter((line) => !isReadable(line));
    if (broken.length === lines.length) continue;
    edit.remove(visibleLines(item).flatMap((line) => (broken.includes(line.text) ? line.cells : [])));
    const kept = broken.filter((line) => line.trim() !== "");
    if (kept.length === 0) continue;
    const owner = { kind: item.kind, id: apartFrom(item.id) };
    const apart = items.get(ownerName(owner));
    deriveLines(edit, owner, apart, [...linesOf(apart), ...kept]);
    const origins = originsIn(item);
    const moved = visibleLines(item).filter(({ text: line }) => kept.includes(line));
    const dotsOf = ({ cells }: (typeof moved)[number]) =>
      cells.map(dotName).flatMap((dot) => [dot, ...(origins.get(dot) ?? [])]);
    // Whoever took one of them away without knowing that it is there now took it away here, too.
    moves.push({ ...owner, lines: moved.map((line) => [line.text, dotsOf(line)]), values: [] });
    // Where the rest of the item is not known, those who know it add it (`repair-items.ts`).
    if (item.items.length === 0 || (apart?.items.length ?? 0) > 0) continue;
    edit.add({ ...owner, type: "item" });
    for (const [field, cells] of item.values) {
      const value = field === "enabled" ? false : cells.at(-1)?.value;
      if (value === undefined || field === kind || field === restoredField) continue;
      edit.add({ ...owner, type: "value", field, value });
    }
    const at = placeOf(item, "");
    if (at !== null) edit.add({ ...owner, type: "place", of: "", at });
  }
  return noteRestored(merged, edit.finish(), { items: moves, dots: [] }).replica;
}
