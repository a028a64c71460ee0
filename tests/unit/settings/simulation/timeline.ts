/** Simulated time: events happen in its order, each after everything that the one before set off has come to rest. */
export interface Timeline {
  readonly now: () => number;
  /** Lets something happen after a while; what it returns calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Runs events until there are none left, or the check says to stop. */
  readonly run: (isOver: () => boolean) => Promise<void>;
  readonly note: (text: () => string) => void;
  /** What was noted, where that was asked for. */
  readonly trace: readonly string[];
}

interface Event {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
  off: boolean;
}

/** Everything here settles without timers, so that one turn of the event loop is enough. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createTimeline(traced: boolean): Timeline {
  const queue: Event[] = [];
  const trace: string[] = [];
  let time = 0;
  let order = 0;
  const isBefore = (one: Event, other: Event): boolean =>
    one.time < other.time || (one.time === other.time && one.order < other.order);
  const swap = (one: number, other: number): void => {
    [queue[one], queue[other]] = [queue[other]!, queue[one]!];
  };
  // A binary heap: the earliest event is first.
  const push = (event: Event): void => {
    queue.push(event);
    for (let place = queue.length - 1; place > 0;) {
      const parent = (place - 1) >> 1;
      if (!isBefore(queue[place]!, queue[parent]!)) break;
      swap(place, parent);
      place = parent;
    }
  };
  const shift = (): Event | undefined => {
    const first = queue[0];
    const last = queue.pop();
    if (first === undefined || last === undefined || queue.length === 0) return first;
    queue[0] = last;
    for (let place = 0; ;) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < queue.length && isBefore(queue[child]!, queue[least]!)) least = child;
      }
      if (least === place) return first;
      swap(place, least);
      place = least;
    }
  };
  return {
    trace,
    now: () => time,
    after: (milliseconds, run) => {
      const event: Event = { time: time + milliseconds, order: (order += 1), run, off: false };
      push(event);
      return () => {
        event.off = true;
      };
    },
    run: async (isOver) => {
      while (!isOver()) {
        const event = shift();
        if (event === undefined) return;
        if (event.off) continue;
        time = event.time;
        event.run();
        await settled();
      }
    },
    note: (text) => {
      if (traced) trace.push(`${(time / 1000).toFixed(3).padStart(10)} ${text()}`);
    },
  };
}
