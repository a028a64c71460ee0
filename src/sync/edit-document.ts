import type { Cell, CellContent, Replica } from "./document.ts";
import { dotName } from "./dot.ts";
import { uniteSeen } from "./seen-dots.ts";

/** Changes of a replica on their way: every cell that is added gets the next dot of the device. */
export interface DocumentEdit {
  readonly device: string;
  readonly add: (content: CellContent) => void;
  readonly remove: (cells: Iterable<Cell>) => void;
  /** The replica with the changes; the same one where there were none. */
  readonly finish: () => Replica;
}

export function editDocument(replica: Replica): DocumentEdit {
  const { device, document } = replica;
  const cells = new Map(document.cells);
  let counter = replica.counter;
  let removed = false;
  return {
    device,
    add: (content) => {
      counter += 1;
      const cell: Cell = { ...content, device, counter };
      cells.set(dotName(cell), cell);
    },
    remove: (gone) => {
      for (const cell of gone) removed = cells.delete(dotName(cell)) || removed;
    },
    finish: () => {
      const first = replica.counter + 1;
      if (counter < first) return removed ? { ...replica, document: { seen: document.seen, cells } } : replica;
      const seen = uniteSeen(document.seen, new Map([[device, [[first, counter]]]]));
      return { device, counter, document: { seen, cells } };
    },
  };
}
