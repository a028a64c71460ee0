/**
 * The share of the main thread that looking at a page may take: after work of some length there is a rest of nineteen
 * times that, so that a page which never stops changing loses at most a twentieth of its time to Winnow.
 */
const restPerWork = 19;
/** Milliseconds: no rest is longer, so that a change is never left unseen for longer than a reader would accept. */
const longestRest = 2000;

/** Runs work at once where it has rested enough since the last time, or else as soon as it has. */
export interface Pace {
  readonly request: () => void;
}

export function createPace(work: () => void, signal: AbortSignal): Pace {
  let restUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    timer = undefined;
    const start = performance.now();
    work();
    const end = performance.now();
    restUntil = end + Math.min(longestRest, (end - start) * restPerWork);
  };
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return {
    request: () => {
      if (timer !== undefined || signal.aborted) return;
      const rest = restUntil - performance.now();
      if (rest <= 0) run();
      else timer = setTimeout(run, rest);
    },
  };
}
