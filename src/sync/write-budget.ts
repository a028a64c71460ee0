/** How many writes could be made at once, and when that was so, in milliseconds since the epoch. Stored as it is. */
export interface WriteBudget {
  readonly writes: number;
  readonly at: number;
}

/**
 * Writes that may come close together, and milliseconds after which there is one more. No minute then has more than
 * 60 + 20 writes and no hour more than 60 + 1,200: two thirds of what the browser takes, so that a clock that is set
 * or another count of the browser's own does not matter.
 */
const mostAtOnce = 60;
const timeForOne = 3000;

const fullBudget = (now: number): WriteBudget => ({ writes: mostAtOnce, at: now });

/** What is left of a budget by now. A clock that was set back gives nothing away. */
function refill({ writes, at }: WriteBudget, now: number): WriteBudget {
  const gained = Math.floor(Math.max(now - at, 0) / timeForOne);
  return writes + gained >= mostAtOnce
    ? fullBudget(now)
    : { writes: writes + gained, at: now < at ? now : at + gained * timeForOne };
}

/**
 * Takes one write out of a budget: a token bucket.
 *
 * @param stored The budget as it was stored; null for one that was never used.
 * @returns the budget to store before the write is made, or the milliseconds to wait until there is one.
 */
export function takeWrite(
  stored: WriteBudget | null,
  now: number,
): { readonly budget: WriteBudget } | { readonly wait: number } {
  const { writes, at } = stored === null ? fullBudget(now) : refill(stored, now);
  return writes >= 1 ? { budget: { writes: writes - 1, at } } : { wait: at + timeForOne - now };
}

/** Whether a stored value is a budget. */
export function isWriteBudget(value: unknown): value is WriteBudget {
  const budget = value as Partial<WriteBudget> | null | undefined;
  return Number.isFinite(budget?.writes) && Number.isFinite(budget?.at);
}
