import { compileFilters, joinJudges } from "@/deciding/compile-filters.ts";
import type { Result } from "@/model/result.ts";
import type { Rule } from "@/model/ruleset.ts";
import { compileRuleset } from "@/rulesets/compile-ruleset.ts";
import { createPageRules } from "@/rulesets/page-rules.ts";
import { defaultSettings } from "@/settings/default-settings.ts";
import { readContent } from "@/subscriptions/subscription-content.ts";

import { areaWithRules } from "../../support/store-rules.ts";
import type { Outcome } from "./outcome.ts";
import { ratio } from "./outcome.ts";

/** The hosts of a page with many results, of which one in ten stands in every ruleset. */
const hosts = Array.from({ length: 100 }, (_, index) =>
  index % 10 === 0 ? `www.spam-${index}.example` : `www.site-${index}.example`,
);
/** Passes over the page, of which the fastest counts; each is long enough for the clock to tell. */
const passes = 50;
/** Milliseconds that no task may take, and kB that a tab may hold. */
const longestTask = 100;
const mostHeld = 3000;
/** How much more a result may cost by the largest ruleset than by the smallest. */
const mostGrowth = 2;

const resultAt = (host: string, index: number): Result => ({
  id: String(index),
  position: index + 1,
  title: `Result ${index}`,
  url: `https://${host}/page`,
  host,
  snippet: "",
  meta: "",
  facets: [],
});

/** Milliseconds that this thread has worked: the turns of other programs are not counted. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Works through steps to their end, and tells how much work the longest was and all together, in milliseconds. */
const timeSteps = <Value>(steps: Generator<unknown, Value>): { value: Value; longest: number; total: number } => {
  let longest = 0;
  let total = 0;
  for (;;) {
    const start = worked();
    const step = steps.next();
    const time = worked() - start;
    longest = Math.max(longest, time);
    total += time;
    if (step.done === true) return { value: step.value, longest, total };
  }
};

interface Run {
  readonly longest: number;
  readonly total: number;
  /** Microseconds to decide about a result, and kB that were read for the page. */
  readonly each: number;
  readonly held: number;
  readonly hidden: number;
}

const readRules = (text: string): { rules: readonly Rule[]; longest: number; total: number } => {
  const { value, ...times } = timeSteps(readContent("set", text));
  if (!value.ok) throw new Error(value.problem.code);
  return { rules: value.content.rules, ...times };
};

const runOnce = async (count: number): Promise<Run> => {
  const text = Array.from({ length: count }, (_, index) => `*://*.spam-${index}.example/*`).join("\n");
  const reading = readRules(text);
  const compiling = timeSteps(compileRuleset(reading.rules));
  const local = await areaWithRules(reading.rules);
  let held = 0;
  const counting = {
    ...local,
    get: async (keys: string[] | null) => {
      const items = await local.get(keys);
      held += JSON.stringify(items).length;
      return items;
    },
  };
  const pageRules = createPageRules(counting, () => undefined, new AbortController().signal);
  await pageRules.load(defaultSettings);
  await pageRules.need(hosts);
  const judge = joinJudges([pageRules.unbound(), pageRules.bound()].map((filters) => compileFilters(filters, [])));
  const results = hosts.map(resultAt);
  let fastest = Infinity;
  let hidden = 0;
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    hidden = results.filter((result) => judge.decide(result, [], 0).visibility === "hide").length;
    fastest = Math.min(fastest, performance.now() - start);
  }
  return {
    longest: Math.max(reading.longest, compiling.longest),
    total: reading.total + compiling.total,
    each: (1000 * fastest) / results.length,
    held: held / 1000,
    hidden,
  };
};

/**
 * Rulesets of growing size: reading and compiling one in steps, and judging a page of a hundred results by it. In
 * Node, whose engine is Chromium's: there is no page in it.
 */
export const measureRules = async (counts: readonly number[], rounds: number): Promise<Outcome> => {
  const rows: (Run & { readonly count: number })[] = [];
  for (const count of counts) {
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await runOnce(count));
    // What else goes on in the machine only makes things longer.
    const least = (figure: keyof Run): number => Math.min(...runs.map((run) => run[figure]));
    rows.push({
      count,
      longest: least("longest"),
      total: least("total"),
      each: least("each"),
      held: least("held"),
      hidden: least("hidden"),
    });
  }
  const [first, last] = [rows[0], rows.at(-1)];
  const most = String(last?.count ?? "");
  return {
    name: "Rulesets",
    heads: ["rules", "reading and compiling", "longest step", "µs a result", "kB read for a page", "hidden of 100"],
    rows: rows.map(({ count, total, longest, each, held, hidden }) => [
      String(count),
      total.toFixed(0),
      longest.toFixed(1),
      each.toFixed(2),
      held.toFixed(0),
      String(hidden),
    ]),
    bars: [
      {
        measure: `a result by ${most} rules against ${first?.count ?? ""}`,
        value: ratio(last?.each, first?.each),
        unit: "×",
        bar: mostGrowth,
        direction: "at most",
      },
      {
        measure: `longest step of importing ${most} rules`,
        value: last?.longest ?? null,
        unit: "ms",
        bar: longestTask,
        direction: "at most",
      },
      {
        measure: `read for a page of ${most} rules`,
        value: last?.held ?? null,
        unit: "kB",
        bar: mostHeld,
        direction: "at most",
      },
    ],
    data: rows,
  };
};
