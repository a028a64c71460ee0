/** Runs something and gives its result with the milliseconds it took. */
export const timed = <Value>(run: () => Value): readonly [value: Value, milliseconds: number] => {
  const start = performance.now();
  const value = run();
  return [value, performance.now() - start];
};

/** Adds up the milliseconds of named parts of some work. */
export const createStopWatch = () => {
  const parts: Record<string, number> = {};
  return {
    parts: parts as Readonly<Record<string, number>>,
    time: <Value>(name: string, run: () => Value): Value => {
      const [value, milliseconds] = timed(run);
      parts[name] = (parts[name] ?? 0) + milliseconds;
      return value;
    },
  };
};
