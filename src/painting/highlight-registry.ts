/**
 * The highlights that are ours in the page's registry. The registry is shared with the page, which may empty it,
 * and content scripts in Firefox cannot iterate it: what is ours is kept here.
 */
export interface HighlightRegistry {
  add(name: string, range: AbstractRange): void;
  remove(name: string, range: AbstractRange): void;
  /** Puts back what the page threw out. */
  reassert(): void;
  clear(): void;
}

/** @param priorities which highlights lie above others; 0 where none is given */
export const createHighlightRegistry = (priorities: Readonly<Record<string, number>>): HighlightRegistry => {
  const highlights = new Map<string, Highlight>();
  return {
    add: (name, range) => {
      let highlight = highlights.get(name);
      if (highlight === undefined) {
        highlight = new Highlight();
        highlight.priority = priorities[name] ?? 0;
        highlights.set(name, highlight);
        CSS.highlights.set(name, highlight);
      }
      highlight.add(range);
    },
    remove: (name, range) => {
      highlights.get(name)?.delete(range);
    },
    reassert: () => {
      for (const [name, highlight] of highlights) {
        if (CSS.highlights.get(name) !== highlight) {
          CSS.highlights.set(name, highlight);
        }
      }
    },
    clear: () => {
      for (const [name, highlight] of highlights) {
        if (CSS.highlights.get(name) === highlight) {
          CSS.highlights.delete(name);
        }
      }
      highlights.clear();
    },
  };
};
