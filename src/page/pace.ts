/**
 * The share of the main thread that looking at a page may take: after work of some length there is a rest of nineteen
 * times that, so that a page which never stops changing loses at most a twentieth of its time to Winnow.
 */
const restPerWork = 19;
/** Milliseconds: no rest is longer, so that a change is never left unseen for longer than a reader would accept. */
const longestRest = 2000;

/** Starts work at once where it has rested enough since the last time, or else as soon as it has. */
export interface Pace {
  readonly request: () => void;
}

/** @param work does the work, at once or in parts, and says at its end how many milliseconds it took */
export function createPace(work: (done: (cost: number) => void) => void, signal: AbortSignal): Pace {
  let restUntil = 0;
  let working = false;
  let requested = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const request = (): void => {
    requested = true;
    if (working || timer !== undefined || signal.aborted) return;
    const rest = restUntil - performance.now();
    if (rest <= 0) run();
    else timer = setTimeout(run, rest);
  };
  const run = (): void => {
    timer = undefined;
    working = true;
    requested = false;
    work((cost) => {
      working = false;
      restUntil = performance.now() + Math.min(longestRest, cost * restPerWork);
      if (requested) request();
    });
  };
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return { request };
}
