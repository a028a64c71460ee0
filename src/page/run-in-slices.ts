/**
 * Milliseconds of work between two breaths. With the painting of what was worked on it comes to about eight: half of a
 * frame at sixty frames a second, so that scrolling and typing go on while a long listing is worked through.
 */
const sliceLength = 6;

/** Lets the browser do what waits before calling back; unlike timers, it is not held back when called often. */
function soon(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener(
    "message",
    () => {
      port1.close();
      callback();
    },
    { once: true },
  );
  port1.start();
  port2.postMessage(null);
}

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
