import { ownerName } from "./document.ts";
import type { Cell, SyncDocument } from "./document.ts";
import { uniteSeen, unseen } from "./seen-dots.ts";

/**
 * A document to share that says nothing new about some items: of these it says what the shared one says already. To
 * the other devices their cells are neither there nor gone, but not known yet.
 *
 * @param document This device's, into which the shared one has been merged.
 * @param staying The names of the items that stay here, as `ownerName` has them.
 */
export function shareDocument(
  document: SyncDocument,
  shared: SyncDocument,
  staying: ReadonlySet<string>,
): SyncDocument {
  if (staying.size === 0) return document;
  const stays = (cell: Cell): boolean => staying.has(ownerName(cell));
  const [hidden, cells] = part(document, stays);
  for (const [name, cell] of shared.cells) if (stays(cell)) cells.set(name, cell);
  return { seen: uniteSeen(unseen(document.seen, hidden), shared.seen), cells };
}

/** A document that knows nothing of some items: what is there of them is not known yet. */
export function forgetItems(document: SyncDocument, items: ReadonlySet<string>): SyncDocument {
  const [hidden, cells] = part(document, (cell) => items.has(ownerName(cell)));
  return hidden.length === 0 ? document : { seen: unseen(document.seen, hidden), cells };
}

function part(document: SyncDocument, isHidden: (cell: Cell) => boolean): [hidden: Cell[], shown: Map<string, Cell>] {
  const hidden: Cell[] = [];
  const shown = new Map<string, Cell>();
  for (const [name, cell] of document.cells) {
    if (isHidden(cell)) hidden.push(cell);
    else shown.set(name, cell);
  }
  return [hidden, shown];
}
