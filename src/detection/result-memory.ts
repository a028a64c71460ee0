import type { Changes } from "./changed-nodes.ts";
import type { FoundResult } from "./found-result.ts";
import type { LocatedResult } from "./located-result.ts";
import { atPosition, readResult, type ReadingOptions } from "./read-result.ts";

export type ReadingContext = Pick<ReadingOptions, "now" | "language" | "parents">;

export interface ResultMemory {
  /** What is at a located result: as it was read before, if nothing in it changed, else read now. */
  readonly read: (located: LocatedResult, position: number, changes: Changes, context: ReadingContext) => FoundResult;
}

const sameElements = (a: readonly Element[], b: readonly Element[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

const samePlace = (a: LocatedResult, b: LocatedResult): boolean =>
  a.title === b.title &&
  a.titleText === b.titleText &&
  a.url === b.url &&
  a.displayedHost === b.displayedHost &&
  sameElements(a.snippet, b.snippet) &&
  sameElements(a.parts, b.parts);

/** Remembers results by their root elements for as long as these live. */
export const createResultMemory = (): ResultMemory => {
  const known = new WeakMap<Element, { readonly located: LocatedResult; readonly found: FoundResult }>();
  let lastId = 0;
  return {
    read: (located, position, changes, context) => {
      const before = known.get(located.root);
      const unchanged =
        before !== undefined &&
        samePlace(before.located, located) &&
        ![located.root, ...located.parts].some(changes.touch);
      if (unchanged && before.found.result.position === position) return before.found;
      const id = before?.found.result.id ?? `result-${String((lastId += 1))}`;
      const found = unchanged
        ? atPosition(before.found, position)
        : readResult(located, {
            id,
            position,
            now: context.now,
            language: context.language,
            parents: context.parents,
          });
      known.set(located.root, { located, found });
      return found;
    },
  };
};
