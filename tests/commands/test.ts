/**
 * `npm test`: formatting, lint, types, unused code, both builds, the stores' rules, the size of the content script,
 * and all tests. Says what came of each step; the last line is `N passed, N failed`, where a step that failed counts
 * as a failure beside the tests that did.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { buildTargets, builtExtension } from "../support/build-extension.ts";
import { browserNames, provideBrowsers } from "../support/find-browsers.ts";
import { projectRoot, runTool } from "../support/run-tool.ts";
import { measureContentScript } from "./measure-content-script.ts";

/** One step's outcome; what it has to say is printed below its name. */
interface Outcome {
  readonly ok: boolean;
  readonly text: string;
}

const tool = async (name: string, ...args: readonly string[]): Promise<Outcome> => {
  const { ok, output } = await runTool(name, args);
  return { ok, text: ok ? "" : output.trim() };
};

/** Mozilla's rules for add-ons, without a single notice. */
const lintForFirefox = async (): Promise<Outcome> => {
  const args = ["lint", "--source-dir", builtExtension("firefox"), "--output", "json", "--no-config-discovery"];
  const { stdout, output } = await runTool("web-ext", args);
  const found = /\{.*\}/s.exec(stdout)?.[0];
  if (found === undefined) return { ok: false, text: output };
  const { count, summary, ...messages } = JSON.parse(found) as { readonly count: number; readonly summary: object };
  return { ok: count === 0, text: count === 0 ? "" : JSON.stringify({ summary, ...messages }, null, 2) };
};

const steps: readonly (readonly [name: string, run: () => Promise<Outcome> | Outcome])[] = [
  ["format", () => tool("oxfmt", "--check")],
  ["lint", () => tool("oxlint")],
  ["types", () => tool("tsc", "--noEmit")],
  ["types of the pure folders", () => tool("tsc", "--noEmit", "-p", "tsconfig.pure.json")],
  ["unused code", () => tool("knip", "--no-progress")],
  ...buildTargets.map((target) => [`build for ${target}`, () => tool("wxt", "build", "--browser", target)] as const),
  ["add-on rules", lintForFirefox],
  ["size of the content script", measureContentScript],
  ["browsers", () => ({ ok: true, text: Object.values(provideBrowsers(browserNames)).join("\n") })],
];

const failedSteps = new Set<string>();
for (const [name, run] of steps) {
  const start = performance.now();
  let outcome: Outcome;
  try {
    outcome = await run();
  } catch (error) {
    outcome = { ok: false, text: error instanceof Error ? error.message : String(error) };
  }
  if (!outcome.ok) failedSteps.add(name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${outcome.ok ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (outcome.text !== "") console.log(outcome.text.replaceAll(/^/gm, "    "));
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** One for each file. */
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Runs the tests; those in browsers only where both browsers can run the build. */
const runTests = async (): Promise<{ readonly passed: number; readonly failed: number; readonly skipped: number }> => {
  const folder = join(projectRoot, ".test-output");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "vitest.json");
  const inBrowsers = !["browsers", "build for chrome", "build for firefox"].some((step) => failedSteps.has(step));
  if (!inBrowsers) console.log("The end-to-end tests are left out: see what failed above.");
  const { ok } = await runTool(
    "vitest",
    [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...(inBrowsers ? [] : ["--project=unit", "--project=dom"]),
    ],
    { live: true, env: { WINNOW_BUILT: "1" } },
  );
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  // A file that could not be run at all has failed without a failed test in it.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    // Errors outside of tests, and a run without a test, show in the run's end alone.
    failed: !ok && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

const {
  passed,
  failed: failedTests,
  skipped,
} = await runTests().catch((error: unknown) => {
  console.error(error);
  return { passed: 0, failed: 1, skipped: 0 };
});
const failed = failedTests + failedSteps.size + (passed + failedTests === 0 ? 1 : 0);
if (failedSteps.size > 0) console.log(`Failed steps: ${[...failedSteps].join(", ")}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;
