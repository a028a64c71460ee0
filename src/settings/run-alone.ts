/** Runs one step at a time: whoever asks meanwhile waits. */
export type RunAlone = <Result>(run: () => Promise<Result>) => Promise<Result>;

/** Makes steps wait for each other across all pages of the extension, for those of one lock. */
export const runAloneUnder =
  (lockName: string): RunAlone =>
  (run) =>
    navigator.locks.request(lockName, run);

/** For reading, changing and writing settings as one step. */
export const runAlone: RunAlone = runAloneUnder("winnow-settings");
