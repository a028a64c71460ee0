import { soon } from "./soon.ts";

/**
 * Milliseconds of work between two breaths. With the painting of what was worked on it comes to about eight: half of a
 * frame at sixty frames a second, so that scrolling and typing go on while a long listing is worked through.
 */
const sliceLength = 6;

/**
 * Works through steps in slices: the first at once, the others whenever the browser has had its turn.
 *
 * @param slice is handed the work of each slice, to do it inside whatever a slice needs around it
 * @param onEnd called once every step is done, with the milliseconds of work; not where the signal was aborted before
 */
export function runInSlices(
  steps: Iterator<unknown>,
  slice: (work: () => void) => void,
  onEnd: (cost: number) => void,
  signal: AbortSignal,
): void {
  let cost = 0;
  const run = (): void => {
    if (signal.aborted) return;
    const start = performance.now();
    // Where the steps fail, `slice` has dealt with it, and they are over.
    let done = true;
    slice(() => {
      do done = steps.next().done === true;
      while (!done && performance.now() - start < sliceLength);
    });
    cost += performance.now() - start;
    if (done) onEnd(cost);
    else soon(run);
  };
  run();
}
