/**
 * Milliseconds after which anything a browser does is given up: long, since it only ends what hangs, and a busy
 * machine is slow.
 */
export const patience = 60_000;

/** Settles as the promise does, or rejects with what was awaited when that takes too long. */
export const withDeadline = async <Value>(what: string, promise: Promise<Value>): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer after ${patience / 1000} s: ${what}`)), patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
