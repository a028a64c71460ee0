import type { Cell, CellContent, Replica } from "./document.ts";
import { dotName } from "./dot.ts";
import type { DotName } from "./dot.ts";
import { nothingSeen, uniteSeen } from "./seen-dots.ts";
import type { SeenDots } from "./seen-dots.ts";

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
  // Most exchanges change nothing, and a document can be long: it is copied with the first change.
  let copied: Map<DotName, Cell> | null = null;
  const cells = (): Map<DotName, Cell> => (copied ??= new Map(document.cells));
  let counter = replica.counter;
  return {
    device,
    add: (content) => {
      counter += 1;
      const cell: Cell = { ...content, device, counter };
      cells().set(dotName(cell), cell);
    },
    remove: (gone) => {
      for (const cell of gone) cells().delete(dotName(cell));
    },
    finish: () => {
      if (copied === null) return replica;
      const added: SeenDots =
        counter === replica.counter ? nothingSeen : new Map([[device, [[replica.counter + 1, counter]]]]);
      return { device, counter, document: { seen: uniteSeen(document.seen, added), cells: copied } };
    },
  };
}
