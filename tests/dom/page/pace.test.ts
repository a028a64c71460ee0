import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createPace } from "@/page/pace.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that takes some milliseconds of the fake clock, and counts its runs. */
const workOf = (milliseconds: number) =>
  vi.fn<(done: (cost: number) => void) => void>((done) => {
    vi.advanceTimersByTime(milliseconds);
    done(milliseconds);
  });

test("work is done at once after a rest", () => {
  const work = workOf(1);
  createPace(work, new AbortController().signal).request();
  expect(work).toHaveBeenCalledTimes(1);
});

test("requests during the rest are gathered into one run after it", () => {
  const work = workOf(10);
  const pace = createPace(work, new AbortController().signal);
  pace.request();
  for (let request = 0; request < 50; request += 1) pace.request();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(189);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(2);
});

test("a rest is cut short where somebody waits, and less so again and again", () => {
  const work = workOf(50);
  const pace = createPace(work, new AbortController().signal);
  pace.request();
  pace.request();
  vi.advanceTimersByTime(100);
  pace.request(true);
  pace.request(true);
  vi.advanceTimersByTime(149);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(2);
  pace.request(true);
  vi.advanceTimersByTime(399);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(3);
  pace.request();
  vi.advanceTimersByTime(949);
  expect(work).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(4);
  pace.request(true);
  vi.advanceTimersByTime(150);
  expect(work).toHaveBeenCalledTimes(5);
});

test("however long the work takes, a change is seen within two seconds of rest", () => {
  const work = workOf(5000);
  const pace = createPace(work, new AbortController().signal);
  pace.request();
  pace.request();
  vi.advanceTimersByTime(2000);
  expect(work).toHaveBeenCalledTimes(2);
});

test("work in parts is over before it is started again, and only what it took is rested for", () => {
  const ends: ((cost: number) => void)[] = [];
  const pace = createPace((done) => ends.push(done), new AbortController().signal);
  pace.request();
  pace.request();
  vi.advanceTimersByTime(10_000);
  expect(ends.length).toBe(1);
  ends[0]?.(10);
  vi.advanceTimersByTime(189);
  expect(ends.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(ends.length).toBe(2);
});

test("nothing is done once it is stopped", () => {
  const work = workOf(10);
  const stop = new AbortController();
  const pace = createPace(work, stop.signal);
  pace.request();
  pace.request();
  stop.abort();
  pace.request();
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(1);
});
