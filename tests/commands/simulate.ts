import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

import { resolveSourceAlias } from "../support/resolve-source-alias.ts";

const usage = `Usage: npm run simulate -- [--seeds=COUNT] [--from=SEED] [--seed=SEED] [--jobs=COUNT]

Simulates devices that edit the same settings and exchange them, with everything that can go wrong between them.
  --seeds=COUNT  how many lives, each from the seed that follows (10000 unless told)
  --from=SEED    the first seed (1)
  --seed=SEED    this life alone, with everything that happens in it
  --jobs=COUNT   how many run side by side (as many as there are processors)
`;

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "10000" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    jobs: { type: "string", default: String(availableParallelism()) },
    step: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}

resolveSourceAlias();
const { runSimulation } = await import("../unit/settings/simulation/run-simulation.ts");

/** Prints a life from beginning to end; true where nothing went wrong in it. */
async function tell(seed: number): Promise<boolean> {
  const { fault, trace, devices, edits, settledIn } = await runSimulation(seed, true);
  const end = `seed ${seed}: ${devices} devices, ${edits} edits, at rest after ${(settledIn / 1000).toFixed(0)} s`;
  process.stdout.write(`${trace.join("\n")}\n${end}: ${fault ?? "all well"}\n`);
  return fault === null;
}

/** Seeds between two lines of progress. */
const reportEvery = 1000;

/** Runs every `step`-th seed; stops at the first that fails. */
async function runSeeds(from: number, count: number, step: number): Promise<boolean> {
  for (let seed = from, done = 0; seed < from + count; seed += step) {
    const { fault } = await runSimulation(seed);
    if (fault !== null) {
      await tell(seed);
      return false;
    }
    done += 1;
    if (done % reportEvery === 0) process.stdout.write(`${done} seeds from ${from} on, each ${step}th: all well\n`);
  }
  return true;
}

const [from, count, jobs] = [Number(values.from), Number(values.seeds), Number(values.jobs)];
if (values.seed !== undefined) {
  process.exitCode = (await tell(Number(values.seed))) ? 0 : 1;
} else if (values.step !== undefined) {
  process.exitCode = (await runSeeds(from, count, Number(values.step))) ? 0 : 1;
} else {
  const start = performance.now();
  const job = (index: number): Promise<number | null> =>
    new Promise((resolve) => {
      const args = [`--from=${from + index}`, `--seeds=${count - index}`, `--step=${jobs}`];
      const child = spawn(process.execPath, [import.meta.filename, ...args], { stdio: "inherit" });
      child.on("exit", resolve);
    });
  const ends = await Promise.all(Array.from({ length: jobs }, (_, index) => job(index)));
  const failed = ends.some((code) => code !== 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  process.stdout.write(
    failed
      ? `A life went wrong; see its trace above.\n`
      : `${count} seeds from ${from} on: equal devices and no lost line (${seconds} s)\n`,
  );
  process.exitCode = failed ? 1 : 0;
}
