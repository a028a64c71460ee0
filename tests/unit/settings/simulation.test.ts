import { expect, test } from "vitest";

import { runSimulation } from "./simulation/run-simulation.ts";

/** Seeds that fit into the time of the unit tests; `npm run simulate` runs as many as it is told. */
const seeds = 2000;

test(`${seeds} simulated lives end with equal devices and no lost line`, { timeout: 600_000 }, async () => {
  let failed = "";
  for (let seed = 1; seed <= seeds && failed === ""; seed += 1) {
    const { fault } = await runSimulation(seed);
    if (fault !== null) failed = `seed ${seed}: ${fault}\n${(await runSimulation(seed, true)).trace.join("\n")}`;
  }
  expect(failed).toBe("");
});
