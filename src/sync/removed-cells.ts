import { cellsByItem } from "./document.ts";
import type { Cell, ItemCells, Json, Owner, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import type { DotName } from "./dot.ts";
import { isThere, itemKinds } from "./item-kinds.ts";
import { originsIn } from "./restored-cells.ts";
import { visibleLines } from "./visible-lines.ts";

/** An item that is gone, with what it held and the dots of it: those it had, and those it had before a restoration. */
export interface RemovedItem extends Owner {
  /** Whether all of it was removed on this device. */
  readonly own?: boolean;
  /** How many of the lines went when it went last; those that went with it before come after them. All unless told. */
  readonly latest?: number;
  readonly lines: readonly (readonly [text: string, dots: readonly DotName[]])[];
  readonly values: readonly (readonly [field: string, value: Json, dots: readonly DotName[]])[];
}

/**
 * What a device remembers of what was removed, by itself: a document holds nothing of it. Items that went as a whole, so
 * that one which is brought back is known for the same; and lines and values that were removed here from items which
 * stayed, so that they are not brought back with the item by someone who did not know of it.
 */
export interface RemovedCells {
  readonly items: readonly RemovedItem[];
  readonly dots: readonly DotName[];
}

export const nothingRemoved: RemovedCells = { items: [], dots: [] };

/** More than anyone takes back, and than goes on between two exchanges; longer items come back as new ones. */
const mostItems = 30;
const mostLines = 5000;
const mostDots = 2000;

const newest = <Value>(values: readonly Value[], most: number): readonly Value[] =>
  values.slice(Math.max(0, values.length - most));

const removedItem = (item: ItemCells): RemovedItem => {
  const origins = originsIn(item);
  const dotsOf = (cell: { readonly device: string; readonly counter: number }): readonly DotName[] => {
    const name = dotName(cell);
    return [name, ...(origins.get(name) ?? [])];
  };
  return {
    kind: item.kind,
    id: item.id,
    lines: visibleLines(item).map(({ text, cells }) => [text, cells.flatMap(dotsOf)]),
    values: [...item.values].flatMap(([field, cells]) => {
      const [last] = cells.slice(-1);
      return last === undefined ? [] : [[field, last.value, cells.flatMap(dotsOf)] as const];
    }),
  };
};

/** Whether an item that was there went as a whole. */
const isGone = (item: ItemCells, next: ItemCells | undefined): boolean =>
  itemKinds.has(item.kind) && isThere(item) && (next === undefined || !isThere(next));

const isLineOrValue = ({ type }: Cell): boolean => type === "line" || type === "value";

/**
 * Notes what one document has no more of another.
 *
 * @param isOwn Whether it was removed on this device and not by what came from elsewhere.
 */
export function noteRemoved(
  removed: RemovedCells,
  before: SyncDocument,
  after: SyncDocument,
  isOwn: boolean,
): RemovedCells {
  if (before.cells === after.cells) return removed;
  const items: RemovedItem[] = [];
  const dots: DotName[] = [];
  const now = cellsByItem(after);
  for (const [name, item] of cellsByItem(before)) {
    if (isGone(item, now.get(name))) {
      if (item.lines.length <= mostLines)
        items.push({ ...removedItem(item), own: isOwn, latest: visibleLines(item).length });
    } else if (isOwn) {
      for (const cell of item.cells) {
        if (isLineOrValue(cell) && !after.cells.has(dotName(cell))) dots.push(dotName(cell));
      }
    }
  }
  if (items.length + dots.length === 0) return removed;
  // One that was gone, and came and went once more for the sake of what others wrote in it, is brought back with all.
  const isSame = (one: RemovedItem, other: RemovedItem): boolean => one.kind === other.kind && one.id === other.id;
  const gone = items.map((item) => {
    const earlier = removed.items.find((one) => isSame(one, item));
    return earlier === undefined
      ? item
      : {
          ...item,
          own: item.own === true && earlier.own === true,
          lines: [...item.lines, ...earlier.lines],
          values: [...item.values, ...earlier.values],
        };
  });
  const others = removed.items.filter((one) => !gone.some((item) => isSame(one, item)));
  return { items: newest([...others, ...gone], mostItems), dots: newest([...removed.dots, ...dots], mostDots) };
}

/**
 * Notes of items that went as a whole on this device which of their lines and values had been removed before that: they
 * were removed by themselves, whoever brings the item back.
 *
 * @param between The documents between the two, in their order; asked for only where an item went.
 */
export function noteRemovedBefore(
  removed: RemovedCells,
  before: SyncDocument,
  between: () => readonly SyncDocument[],
  after: SyncDocument,
): RemovedCells {
  if (before.cells === after.cells) return removed;
  const now = cellsByItem(after);
  const gone = [...cellsByItem(before)].filter(([name, item]) => isGone(item, now.get(name)));
  if (gone.length === 0) return removed;
  const states = between().map((document) => ({ document, items: cellsByItem(document) }));
  const dots = gone.flatMap(([name, item]) => {
    const last = states.findLast(({ items }) => {
      const then = items.get(name);
      return then !== undefined && isThere(then);
    });
    if (last === undefined) return [];
    return item.cells
      .filter(isLineOrValue)
      .map(dotName)
      .filter((dot) => !last.document.cells.has(dot));
  });
  return dots.length === 0 ? removed : { ...removed, dots: newest([...removed.dots, ...dots], mostDots) };
}
