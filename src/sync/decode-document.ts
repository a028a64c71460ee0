import type { Cell, CellContent, Json, Owner, SyncDocument } from "./document.ts";
import { dotReader, highestCounter } from "./dot-columns.ts";
import type { DotReader } from "./dot-columns.ts";
import { dotName } from "./dot.ts";
import type { Dot } from "./dot.ts";
import { isShallow } from "./json-depth.ts";
import { arrayOf, malformed, numbersOf, textOf } from "./malformed.ts";
import { readPositions } from "./position-columns.ts";
import type { Position } from "./position.ts";
import { hasSeen } from "./seen-dots.ts";
import type { SeenDots, Span } from "./seen-dots.ts";

/**
 * Reads what `encodeDocument` wrote.
 *
 * @throws MalformedDocument or SyntaxError where it is anything else.
 */
export function decodeDocument(text: string): SyncDocument {
  const [names, seenSpans, items] = arrayOf(JSON.parse(text));
  const devices = arrayOf(names).map(textOf);
  if (new Set(devices).size !== devices.length) malformed("devices");
  const seen = readSeen(devices, arrayOf(seenSpans));
  const reader = dotReader(devices);
  const cells = new Map<string, Cell>();
  const add = (content: CellContent, dot: Dot | undefined): void => {
    if (dot === undefined || !hasSeen(seen, dot) || cells.has(dotName(dot))) malformed("a dot");
    cells.set(dotName(dot), { ...content, ...dot });
  };
  const owners = new Set<string>();
  for (const item of arrayOf(items)) {
    const owner = readItem(arrayOf(item), reader, add);
    const name = JSON.stringify([owner.kind, owner.id]);
    if (owners.has(name)) malformed("an item twice");
    owners.add(name);
  }
  return { seen, cells };
}

function readSeen(devices: readonly string[], spans: readonly unknown[]): SeenDots {
  const seen = new Map<string, readonly Span[]>();
  for (const [index, device] of devices.entries()) {
    const numbers = numbersOf(spans[index]);
    const found: Span[] = [];
    for (let place = 0; place < numbers.length; place += 2) {
      const [first = 0, last = 0] = numbers.slice(place, place + 2);
      // Runs that touched would be one.
      if (first < (found.at(-1)?.[1] ?? -1) + 2 || last < first || last > highestCounter) malformed("seen dots");
      found.push([first, last]);
    }
    if (found.length > 0) seen.set(device, found);
  }
  return seen;
}

function readItem(
  item: readonly unknown[],
  reader: DotReader,
  add: (content: CellContent, dot: Dot | undefined) => void,
): Owner {
  const [kind, id, own, values, places, lines, moves] = item;
  const owner = { kind: textOf(kind), id: textOf(id) };
  for (const dot of reader.run(own, arrayOf(own).length / 3)) add({ ...owner, type: "item" }, dot);

  const [fields, fieldDots] = arrayOf(values);
  const pairs = arrayOf(fields).map(arrayOf);
  const valueDots = reader.run(fieldDots, pairs.length);
  for (const [index, [field, value]] of pairs.entries()) {
    add({ ...owner, type: "value", field: textOf(field), value: jsonOf(value) }, valueDots[index]);
  }

  readPlaces(places, reader, (at, dot) => add({ ...owner, type: "place", of: "", at }, dot));
  const lineDots = readLines(lines, owner, reader, add);
  readPlaces(moves, reader, (at, dot, index) => {
    const line = lineDots[index ?? -1] ?? malformed("a place of no line");
    add({ ...owner, type: "place", of: dotName(line), at }, dot);
  });
  return owner;
}

function readLines(
  lines: unknown,
  owner: Owner,
  reader: DotReader,
  add: (content: CellContent, dot: Dot | undefined) => void,
): readonly Dot[] {
  const [texts, runs, copyNumbers, positions] = arrayOf(lines);
  const found = arrayOf(texts).map(textOf);
  const dots = reader.run(runs, found.length);
  const copies = new Map<number, number>();
  const numbers = numbersOf(copyNumbers);
  for (let index = 0; index < numbers.length; index += 2) copies.set(numbers[index] ?? 0, numbers[index + 1] ?? 0);
  const at = readPositions(positions, found.length, reader.device);
  for (const [index, text] of found.entries()) {
    add({ ...owner, type: "line", text, copy: copies.get(index) ?? 0, at: at[index] ?? [] }, dots[index]);
  }
  return dots;
}

function readPlaces(
  places: unknown,
  reader: DotReader,
  add: (at: Position, dot: Dot | undefined, index: number | undefined) => void,
): void {
  const [of, runs, positions] = arrayOf(places);
  const indexes = numbersOf(of);
  const dots = reader.run(runs, indexes.length);
  for (const [index, at] of readPositions(positions, indexes.length, reader.device).entries()) {
    add(at, dots[index], indexes[index]);
  }
}

function jsonOf(value: unknown): Json {
  if (!isShallow(value)) malformed("a value that is nested too deep");
  return value as Json;
}
