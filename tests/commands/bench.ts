/**
 * `npm run bench [-- --json FILE] [--quick] [--only NAME] [--results N] [--keywords N] [--browser=firefox]`: how fast
 * Winnow is, beside others.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { barLines, outcomeLines } from "../bench/print-outcome.ts";
import { benchNames, runBench } from "../bench/run-bench.ts";
import type { BenchName } from "../bench/run-bench.ts";
import { runProfile } from "../bench/run-profile.ts";
import { browserNames } from "../support/find-browsers.ts";
import type { BrowserName } from "../support/find-browsers.ts";

const usage = `Usage: npm run bench -- [--json FILE] [--quick] [--only NAME] [--results N] [--keywords N] [--browser=firefox]

Measures speed in a real browser, beside other highlighters and beside a bare walk over the page.
  --json FILE        write all figures to a file as well
  --quick            small pages and one run: whether it works, not how fast it is
  --only NAME        only this (repeatable): ${benchNames.join(", ")}
  --results N        first passes only on pages of so many results (repeatable): 10, 100, 1000
  --keywords N       first passes only with so many keywords (repeatable): 1, 10, 100, 1000, 5000
  --browser=firefox  in Firefox, which counts less
  --profile          instead of all that: where the time goes in Chromium, by source and function
`;

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    results: { type: "string", multiple: true, default: [] },
    keywords: { type: "string", multiple: true, default: [] },
    browser: { type: "string", default: "chromium" },
    profile: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const isBenchName = (name: string): name is BenchName => (benchNames as readonly string[]).includes(name);
const isBrowserName = (name: string): name is BrowserName => (browserNames as readonly string[]).includes(name);

const only = values.only.filter(isBenchName);
if (values.help || only.length < values.only.length || !isBrowserName(values.browser)) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}

if (values.profile) {
  await runProfile(1000, (line) => process.stdout.write(`${line}\n`));
  process.exit(0);
}

const report = await runBench({
  browser: values.browser,
  quick: values.quick,
  only,
  results: values.results.map(Number),
  keywords: values.keywords.map(Number),
  log: (line) => process.stderr.write(`${line}\n`),
  onOutcome: (outcome) => process.stdout.write(`${outcomeLines(outcome).join("\n")}\n`),
});
const { browser, processors, load, rounds, seconds, bars } = report;
process.stdout.write(
  `${[
    ...barLines(bars),
    "",
    `${bars.filter(({ met }) => met).length} of ${bars.length} bars met. Medians of ${rounds} alternated runs, each on a fresh page;`,
    `${browser}, ${processors}, load ${load.toFixed(1)}, ${seconds} s.`,
  ].join("\n")}\n`,
);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
