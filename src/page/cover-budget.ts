/**
 * Milliseconds for which results that come anew are covered in all, within so many as are looked back: as long as any
 * of them alone.
 */
const mostCovered = 750;
/** Milliseconds that are looked back, and for which a page that used up its share has to rest. */
const lookedBack = 3000;

/** How long a page that brings its results anew again and again may be kept from showing them. */
export interface CoverBudget {
  /**
   * To be called before anything is covered.
   *
   * @param isAnew whether what came takes the place of results, so that covering it leaves nothing to be seen
   * @returns whether it may be covered
   */
  readonly allows: (isAnew: boolean) => boolean;
  /** Takes down that nothing is covered any more. */
  readonly end: () => void;
}

/**
 * Every cover ends by itself, but a page that renders its listing anew many times a second would bring new elements to
 * be covered without end, and stay blank. Results that are added to others cost nothing: the others are seen.
 *
 * @param now milliseconds, from anywhere on
 */
export function createCoverBudget(now: () => number): CoverBudget {
  let spans: { readonly from: number; readonly to: number }[] = [];
  /** When what is covered now was first covered and last added to. */
  let open: { readonly from: number; readonly last: number } | null = null;
  let usedUp = false;
  let lastAnew = Number.NEGATIVE_INFINITY;

  const close = (at: number): void => {
    if (open !== null) spans.push({ from: open.from, to: Math.min(at, open.last + mostCovered) });
    open = null;
  };

  return {
    allows: (isAnew) => {
      const at = now();
      if (at - lastAnew >= lookedBack) {
        close(at);
        spans = [];
        usedUp = false;
      }
      if (!isAnew) return !usedUp;
      lastAnew = at;
      if (usedUp) return false;
      // What was covered so long ago has shown itself.
      if (open !== null && at - open.last >= mostCovered) close(at);
      const since = at - lookedBack;
      spans = spans.filter(({ to }) => to > since);
      const ofOpen = open === null ? 0 : at - Math.max(open.from, since);
      const spent = spans.reduce((sum, { from, to }) => sum + to - Math.max(from, since), ofOpen);
      if (spent >= mostCovered) {
        usedUp = true;
        close(at);
        return false;
      }
      open = { from: open?.from ?? at, last: at };
      return true;
    },
    end: () => close(now()),
  };
}
