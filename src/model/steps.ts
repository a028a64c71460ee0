/** Work that may be interrupted wherever it yields, for the browser to have its turn; it returns what comes of it. */
export type Steps<Result> = Generator<void, Result>;

/** What comes of work that is done without a pause. */
export const atOnce = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
};
