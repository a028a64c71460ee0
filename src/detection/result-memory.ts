import { askAnew } from "@/dom-text/element-look.ts";
import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import { textFieldNames } from "@/model/result.ts";

import type { Changes } from "./changed-nodes.ts";
import type { FoundResult } from "./found-result.ts";
import type { LocatedResult } from "./located-result.ts";
import { atPosition, readResult, type ReadingOptions } from "./read-result.ts";

export interface ReadingContext extends Pick<ReadingOptions, "now" | "language" | "parents"> {
  /** Whether results are read again around which something changed that shows and hides things. */
  readonly isRestyled: boolean;
}

/** What came into a result may belong to one of its fields where it says at least so much: more than a figure does. */
const leastLine = 20;

export interface ResultMemory {
  /**
   * What is at a located result: as it was read before, if nothing in it changed, else read now. Where no more changed
   * than what shows and hides things, it is the same as before as long as it reads the same.
   */
  readonly read: (located: LocatedResult, position: number, changes: Changes, context: ReadingContext) => FoundResult;
  /** Whether a result around which something changed that shows and hides things reads otherwise than it was read. */
  readonly readsOtherwise: (located: LocatedResult, changes: Changes) => boolean;
  /** Whether a line that may belong to a field stands outside the fields and was not there when it was read last. */
  readonly saysMore: (located: LocatedResult) => boolean;
}

const sameElements = (a: readonly Element[], b: readonly Element[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

const sameProperties = (a: LocatedResult["properties"], b: LocatedResult["properties"]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Whether a result with the same root has the same fields at both places. */
export const samePlace = (a: LocatedResult, b: LocatedResult): boolean =>
  a.title === b.title &&
  a.titleText === b.titleText &&
  a.url === b.url &&
  a.displayedHost === b.displayedHost &&
  sameElements(a.snippet, b.snippet) &&
  sameProperties(a.properties, b.properties) &&
  sameElements(a.parts, b.parts);

const readsSame = (a: FoundResult["fields"], b: FoundResult["fields"]): boolean =>
  textFieldNames.every((name) => a[name].isSameAs(b[name]));

/** Where what shows and hides things changed: in a result, around it, or nowhere near. */
const whereRestyled = ({ root, parts }: LocatedResult, changes: Changes): "within" | "around" | null => {
  if (changes.restyled === null) return null;
  const where = [root, ...parts].map(changes.restyled);
  return where.includes("within") ? "within" : where.includes("around") ? "around" : null;
};

/** Remembers results by their root elements for as long as these live. */
export const createResultMemory = (): ResultMemory => {
  const known = new WeakMap<Element, { readonly located: LocatedResult; readonly found: FoundResult }>();
  let lastId = 0;
  return {
    read: (located, position, changes, context) => {
      const before = known.get(located.root);
      const elements = [located.root, ...located.parts];
      const readAnew = (): FoundResult =>
        readResult(located, {
          id: before?.found.result.id ?? `result-${String((lastId += 1))}`,
          position,
          now: context.now,
          language: context.language,
          parents: context.parents,
        });
      const keep = (found: FoundResult): FoundResult => {
        known.set(located.root, { located, found });
        return found;
      };
      const where = whereRestyled(located, changes);
      if (before === undefined || !samePlace(before.located, located) || elements.some(changes.touch)) {
        if (before !== undefined && where !== null) elements.forEach(askAnew);
        return keep(readAnew());
      }
      if (where === "within" || (where === "around" && context.isRestyled)) {
        elements.forEach(askAnew);
        const again = readAnew();
        if (!readsSame(again.fields, before.found.fields)) return keep(again);
      }
      return before.found.result.position === position ? before.found : keep(atPosition(before.found, position));
    },
    readsOtherwise: (located, changes) => {
      const before = known.get(located.root);
      if (before === undefined || whereRestyled(located, changes) !== "around") return false;
      for (const element of [located.root, ...located.parts]) askAnew(element);
      try {
        return !readsSame(readFieldTexts(located), before.found.fields);
      } catch {
        // The reading that follows tells what goes wrong.
        return true;
      }
    },
    saysMore: (located) => {
      const before = known.get(located.root);
      if (before === undefined) return false;
      const lines = new Set(before.found.result.meta.split("\n"));
      try {
        const now = readFieldTexts(located).meta.text.split("\n");
        return now.some((line) => line.length >= leastLine && !lines.has(line));
      } catch {
        // The reading that follows tells what goes wrong.
        return false;
      }
    },
  };
};
