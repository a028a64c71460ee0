import { cellsByItem } from "./document.ts";
import type { Cell, ItemCells, Json, Owner, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import type { DotName } from "./dot.ts";
import { isThere, itemKinds } from "./item-kinds.ts";
import { originsIn } from "./restored-cells.ts";
import { visibleLines } from "./visible-lines.ts";

/**
 * An item that went, with what it held then and the dots of it: those it had, and those it had before a restoration.
 * One that went, and came and went once more for the sake of what others wrote in it, is remembered for each time. Or a
 * part that this device took away from an item that stayed, or from one that went as a whole later.
 */
export interface RemovedItem extends Owner {
  /** Whether all of it was removed on this device. */
  readonly own?: boolean;
  /** Of a part, the last dot of this device when it took it away: whoever has seen that has heard of it. */
  readonly part?: DotName;
  readonly lines: readonly (readonly [text: string, dots: readonly DotName[]])[];
  /** The values; of a part, whose values nobody brings back, null for each. */
  readonly values: readonly (readonly [field: string, value: Json, dots: readonly DotName[]])[];
}

/**
 * What a device remembers of what was removed, by itself: a document holds nothing of it. Items that went as a whole
 * and lines that were removed here from items that stayed, so that what is brought back is known for the same; these
 * and the values that were removed here, so that they are not brought back by someone who did not know of it.
 */
export interface RemovedCells {
  readonly items: readonly RemovedItem[];
}

export const nothingRemoved: RemovedCells = { items: [] };

/**
 * More than anyone takes back, and than goes on between two exchanges: the number of removals, and the characters of
 * all as they are stored, a tenth of what local storage holds. What was removed last is remembered whatever its size.
 */
const mostItems = 1000;
const mostCharacters = 1_000_000;

/** @param latest How many of the last were removed at once. */
function newest(items: readonly RemovedItem[], latest: number): readonly RemovedItem[] {
  let characters = 0;
  let first = items.length;
  while (first > 0) {
    characters += JSON.stringify(items[first - 1]).length;
    const many = characters > mostCharacters || items.length - first >= mostItems;
    if (many && items.length - first >= latest) break;
    first--;
  }
  return items.slice(first);
}

/** All dots that a cell of an item has had, its own first: whoever has it under one of them has the same. */
const dotsIn = (item: ItemCells): ((cell: Cell) => readonly DotName[]) => {
  const origins = originsIn(item);
  return (cell) => [dotName(cell), ...(origins.get(dotName(cell)) ?? [])];
};

/** Those cells of an item that went together, as what went. */
const removedItem = (
  item: ItemCells,
  went: (cell: Cell) => boolean,
  how: { readonly own: boolean } | { readonly part: DotName },
): RemovedItem => {
  const dotsOf = dotsIn(item);
  return {
    kind: item.kind,
    id: item.id,
    ...how,
    lines: visibleLines(item)
      .map(({ text, cells }) => [text, cells.filter(went).flatMap(dotsOf)] as const)
      .filter(([, dots]) => dots.length > 0),
    values: [...item.values].flatMap(([field, all]) => {
      const cells = all.filter(went);
      const [last] = cells.slice(-1);
      if (last === undefined) return [];
      return [[field, "part" in how ? null : last.value, cells.flatMap(dotsOf)] as const];
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
 * @param own The last dot of this device where it was removed here; null where it was by what came from elsewhere.
 * @param between The documents between the two, in their order; asked for only where an item went.
 */
export function noteRemoved(
  removed: RemovedCells,
  before: SyncDocument,
  after: SyncDocument,
  own: DotName | null,
  between: () => readonly SyncDocument[] = () => [],
): RemovedCells {
  if (before.cells === after.cells) return removed;
  const items: RemovedItem[] = [];
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
    const wentAlone = (cell: Cell): boolean => !wasThere(cell);
    if (own !== null && item.cells.some((cell) => isLineOrValue(cell) && wentAlone(cell))) {
      items.push(removedItem(item, wentAlone, { part: own }));
    }
    if (whole) items.push(removedItem(item, wasThere, { own: own !== null }));
  }
  return items.length === 0 ? removed : { items: newest([...removed.items, ...items], items.length) };
}
