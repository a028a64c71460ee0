/** Milliseconds of work between two breaths: a page stays quick, and a hundred thousand rules take a second or two. */
const sliceLength = 16;

/** Works through the steps to their end, and lets everything else have its turn on the way. */
export async function workInSlices<Result>(steps: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const start = performance.now();
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() - start < sliceLength);
    // oxlint-disable-next-line no-await-in-loop -- That is what it is for.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
