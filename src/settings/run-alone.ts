/** Runs one step at a time: whoever asks meanwhile waits. */
export type RunAlone = <Result>(run: () => Promise<Result>) => Promise<Result>;

/** The lock that makes reading, changing and writing settings one step across all pages of the extension. */
const lockName = "winnow-settings";

export const runAlone: RunAlone = (run) => navigator.locks.request(lockName, run);
