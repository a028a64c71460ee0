import { expect, test } from "vitest";

import { benchNames, runBench } from "../bench/run-bench.ts";

test("measuring speed works, and finds everything that there is", async () => {
  const report = await runBench({
    browser: "chromium",
    quick: true,
    only: [],
    log: () => undefined,
    onOutcome: () => undefined,
  });

  expect(report.outcomes).toHaveLength(benchNames.length);
  const barOf = (measure: string) => report.bars.find((bar) => bar.measure.startsWith(measure));
  // No figure here depends on how fast the machine is.
  for (const measure of ["hits found", "hits that are none", "nodes added", "layout shift"]) {
    expect(barOf(measure), measure).toMatchObject({ met: true });
  }
  expect(report.bars.filter(({ value }) => value === null || !Number.isFinite(value))).toEqual([]);
  for (const { rows } of report.outcomes) expect(rows).not.toEqual([]);
});
