import fc from "fast-check";
import { expect, test } from "vitest";

import { syncQuota } from "@/sync/quotas.ts";
import { takeWrite } from "@/sync/write-budget.ts";
import type { WriteBudget } from "@/sync/write-budget.ts";

/** The times of the writes that are allowed of those that are asked for. */
function allowedTimes(times: readonly number[]): number[] {
  let budget: WriteBudget | null = null;
  const allowed: number[] = [];
  for (const time of times) {
    const taken = takeWrite(budget, time);
    if ("wait" in taken) continue;
    // As storage gives it back after a restart.
    budget = JSON.parse(JSON.stringify(taken.budget)) as WriteBudget;
    allowed.push(time);
  }
  return allowed;
}

const mostWithin = (times: readonly number[], milliseconds: number): number =>
  Math.max(0, ...times.map((end) => times.filter((time) => time > end - milliseconds && time <= end).length));

const minute = 60_000;
const hour = 60 * minute;

test("who asks all the time stays under both rates", () => {
  const times = allowedTimes(Array.from({ length: 2 * 3600 * 2 }, (_, index) => index * 500));
  expect(mostWithin(times, minute)).toBeLessThanOrEqual(syncQuota.writesPerMinute);
  expect(mostWithin(times, hour)).toBeLessThanOrEqual(syncQuota.writesPerHour);
  expect(mostWithin(times, hour)).toBeGreaterThan(1000);
});

test("any pattern of asking stays under the rate of a minute", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2000), { maxLength: 400 }), (gaps) => {
      let time = 0;
      const times = allowedTimes(gaps.map((gap) => (time += gap)));
      expect(mostWithin(times, minute)).toBeLessThanOrEqual(syncQuota.writesPerMinute);
    }),
  );
});

test("a wait that was told is long enough, and a clock that was set back gives no writes", () => {
  const empty: WriteBudget = { writes: 0, at: 1_000_000 };
  const taken = takeWrite(empty, 1_000_000);
  const wait = "wait" in taken ? taken.wait : 0;
  expect(wait).toBeGreaterThan(0);
  expect(takeWrite(empty, 1_000_000 + wait)).toHaveProperty("budget");
  expect(takeWrite(empty, 5)).toHaveProperty("wait");
});
