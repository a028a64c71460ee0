import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/** Files that are looked at one after the other. */
export interface FileQueue {
  /** The files that were given along with the one that is read; each is shown when the one before it is done with. */
  readonly waiting: ReadonlySignal<readonly File[]>;
  /** Reads the first of these files; the others wait, before those that wait already. */
  readonly readFiles: (files: readonly File[]) => Promise<void>;
  /** Reads the next of the files that wait. */
  readonly readNext: () => Promise<void>;
}

export function createFileQueue(readFile: (file: File) => Promise<void>): FileQueue {
  const waiting = signal<readonly File[]>([]);
  return {
    waiting,
    readFiles: async ([first, ...others]) => {
      waiting.value = [...others, ...waiting.value];
      if (first !== undefined) await readFile(first);
    },
    readNext: async () => {
      const [next, ...others] = waiting.value;
      waiting.value = others;
      if (next !== undefined) await readFile(next);
    },
  };
}
