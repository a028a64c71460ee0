import { compileFilters, compileFiltersInSteps, joinJudges } from "@/deciding/compile-filters.ts";
import { offerRegexEngine } from "@/matching/regex-engine.ts";
import { wholeRegexEngine } from "@/matching/whole-regex-engine.ts";
import type { Result } from "@/model/result.ts";
import type { Rule } from "@/model/ruleset.ts";
import { compileRuleset, mostUnbound } from "@/rulesets/compile-ruleset.ts";
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
  /** Milliseconds in which a tab makes ready what names no site. */
  readonly ready: number;
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

/** Rules of uBlacklist, each of which names a site, or words of a title and no site. */
const bySite = (index: number): string => `*://*.spam-${index}.example/*`;
const byTitle = (index: number): string => `title*="result ${index}0"i`;

const runOnce = async (count: number, ruleAt: (index: number) => string): Promise<Run> => {
  const text = Array.from({ length: count }, (_, index) => ruleAt(index)).join("\n");
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
  const makingReady = timeSteps(compileFiltersInSteps(pageRules.unbound(), []));
  const judge = joinJudges([makingReady.value, compileFilters(pageRules.bound(), [])]);
  const results = hosts.map(resultAt);
  let fastest = Infinity;
  let hidden = 0;
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    hidden = results.filter((result) => judge.decide(result, [], 0).visibility === "hide").length;
    fastest = Math.min(fastest, performance.now() - start);
  }
  return {
    longest: Math.max(reading.longest, compiling.longest, makingReady.longest),
    total: reading.total + compiling.total,
    ready: makingReady.total,
    each: (1000 * fastest) / results.length,
    held: held / 1000,
    hidden,
  };
};

/** The least of each figure in some rounds: what else goes on in the machine only makes things longer. */
const runRounds = async (count: number, ruleAt: (index: number) => string, rounds: number): Promise<Run> => {
  const runs: Run[] = [];
  // oxlint-disable-next-line no-await-in-loop -- Rounds that ran at once would slow each other down.
  for (let round = 0; round < rounds; round++) runs.push(await runOnce(count, ruleAt));
  const least = (figure: keyof Run): number => Math.min(...runs.map((run) => run[figure]));
  return {
    longest: least("longest"),
    total: least("total"),
    ready: least("ready"),
    each: least("each"),
    held: least("held"),
    hidden: least("hidden"),
  };
};

/**
 * Rulesets of growing size, and one of as many rules without a site as are used: reading and compiling one in steps,
 * and judging a page of a hundred results by it. In Node, whose engine is Chromium's: there is no page in it.
 */
export const measureRules = async (counts: readonly number[], rounds: number): Promise<Outcome> => {
  // Pages load it where a rule needs it.
  offerRegexEngine(wholeRegexEngine);
  const rows: (Run & { readonly count: number })[] = [];
  // oxlint-disable-next-line no-await-in-loop -- Rulesets that were measured at once would slow each other down.
  for (const count of counts) rows.push({ count, ...(await runRounds(count, bySite, rounds)) });
  const siteless = { count: mostUnbound, ...(await runRounds(mostUnbound, byTitle, rounds)) };
  const [first, last] = [rows[0], rows.at(-1)];
  const most = String(last?.count ?? "");
  const rowOf = (name: string, { total, longest, ready, each, held, hidden }: Run): readonly string[] => [
    name,
    total.toFixed(0),
    longest.toFixed(1),
    ready.toFixed(0),
    each.toFixed(2),
    held.toFixed(0),
    String(hidden),
  ];
  return {
    name: "Rulesets",
    heads: [
      "rules",
      "reading and compiling",
      "longest step",
      "ready",
      "µs a result",
      "kB read for a page",
      "hidden of 100",
    ],
    rows: [...rows.map((run) => rowOf(String(run.count), run)), rowOf(`${siteless.count} without a site`, siteless)],
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
        measure: `longest step of importing ${siteless.count} rules without a site and making them ready`,
        value: siteless.longest,
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
    data: [...rows, siteless],
  };
};
