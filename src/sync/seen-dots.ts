import type { Dot } from "./dot.ts";

/** The first and last of a run of counters, both included. */
export type Span = readonly [first: number, last: number];

/**
 * Which dots a document knows of, whether their cells are still there or not: for each device, runs of counters in
 * ascending order that neither overlap nor touch. A document that holds everything has one run a device, from 1: a
 * version vector. One that was shared in part has gaps: a version vector with exceptions (Malkhi and Terry, "Concise
 * version vectors in WinFS", 2005).
 */
export type SeenDots = ReadonlyMap<string, readonly Span[]>;

export const nothingSeen: SeenDots = new Map();

export function hasSeen(seen: SeenDots, { device, counter }: Dot): boolean {
  const spans = seen.get(device) ?? [];
  return spans.some(([first, last]) => first <= counter && counter <= last);
}

/** The highest counter of a device that was seen; 0 where none was. */
export const lastSeen = (seen: SeenDots, device: string): number => seen.get(device)?.at(-1)?.[1] ?? 0;

export function uniteSeen(one: SeenDots, other: SeenDots): SeenDots {
  const united = new Map(one);
  for (const [device, spans] of other) united.set(device, joinSpans([...(united.get(device) ?? []), ...spans]));
  return united;
}

/** What was seen, without some dots. */
export function unseen(seen: SeenDots, dots: Iterable<Dot>): SeenDots {
  const counters = new Map<string, number[]>();
  for (const { device, counter } of dots) {
    const known = counters.get(device);
    if (known === undefined) counters.set(device, [counter]);
    else known.push(counter);
  }
  const left = new Map(seen);
  for (const [device, removed] of counters) {
    const spans = cutSpans(seen.get(device) ?? [], removed);
    if (spans.length === 0) left.delete(device);
    else left.set(device, spans);
  }
  return left;
}

export const sameSeen = (one: SeenDots, other: SeenDots): boolean =>
  one.size === other.size &&
  [...one].every(([device, spans]) => {
    const others = other.get(device);
    return (
      others?.length === spans.length &&
      spans.every(([first, last], index) => others[index]?.[0] === first && others[index][1] === last)
    );
  });

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [first, last] of spans.toSorted((one, other) => one[0] - other[0])) {
    const before = joined.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

function cutSpans(spans: readonly Span[], removed: readonly number[]): Span[] {
  const cuts = removed.toSorted((one, other) => one - other);
  const left: Span[] = [];
  let next = 0;
  for (const [first, last] of spans) {
    let start = first;
    while (next < cuts.length && (cuts[next] ?? 0) < first) next += 1;
    for (; next < cuts.length && (cuts[next] ?? 0) <= last; next += 1) {
      const cut = cuts[next] ?? 0;
      if (cut > start) left.push([start, cut - 1]);
      start = cut + 1;
    }
    if (start <= last) left.push([start, last]);
  }
  return left;
}
