import type { Settings } from "@/model/settings.ts";

/** What people wrote and deleted, on whichever device, and what must have become of it. */
export interface Ledger {
  /** Notes a change that a person made. */
  readonly note: (before: Settings, after: Settings) => void;
  /** Notes that a person took a deletion back, of a list or a filter, in the form it had. */
  readonly noteBack: (before: Settings, after: Settings) => void;
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
  /** How often each text went alone, and with its whole list or filter. */
  const alone = new Map<string, number>();
  const withAll = new Map<string, number>();
  const broughtBack = new Set<string>();
  const count = (counts: Map<string, number>, text: string, by: number): number => {
    const next = (counts.get(text) ?? 0) + by;
    counts.set(text, next);
    return next;
  };
  const goneWithAll = (before: Settings, after: Settings): Set<string> => {
    const gone = <Item extends { readonly id: string }>(items: readonly Item[], others: readonly Item[]): Item[] =>
      items.filter(({ id }) => others.every((other) => other.id !== id));
    const [lists, filters] = [gone(before.lists, after.lists), gone(before.filters, after.filters)];
    return textsOf({ ...before, lists, filters, pausedSites: [], subscriptions: [], recipes: [] });
  };
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
      const whole = goneWithAll(before, after);
      for (const text of had) {
        if (has.has(text)) continue;
        deleted.add(text);
        count(whole.has(text) ? withAll : alone, text, 1);
        // Someone who deletes what was brought back may not know that it was: then it stays, or else it goes.
        if (whole.has(text) && broughtBack.has(text)) rewritten.add(text);
      }
    },
    noteBack: (before, after) => {
      const had = textsOf(before);
      for (const text of textsOf(after)) {
        if (had.has(text)) continue;
        broughtBack.add(text);
        const others = count(withAll, text, -1);
        // What someone else deleted by itself is no part of what comes back.
        if ((alone.get(text) ?? 0) > 0) continue;
        if (others > 0) rewritten.add(text);
        else deleted.delete(text);
      }
    },
    faultOfMerge: (before, after) => {
      const has = textsOf(after);
      for (const text of textsOf(before)) {
        // Where a deletion comes before the word that it was taken back, it is gone until then.
        if (!has.has(text) && !deleted.has(text) && !broughtBack.has(text)) return `a merge lost ${text}`;
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
