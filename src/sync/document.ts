import { compareDots } from "./dot.ts";
import type { Dot, DotName } from "./dot.ts";
import type { Position } from "./position.ts";
import { nothingSeen } from "./seen-dots.ts";
import type { SeenDots } from "./seen-dots.ts";

/** What a cell belongs to: an item by its kind and id; the settings themselves have neither. */
export interface Owner {
  readonly kind: string;
  readonly id: string;
}

/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What one event wrote down. It never changes: an edit takes the cell away and makes another. */
export type CellContent = Owner &
  (
    | { readonly type: "item" }
    | { readonly type: "value"; readonly field: string; readonly value: Json }
    /** `copy` tells equal lines of one owner apart, from 0: cells of the same text and copy are one line. */
    | { readonly type: "line"; readonly text: string; readonly copy: number; readonly at: Position }
    /** The place of the item itself (`of` is ""), or the new place of one of its lines. */
    | { readonly type: "place"; readonly of: DotName; readonly at: Position }
  );
export type Cell = CellContent & Dot;
export type CellOf<Type extends Cell["type"]> = Extract<Cell, { readonly type: Type }>;

/**
 * Settings in a form that merges. Each dot is unknown, there or gone, in this order and never back: unknown dots are
 * not seen, those that are there have a cell, the others are gone. README.md says why this is all it takes.
 */
export interface SyncDocument {
  readonly seen: SeenDots;
  readonly cells: ReadonlyMap<DotName, Cell>;
}

export const emptyDocument: SyncDocument = { seen: nothingSeen, cells: new Map() };

/** A document on one device, with the name and the last counter that the device gives to its events. */
export interface Replica {
  readonly device: string;
  readonly counter: number;
  readonly document: SyncDocument;
}

export const ownerName = ({ kind, id }: Owner): string => `${kind}/${id}`;

/** The cells of one item, sorted out. */
export interface ItemCells extends Owner {
  readonly cells: Cell[];
  readonly items: CellOf<"item">[];
  readonly values: Map<string, CellOf<"value">[]>;
  readonly lines: CellOf<"line">[];
  readonly places: Map<DotName, CellOf<"place">[]>;
}

const sorted = new WeakMap<SyncDocument, ReadonlyMap<string, ItemCells>>();

/** The cells of a document by the item they belong to, values and places in the order of their dots. */
export function cellsByItem(document: SyncDocument): ReadonlyMap<string, ItemCells> {
  const known = sorted.get(document) ?? sortCells(document);
  sorted.set(document, known);
  return known;
}

function sortCells({ cells }: SyncDocument): ReadonlyMap<string, ItemCells> {
  const items = new Map<string, ItemCells>();
  for (const cell of cells.values()) {
    const name = ownerName(cell);
    let item = items.get(name);
    if (item === undefined) {
      item = { kind: cell.kind, id: cell.id, cells: [], items: [], values: new Map(), lines: [], places: new Map() };
      items.set(name, item);
    }
    item.cells.push(cell);
    if (cell.type === "item") item.items.push(cell);
    else if (cell.type === "line") item.lines.push(cell);
    else if (cell.type === "value") push(item.values, cell.field, cell);
    else push(item.places, cell.of, cell);
  }
  for (const { values, places } of items.values()) {
    for (const group of values.values()) group.sort(compareDots);
    for (const group of places.values()) group.sort(compareDots);
  }
  return items;
}

function push<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** Where an item or one of its lines was last put; of several places at once, one that every device takes. */
export const placeOf = (item: ItemCells, of: DotName): Position | null => item.places.get(of)?.at(-1)?.at ?? null;
