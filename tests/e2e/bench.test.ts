import { expect, test } from "vitest";

import { benchNames, runBench } from "../bench/run-bench.ts";

// Everything is measured once, which is longer than any other test takes; the limit only ends a run that hangs.
const timeout = 900_000;

test("measuring speed works, and finds everything that there is", { timeout }, async () => {
  const report = await runBench({
    browser: "chromium",
    quick: true,
    only: [],
    results: [],
    keywords: [],
    log: () => undefined,
    onOutcome: () => undefined,
  });

  expect(report.outcomes).toHaveLength(benchNames.length);
  // No figure here depends on how fast the machine is.
  const sure = ["hits found", "hits that are none", "nodes added", "layout shift"];
  const bars = report.bars.filter(({ measure }) => sure.some((start) => measure.startsWith(start)));
  expect(bars.length).toBeGreaterThanOrEqual(sure.length);
  expect(bars.filter(({ met }) => !met)).toEqual([]);
  expect(report.bars.filter(({ value }) => value === null || !Number.isFinite(value))).toEqual([]);
  for (const { rows } of report.outcomes) expect(rows).not.toEqual([]);
});
