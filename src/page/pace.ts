/**
 * The share of the main thread that looking at a page may take: after work of some length there is a rest of nineteen
 * times that, so that a page which never stops changing loses at most a twentieth of its time to Winnow.
 */
const restPerWork = 19;
/** Milliseconds: no rest is longer, so that a change is never left unseen for longer than a reader would accept. */
const longestRest = 2000;

/**
 * Milliseconds of a rest that is cut short because somebody waits, the first time and when it happens again and again:
 * what waits is a result that is kept from being seen for 750 of them at most.
 */
const shortRest = 150;
const shortRestAgain = 400;

/** Starts work at once where it has rested enough since the last time, or else as soon as it has. */
export interface Pace {
  /** @param isAwaited whether something waits for the work that cannot wait for the whole rest */
  readonly request: (isAwaited?: boolean) => void;
}

/** @param work does the work, at once or in parts, and says at its end how many milliseconds it took */
export function createPace(work: (done: (cost: number) => void) => void, signal: AbortSignal): Pace {
  let restUntil = 0;
  let working = false;
  let requested = false;
  let awaited = false;
  /** Whether the last rest was cut short. */
  let wasShort = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const request = (isAwaited = false): void => {
    requested = true;
    const isNews = isAwaited && !awaited;
    awaited ||= isAwaited;
    if (working || (timer !== undefined && !isNews) || signal.aborted) return;
    clearTimeout(timer);
    const rest = restUntil - performance.now();
    const longest = awaited ? (wasShort ? shortRestAgain : shortRest) : longestRest;
    if (rest <= 0) run(false);
    else timer = setTimeout(() => run(rest > longest), Math.min(rest, longest));
  };
  const run = (isShort: boolean): void => {
    timer = undefined;
    working = true;
    requested = false;
    awaited = false;
    wasShort = isShort;
    work((cost) => {
      working = false;
      restUntil = performance.now() + Math.min(longestRest, cost * restPerWork);
      if (requested) request(awaited);
    });
  };
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return { request };
}
