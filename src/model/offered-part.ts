import type { PagePart } from "./page-part.ts";

/** What a script that pages load on demand leaves for the one that uses it. */
export interface OfferedPart<Value> {
  readonly offer: (value: Value) => void;
  /** Null where it was not brought yet. */
  readonly offered: () => Value | null;
}

/** The place for one part, or for what comes with another: scripts of the extension share a page's global object there, but no modules. */
export const offeredPart = <Value>(name: PagePart | "word-forms"): OfferedPart<Value> => {
  const key = Symbol.for(`winnow.${name}`);
  const holder = globalThis as { [key: symbol]: Value | undefined };
  return {
    offer: (value) => {
      holder[key] = value;
    },
    offered: () => holder[key] ?? null,
  };
};
