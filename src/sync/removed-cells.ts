import { cellsByItem } from "./document.ts";
import type { Cell, ItemCells, Json, Owner, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import type { DotName } from "./dot.ts";
import { isThere, itemKinds } from "./item-kinds.ts";
import { originsIn } from "./restored-cells.ts";
import { visibleLines } from "./visible-lines.ts";

/**
 * An item that went, with what it held then and the dots of it: those it had, and those it had before a restoration.
 * One that went, and came and went once more for the sake of what others wrote in it, is remembered for each time.
 */
export interface RemovedItem extends Owner {
  /** Whether all of it was removed on this device. */
  readonly own?: boolean;
  readonly lines: readonly (readonly [text: string, dots: readonly DotName[]])[];
  readonly values: readonly (readonly [field: string, value: Json, dots: readonly DotName[]])[];
}

/**
 * What a device remembers of what was removed, by itself: a document holds nothing of it. Items that went as a whole,
 * so that one which is brought back is known for the same; and lines and values that were removed here from items which
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

/** All dots that a cell of an item has had, its own first: whoever has it under one of them has the same. */
const dotsIn = (item: ItemCells): ((cell: Cell) => readonly DotName[]) => {
  const origins = originsIn(item);
  return (cell) => [dotName(cell), ...(origins.get(dotName(cell)) ?? [])];
};

/** An item that went, with those of its cells that were there until then. */
const removedItem = (item: ItemCells, wasThere: (cell: Cell) => boolean, own: boolean): RemovedItem => {
  const dotsOf = dotsIn(item);
  return {
    kind: item.kind,
    id: item.id,
    own,
    lines: visibleLines(item)
      .map(({ text, cells }) => [text, cells.filter(wasThere).flatMap(dotsOf)] as const)
      .filter(([, dots]) => dots.length > 0),
    values: [...item.values].flatMap(([field, all]) => {
      const cells = all.filter(wasThere);
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
 * Notes what one document has no more of another. What an item lost before it went as a whole was removed by itself.
 *
 * @param isOwn Whether it was removed on this device and not by what came from elsewhere.
 * @param between The documents between the two, in their order; asked for only where an item went.
 */
export function noteRemoved(
  removed: RemovedCells,
  before: SyncDocument,
  after: SyncDocument,
  isOwn: boolean,
  between: () => readonly SyncDocument[] = () => [],
): RemovedCells {
  if (before.cells === after.cells) return removed;
  const items: RemovedItem[] = [];
  const dots: DotName[] = [];
  const now = cellsByItem(after);
  let states: readonly SyncDocument[] | null = null;
  const lastWith = (name: string): SyncDocument => {
    states ??= between();
    const isIn = (document: SyncDocument): boolean => {
      const item = cellsByItem(document).get(name);
      return item !== undefined && isThere(item);
    };
    return states.findLast(isIn) ?? before;
  };
  for (const [name, item] of cellsByItem(before)) {
    const whole = isGone(item, now.get(name));
    const last = whole ? lastWith(name) : after;
    const wasThere = (cell: Cell): boolean => last.cells.has(dotName(cell));
    if (whole && item.lines.length <= mostLines) items.push(removedItem(item, wasThere, isOwn));
    const alone = isOwn ? item.cells.filter((cell) => isLineOrValue(cell) && !wasThere(cell)) : [];
    if (alone.length > 0) for (const dot of alone.flatMap(dotsIn(item))) dots.push(dot);
  }
  if (items.length + dots.length === 0) return removed;
  return { items: newest([...removed.items, ...items], mostItems), dots: newest([...removed.dots, ...dots], mostDots) };
}
