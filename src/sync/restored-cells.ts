import { lineageOf } from "./apart-from.ts";
import { cellsByItem, ownerName } from "./document.ts";
import type { Cell, CellOf, ItemCells, Json, Owner, Replica, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import type { DotName } from "./dot.ts";
import { editDocument } from "./edit-document.ts";
import { isThere } from "./item-kinds.ts";
import type { RemovedCells, RemovedItem } from "./removed-cells.ts";
import { sameJson } from "./same-json.ts";
import { lastSeen } from "./seen-dots.ts";

/**
 * A property of items that stands for none of theirs: which of their cells are cells that were there before. Each part
 * of its value is a run of cells that were made one after the other: how far before the note's own dot the first of
 * them was, how many they are, and the dots that the first had before; each following one had the dots after these.
 * Where they are lines of an item that stayed, a record beside tells what the device that brought them back had heard
 * of: for each device the last counter.
 */
export const restoredField = "$restored";

type Run = readonly [back: number, count: number, ...before: DotName[]];

/** No run is longer, whatever comes from anywhere; more make several. */
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

const runsIn = ({ value }: CellOf<"value">): readonly Run[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isRun);

/** By the dots of the cells that a note is of, the dots that they had before. */
const originsOf = (note: CellOf<"value">): ReadonlyMap<DotName, readonly DotName[]> => {
  const origins = new Map<DotName, readonly DotName[]>();
  for (const [back, count, ...before] of runsIn(note)) {
    for (let at = 0; at < count; at++) {
      const name = dotName({ device: note.device, counter: note.counter - back + at });
      origins.set(name, [...(origins.get(name) ?? []), ...before.map((dot) => later(dot, at))]);
    }
  }
  return origins;
};

/** By the dot of a cell that was brought back, the dots that it had before. */
export function originsIn(item: ItemCells): ReadonlyMap<DotName, readonly DotName[]> {
  const origins = new Map<DotName, readonly DotName[]>();
  for (const note of item.values.get(restoredField) ?? []) {
    for (const [name, dots] of originsOf(note)) origins.set(name, [...(origins.get(name) ?? []), ...dots]);
  }
  return origins;
}

/** Whether none of the cells that a note is of is there any more. */
export const isIdleNote = (note: CellOf<"value">, { cells }: SyncDocument): boolean =>
  runsIn(note).every(([back, count]) => {
    for (let at = 0; at < count; at++) {
      if (cells.has(dotName({ device: note.device, counter: note.counter - back + at }))) return false;
    }
    return true;
  });

/** What the device had heard of that brought back lines of an item that stayed; null in a note of a whole item. */
const heardIn = ({ value }: CellOf<"value">): { readonly [device: string]: Json } | null => {
  const found = (Array.isArray(value) ? (value as readonly Json[]) : []).find(
    (part) => typeof part === "object" && part !== null && !Array.isArray(part),
  );
  return (found as { readonly [device: string]: Json } | undefined) ?? null;
};

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
      run.count < longestRun &&
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
 * Notes of what was brought back here which of its cells were there before they were removed, so that other devices
 * know these for the same: what someone deleted of it meanwhile stays deleted. That is an item that had gone as a
 * whole, and each line that this device had taken away. They are no longer remembered as removed; what an item had when
 * it went another time, and lacks still, is.
 *
 * @param before This device's replica before the change.
 * @param after The replica after it.
 */
export function noteRestored(before: Replica, after: Replica, removed: RemovedCells): Restored {
  if (before === after || removed.items.length === 0) return { replica: after, removed };
  const edit = editDocument(after);
  const [had, has] = [cellsByItem(before.document), cellsByItem(after.document)];
  const known = new Set<Cell>();
  const newIn = new Map<ItemCells, readonly Cell[]>();
  const newCells = (item: ItemCells): readonly Cell[] => {
    const cells = newIn.get(item) ?? item.cells.filter((cell) => !before.document.cells.has(dotName(cell)));
    newIn.set(item, cells);
    return cells.filter((cell) => !known.has(cell));
  };
  const left: RemovedItem[] = [];
  // A note gets the next dot of the device.
  let counter = after.counter;
  const note = ({ kind, id }: Owner, links: readonly Link[], ...beside: Json[]): void => {
    counter++;
    const value = [...runsOf(links, counter), ...beside];
    edit.add({ kind, id, type: "value", field: restoredField, value });
  };
  const parts = new Map<ItemCells, Link[]>();
  for (const one of removed.items.toReversed()) {
    const item = has.get(ownerName(one));
    const cells = item === undefined || !isThere(item) ? [] : newCells(item);
    if (item === undefined || cells.length === 0) {
      left.push(one);
      continue;
    }
    const waiting = Map.groupBy(one.lines, ([text]) => text);
    const dotsOf = (cell: Cell): readonly DotName[] | undefined => {
      if (cell.type === "line") return waiting.get(cell.text)?.shift()?.[1];
      if (cell.type !== "value" || one.part !== undefined) return undefined;
      return one.values.find(([field, value]) => field === cell.field && sameJson(value, cell.value))?.[2];
    };
    const links = cells.flatMap((cell) => {
      const dots = dotsOf(cell);
      return dots === undefined ? [] : [{ cell, counter: cell.counter, dots }];
    });
    if (one.part !== undefined) {
      const lines = [...waiting.values()].flat();
      if (lines.length + one.values.length > 0) left.push(links.length === 0 ? one : { ...one, lines });
      for (const { cell } of links) known.add(cell);
      if (links.length > 0) parts.set(item, [...(parts.get(item) ?? []), ...links]);
      continue;
    }
    const lines = links.filter(({ cell }) => cell.type === "line").length;
    const former = had.get(ownerName(one));
    const stayed = former !== undefined && isThere(former);
    const texts = new Set(item.lines.map(({ text }) => text));
    const isWhole = lines >= one.lines.length * mostOf || one.lines.every(([text]) => texts.has(text));
    const isBack = links.length > 0 && (!stayed || (lines > 0 && isWhole));
    if (!isBack || (lines === 0 && one.lines.length > 0)) left.push(one);
    if (!isBack) continue;
    for (const { cell } of links) known.add(cell);
    note(one, links);
  }
  const heard = Object.fromEntries(
    [...before.document.seen.keys()].map((name) => [name, lastSeen(before.document.seen, name)]),
  );
  for (const [item, links] of parts) note(item, links, heard);
  return known.size === 0
    ? { replica: after, removed }
    : { replica: edit.finish(), removed: { items: left.toReversed() } };
}

/**
 * Removes what was brought back by someone who did not know that it had been removed here. A value stays where there is
 * no other in its place, and so do lines where all that came back at once had been removed here, and whoever brought
 * them back had heard of that: they are meant. What was removed here with a whole item, while another device moved it
 * into an item beside, or had moved it there as this one had, is removed there as it comes, and this item with its last
 * line.
 *
 * @param before What was known here before the merge.
 */
export function removeAgain(replica: Replica, { items }: RemovedCells, before: SyncDocument): Replica {
  const noted = [...cellsByItem(replica.document)].filter(([, item]) => item.values.has(restoredField));
  if (items.length === 0 || noted.length === 0) return replica;
  /** What was removed here by itself, and the dot that tells of it. */
  const alone = new Map(
    items.flatMap(({ part, lines, values }) =>
      part === undefined
        ? []
        : [...lines.map(([, dots]) => dots), ...values.map(([, , dots]) => dots)]
            .flat()
            .map((dot) => [dot, part] as const),
    ),
  );
  const withItem = new Map(
    items
      .filter(({ own }) => own)
      .flatMap((item) => item.lines.flatMap(([, of]) => of.map((dot) => [dot, { item, last: of[0] }] as const))),
  );
  const edit = editDocument(replica);
  const known = cellsByItem(before);
  for (const [name, item] of noted) {
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
    const again = (item.values.get(restoredField) ?? []).flatMap((note) => {
      const heard = heardIn(note);
      // Whether lines are meant is asked once, when they come.
      if (heard !== null && before.cells.has(dotName(note))) return [];
      const noticed = originsOf(note);
      const marks = (cell: Cell): readonly DotName[] =>
        (noticed.get(dotName(cell)) ?? []).map((dot) => alone.get(dot)).filter((mark) => mark !== undefined);
      const back = item.cells.filter((cell) => noticed.has(dotName(cell)));
      const hasHeard = (mark: DotName): boolean => {
        const [counter, device] = [Number.parseInt(mark, 10), mark.slice(mark.indexOf("@") + 1)];
        return Number(heard?.[device] ?? 0) >= counter;
      };
      if (heard !== null && back.every((cell) => marks(cell).length > 0 && marks(cell).every(hasHeard))) return [];
      return back.filter((cell) => {
        if (marks(cell).length === 0) return false;
        return cell.type === "line" || (cell.type === "value" && (item.values.get(cell.field)?.length ?? 0) > 1);
      });
    });
    const gone = new Set<Cell>([...again, ...moved]);
    const isNew = moved.length > 0 || (isApart && !known.has(name));
    edit.remove(isNew && item.lines.every((line) => gone.has(line)) ? item.cells : gone);
  }
  return edit.finish();
}
