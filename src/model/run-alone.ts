/** Tells whether a step still has the lock that it runs under: one that is lent can be lost in the middle of it. */
export type IsHeld = () => boolean;

/**
 * Runs one step at a time: whoever asks meanwhile waits. Without being told otherwise, a step has its lock to its end.
 */
export type RunAlone = <Result>(run: (isHeld?: IsHeld) => Promise<Result>) => Promise<Result>;
