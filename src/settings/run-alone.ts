import type { RunAlone } from "@/model/run-alone.ts";

/** Makes steps wait for each other across all pages of the extension, for those of one lock. */
export const runAloneUnder =
  (lockName: string): RunAlone =>
  (run) =>
    navigator.locks.request(lockName, () => run());

/** For reading, changing and writing settings as one step. */
export const runAlone: RunAlone = runAloneUnder("winnow-settings");
