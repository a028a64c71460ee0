import type { Settings } from "@/model/settings.ts";

/** What people wrote and deleted, on whichever device, and what must have become of it. */
export interface Ledger {
  /** Notes a change that a person made. */
  readonly note: (before: Settings, after: Settings) => void;
  /** What a merge on a device must not do; null where it did nothing wrong. */
  readonly faultOfMerge: (before: Settings, after: Settings) => string | null;
  /** What the settings lack or have against what was written and deleted; null where nothing. */
  readonly faultOf: (settings: Settings) => string | null;
}

/**
 * Keeps the account of every text that was new when it was written: it is there until someone deletes it, on any
 * device, and then it is gone, unless someone writes it again.
 */
export function createLedger(isNew: (text: string) => boolean): Ledger {
  const written = new Set<string>();
  const deleted = new Set<string>();
  const rewritten = new Set<string>();
  const textsOf = (settings: Settings): Set<string> =>
    new Set(
      [
        ...settings.pausedSites,
        ...settings.lists.flatMap(({ lines }) => lines),
        // An alternative is there or gone as a line of a list is, however it is written.
        ...settings.filters.flatMap(({ condition }) =>
          condition.split(" OR ").map((part) => part.match(/w\d+/)?.[0] ?? ""),
        ),
        ...settings.subscriptions.flatMap(({ address }) => address.split("/")),
        ...settings.recipes.flatMap(({ data }) => JSON.stringify(data).split('"')),
      ].filter(isNew),
    );
  return {
    note: (before, after) => {
      const [had, has] = [textsOf(before), textsOf(after)];
      for (const text of has) {
        if (had.has(text)) continue;
        if (deleted.has(text)) rewritten.add(text);
        written.add(text);
      }
      for (const text of had) if (!has.has(text)) deleted.add(text);
    },
    faultOfMerge: (before, after) => {
      const has = textsOf(after);
      for (const text of textsOf(before)) {
        if (!has.has(text) && !deleted.has(text)) return `a merge lost ${text}`;
      }
      return null;
    },
    faultOf: (settings) => {
      const has = textsOf(settings);
      for (const text of written) {
        if (rewritten.has(text)) continue;
        if (!deleted.has(text) && !has.has(text)) return `${text} is lost`;
        if (deleted.has(text) && has.has(text)) return `${text} was deleted and is there`;
      }
      for (const text of has) if (!written.has(text)) return `${text} came from nowhere`;
      return null;
    },
  };
}
