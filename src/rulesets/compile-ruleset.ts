import { necessarySignals } from "@/filters/necessary-signals.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { searchCost } from "@/filters/search-cost.ts";
import type { Names } from "@/filters/subject.ts";
import type { Rule } from "@/model/ruleset.ts";

import { noHost, ruleLine, siteCondition } from "./rule-text.ts";
import { shardCountFor, shardOf } from "./shards.ts";

/**
 * Rules that are bound to no host have to be made ready in every tab. So many of them, in words to look for, take it a
 * tenth of a second, in slices, and some megabytes (`npm run bench -- --only rules`); the first ones count.
 */
export const mostUnbound = 5000;

/** Rules in the form in which tabs find those that matter to them. */
export interface CompiledRuleset {
  /** Texts of rules, each under a host without which it cannot be true. */
  readonly shards: readonly string[];
  /** The text of the rules that are bound to no host, all under {@link noHost}. */
  readonly unbound: string;
  /** The text of the rules that no tab gets: those that cannot be read, and unbound ones that are too many. */
  readonly unused: string;
  /** How many rules are used, how many cannot be read, and how many unbound ones are too many. */
  readonly rules: number;
  readonly unreadable: number;
  readonly tooMany: number;
}

/** A condition that is a host and nothing else, written as addresses hold it. */
const plainSite = /^site:((?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)$/u;
/** Rules between two pauses. */
const rulesInStep = 100;
const shardsInStep = 64;

/** Only sites are asked for; the other signals need not be told apart. */
const names: Names = { termOf: () => 0, listOf: () => "" };

/**
 * The hosts of which a result must have one for a condition to be true; where it may be true without, what it takes to
 * look for it; null for one that cannot be read.
 */
const hostsOf = (condition: string): readonly string[] | number | null => {
  const plain = plainSite.exec(condition)?.[1];
  if (plain !== undefined) return [plain];
  const parsed = parseCondition(condition);
  if (!parsed.ok) return null;
  const hosts = new Set<string>();
  for (const signal of necessarySignals(parsed.condition, names) ?? [null]) {
    if (signal?.kind !== "site") return searchCost(parsed.condition);
    hosts.add(signal.host);
  }
  return [...hosts];
};

/** A rule as it is stored: its condition on one line, and a host as addresses hold it. */
const tidied = (rule: Rule, host: string | undefined): Rule => {
  if (plainSite.test(rule.condition)) return rule;
  const condition = rule.condition.trim().replaceAll(/\s*[\n\r]\s*/gu, " ");
  const isSite = host !== undefined && /^site:[^\s"()]+$/u.test(condition);
  return { ...rule, condition: isSite ? siteCondition(host) : condition };
};

/** Compiles rules, with a pause wherever it yields. */
export function* compileRuleset(rules: readonly Rule[]): Generator<void, CompiledRuleset> {
  const shardCount = shardCountFor(rules.length);
  const shards: string[][] = Array.from({ length: shardCount }, () => []);
  const unbound: string[] = [];
  const unused: string[] = [];
  let unboundCost = 0;
  let unreadable = 0;
  let tooMany = 0;
  for (const [index, rule] of rules.entries()) {
    if (index % rulesInStep === 0) yield;
    const hosts = hostsOf(rule.condition);
    if (hosts === null) {
      unreadable++;
      unused.push(ruleLine(noHost, tidied(rule, undefined)));
    } else if (typeof hosts !== "number") {
      for (const host of hosts) shards[shardOf(host, shardCount)]?.push(ruleLine(host, tidied(rule, hosts[0])));
    } else if (unboundCost >= mostUnbound) {
      tooMany++;
      unused.push(ruleLine(noHost, tidied(rule, undefined)));
    } else {
      unbound.push(ruleLine(noHost, tidied(rule, undefined)));
      unboundCost += hosts;
    }
  }
  const texts: string[] = [];
  for (const lines of shards) {
    if (texts.length % shardsInStep === 0) yield;
    texts.push(lines.join(""));
  }
  return {
    shards: texts,
    unbound: unbound.join(""),
    unused: unused.join(""),
    rules: rules.length - unreadable - tooMany,
    unreadable,
    tooMany,
  };
}
