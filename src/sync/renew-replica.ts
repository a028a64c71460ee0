import { sameCell } from "./compare-cells.ts";
import type { Cell, Replica, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import { lastSeen } from "./seen-dots.ts";
import type { SeenDots, Span } from "./seen-dots.ts";

/**
 * Gives a replica a new name where another device goes by its old one, as after a profile was copied or brought back
 * from a backup: both would give the same dots to different events. What was written here under dots that may be
 * someone else's too is written again under the new name.
 *
 * @param shared A document from elsewhere.
 * @param sent The last counter that may have left this device: what others know beyond it is not from here.
 * @param newName The name to take where one is needed.
 */
export function renewReplica(replica: Replica, shared: SyncDocument, sent: number, newName: string): Replica {
  const { device, document } = replica;
  const own = [...document.cells.values()].filter((cell) => cell.device === device);
  const disputed = own.filter((cell) => isDisputed(cell, shared)).map(({ counter }) => counter - 1);
  if (disputed.length === 0 && lastSeen(shared.seen, device) <= sent) return replica;

  const kept = Math.min(sent, replica.counter, ...disputed);
  const rename = (cell: Cell): Cell => ({ ...cell, device: newName, counter: cell.counter - kept });
  const renamed = new Map(own.filter(({ counter }) => counter > kept).map((cell) => [dotName(cell), rename(cell)]));
  const cells = new Map<string, Cell>();
  for (const [name, cell] of document.cells) {
    const renewed = renamed.get(name) ?? cell;
    const line = renewed.type === "place" ? renamed.get(renewed.of) : undefined;
    cells.set(dotName(renewed), line === undefined ? renewed : ({ ...renewed, of: dotName(line) } as Cell));
  }
  const counter = replica.counter - kept;
  return { device: newName, counter, document: { seen: renameSeen(document.seen, replica, kept, newName), cells } };
}

const isDisputed = (cell: Cell, shared: SyncDocument): boolean => {
  const other = shared.cells.get(dotName(cell));
  return other !== undefined && !sameCell(other, cell);
};

function renameSeen(seen: SeenDots, { device, counter }: Replica, kept: number, newName: string): SeenDots {
  const renamed = new Map(seen);
  const old = (seen.get(device) ?? [])
    .filter(([first]) => first <= kept)
    .map(([first, last]): Span => [first, Math.min(last, kept)]);
  renamed.delete(device);
  if (old.length > 0) renamed.set(device, old);
  if (counter > kept) renamed.set(newName, [[1, counter - kept]]);
  return renamed;
}
