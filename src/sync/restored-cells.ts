import { lineageOf } from "./apart-from.ts";
import { cellsByItem, ownerName } from "./document.ts";
import type { Cell, ItemCells, Json, Replica, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import type { DotName } from "./dot.ts";
import { editDocument } from "./edit-document.ts";
import { isThere } from "./item-kinds.ts";
import type { RemovedCells, RemovedItem } from "./removed-cells.ts";
import { sameJson } from "./same-json.ts";

/**
 * A property of items that stands for none of theirs: which of their cells are cells that were there before. Each part
 * of its value is a run of cells that were made one after the other: how far before the note's own dot the first of
 * them was, how many they are, and the dots that the first had before; each following one had the dots after these.
 */
export const restoredField = "$restored";

type Run = readonly [back: number, count: number, ...before: DotName[]];

/** More than one change makes, in what may come from anywhere. */
const longestRun = 10_000;

const isRun = (value: Json): value is Run =>
  Array.isArray(value) &&
  Number.isSafeInteger(value[0]) &&
  Number.isSafeInteger(value[1]) &&
  Number(value[1]) <= longestRun &&
  value.slice(2).every((name) => typeof name === "string" && /^\d+@/u.test(name));

/** The dot so many after another one of the same device. */
const later = (name: DotName, by: number): DotName => {
  const at = name.indexOf("@");
  return dotName({ counter: Number(name.slice(0, at)) + by, device: name.slice(at + 1) });
};

/** By the dot of a cell that was brought back, the dots that it had before. */
export function originsIn(item: ItemCells): ReadonlyMap<DotName, readonly DotName[]> {
  const origins = new Map<DotName, readonly DotName[]>();
  for (const { device, counter, value } of item.values.get(restoredField) ?? []) {
    for (const [back, count, ...before] of (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isRun)) {
      for (let at = 0; at < count; at++) {
        const name = dotName({ device, counter: counter - back + at });
        origins.set(name, [...(origins.get(name) ?? []), ...before.map((dot) => later(dot, at))]);
      }
    }
  }
  return origins;
}

interface Link {
  readonly counter: number;
  readonly dots: readonly DotName[];
}

/** Links in the order of their cells, as runs before a note with this counter. */
const runsOf = (links: readonly Link[], note: number): readonly Run[] => {
  const runs: { first: Link; count: number }[] = [];
  for (const link of links.toSorted((one, other) => one.counter - other.counter)) {
    const run = runs.at(-1);
    const follows =
      run !== undefined &&
      link.counter === run.first.counter + run.count &&
      link.dots.length === run.first.dots.length &&
      link.dots.every((name, at) => name === later(run.first.dots[at]!, run.count));
    if (follows) run.count++;
    else runs.push({ first: link, count: 1 });
  }
  return runs.map(({ first, count }) => [note - first.counter, count, ...first.dots]);
};

/**
 * A list that stayed, for the sake of other lines or as someone else brought it back, was brought back when so many of
 * its own come at once, or the last that it lacked.
 */
const mostOf = 0.5;

/** A replica, and what is remembered of what was removed from it. */
interface Restored {
  readonly replica: Replica;
  readonly removed: RemovedCells;
}

/**
 * Notes of items that were brought back here which of their cells were there before they were removed, so that other
 * devices know these for the same: what someone deleted of the item meanwhile stays deleted. They are no longer
 * remembered as removed; what an item had when it went another time, and lacks still, is.
 *
 * @param before This device's replica before the change.
 * @param after The replica after it.
 */
export function noteRestored(before: Replica, after: Replica, removed: RemovedCells): Restored {
  if (before === after || removed.items.length === 0) return { replica: after, removed };
  const edit = editDocument(after);
  const [had, has] = [cellsByItem(before.document), cellsByItem(after.document)];
  const isNew = (cell: Cell): boolean => !before.document.cells.has(dotName(cell));
  const known = new Set<Cell>();
  const left: RemovedItem[] = [];
  // A note gets the next dot of the device.
  let counter = after.counter;
  for (const one of removed.items.toReversed()) {
    const item = has.get(ownerName(one));
    const former = had.get(ownerName(one));
    if (item === undefined || !isThere(item)) {
      left.push(one);
      continue;
    }
    const waiting = Map.groupBy(one.lines, ([text]) => text);
    const dotsOf = (cell: Cell): readonly DotName[] | undefined => {
      if (cell.type === "line") return waiting.get(cell.text)?.shift()?.[1];
      if (cell.type !== "value") return undefined;
      return one.values.find(([field, value]) => field === cell.field && sameJson(value, cell.value))?.[2];
    };
    const links = item.cells
      .filter((cell) => isNew(cell) && !known.has(cell))
      .flatMap((cell) => {
        const dots = dotsOf(cell);
        return dots === undefined ? [] : [{ cell, counter: cell.counter, dots }];
      });
    const lines = links.filter(({ cell }) => cell.type === "line").length;
    const stayed = former !== undefined && isThere(former);
    const texts = new Set(item.lines.map(({ text }) => text));
    const isWhole = lines >= one.lines.length * mostOf || one.lines.every(([text]) => texts.has(text));
    const isBack = links.length > 0 && (!stayed || (lines > 0 && isWhole));
    if (!isBack || (lines === 0 && one.lines.length > 0)) left.push(one);
    if (!isBack) continue;
    for (const { cell } of links) known.add(cell);
    counter++;
    const value = runsOf(links, counter);
    edit.add({ kind: one.kind, id: one.id, type: "value", field: restoredField, value });
  }
  return known.size === 0
    ? { replica: after, removed }
    : { replica: edit.finish(), removed: { ...removed, items: left.toReversed() } };
}

/**
 * Removes what was brought back with an item by someone who did not know that it had been removed here. A value stays
 * where there is no other in its place. What was removed here with a whole item, while another device moved it into an
 * item beside, or had moved it there as this one had, is removed there as it comes, and this item with its last line.
 *
 * @param before What was known here before the merge.
 */
export function removeAgain(replica: Replica, { items, dots }: RemovedCells, before: SyncDocument): Replica {
  const removed = new Set(dots);
  const withItem = new Map(
    items
      .filter(({ own }) => own)
      .flatMap((item) => item.lines.flatMap(([, of]) => of.map((dot) => [dot, { item, last: of[0] }] as const))),
  );
  if (removed.size + withItem.size === 0) return replica;
  const edit = editDocument(replica);
  const known = cellsByItem(before);
  for (const [name, item] of cellsByItem(replica.document)) {
    if (!item.values.has(restoredField)) continue;
    const origins = originsIn(item);
    // What has a dot, too, that was not removed was written or brought back since.
    const isApart = lineageOf(item.id).length > 1;
    const isMoved = (dot: DotName): boolean => {
      const went = withItem.get(dot);
      return went !== undefined && (ownerName(went.item) !== name || (isApart && dot !== went.last));
    };
    const moved = item.lines.filter(
      (cell) => !before.cells.has(dotName(cell)) && origins.get(dotName(cell))?.every(isMoved) === true,
    );
    const again = item.cells.filter((cell) => {
      if (origins.get(dotName(cell))?.some((dot) => removed.has(dot)) !== true) return false;
      return cell.type === "line" || (cell.type === "value" && (item.values.get(cell.field)?.length ?? 0) > 1);
    });
    const gone = new Set<Cell>([...again, ...moved]);
    const isNew = moved.length > 0 || (isApart && !known.has(name));
    edit.remove(isNew && item.lines.every((line) => gone.has(line)) ? item.cells : gone);
  }
  return edit.finish();
}
