import { cellsByItem } from "./document.ts";
import type { CellOf, ItemCells, SyncDocument } from "./document.ts";
import { dotWriter } from "./dot-columns.ts";
import type { DotWriter } from "./dot-columns.ts";
import { compareDots, compareText, dotName } from "./dot.ts";
import { writePositions } from "./position-columns.ts";
import { comparePositions } from "./position.ts";

/**
 * A document as compact JSON, ready to be compressed: what belongs to a line stands in columns, and what follows from
 * what stands before it is left out. Equal documents give equal texts.
 *
 * `[devices, seen, items]`, where `seen` has for each device its runs as `[first, last, …]`, and an item is
 * `[kind, id, own dots, values, own places, lines, moved lines]`.
 */
export function encodeDocument(document: SyncDocument): string {
  const items = [...cellsByItem(document).values()].toSorted(
    (one, other) => compareText(one.kind, other.kind) || compareText(one.id, other.id),
  );
  const devices = namedDevices(document).toSorted(compareText);
  const writer = dotWriter(devices);
  const seen = devices.map((device) => document.seen.get(device)?.flat() ?? []);
  return JSON.stringify([devices, seen, items.map((item) => encodeItem(item, writer))]);
}

/** Every device that the document names, also those that it names in positions alone. */
function namedDevices({ seen, cells }: SyncDocument): string[] {
  const devices = new Set(seen.keys());
  for (const cell of cells.values()) {
    if (cell.type === "line" || cell.type === "place") for (const [, device] of cell.at) devices.add(device);
  }
  return [...devices];
}

function encodeItem(item: ItemCells, writer: DotWriter): readonly unknown[] {
  const values = [...item.values].toSorted(([one], [other]) => compareText(one, other)).flatMap(([, cells]) => cells);
  const lines = item.lines.toSorted((one, other) => comparePositions(one.at, other.at) || compareDots(one, other));
  const places = [...item.places.values()].flat();
  return [
    item.kind,
    item.id,
    item.items.toSorted(compareDots).flatMap((dot) => writer.run([dot])),
    [values.map(({ field, value }) => [field, value]), writer.run(values)],
    encodePlaces(
      places.filter(({ of }) => of === ""),
      () => 0,
      writer,
    ),
    [
      lines.map(({ text }) => text),
      writer.run(lines),
      lines.flatMap(({ copy }, index) => (copy === 0 ? [] : [index, copy])),
      writePositions(
        lines.map(({ at }) => at),
        writer.deviceNumber,
      ),
    ],
    encodeMoves(
      places.filter(({ of }) => of !== ""),
      lines,
      writer,
    ),
  ];
}

/**
 * The new places of lines that were moved; those of lines that are gone have nothing to stand beside and are left out.
 */
function encodeMoves(
  places: readonly CellOf<"place">[],
  lines: readonly CellOf<"line">[],
  writer: DotWriter,
): readonly unknown[] {
  const indexes = new Map(places.length === 0 ? [] : lines.map((line, index) => [dotName(line), index]));
  const known = places.filter(({ of }) => indexes.has(of));
  const sorted = known.toSorted((one, other) => comparePositions(one.at, other.at) || compareDots(one, other));
  return encodePlaces(sorted, ({ of }) => indexes.get(of) ?? 0, writer);
}

const encodePlaces = (
  places: readonly CellOf<"place">[],
  indexOf: (place: CellOf<"place">) => number,
  writer: DotWriter,
): readonly unknown[] => [
  places.map(indexOf),
  writer.run(places),
  writePositions(
    places.map(({ at }) => at),
    writer.deviceNumber,
  ),
];
