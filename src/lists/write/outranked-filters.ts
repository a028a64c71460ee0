import type { Condition } from "@/filters/condition.ts";
import { necessarySignals } from "@/filters/necessary-signals.ts";
import type { Names } from "@/filters/subject.ts";
import type { Action } from "@/model/filter.ts";

import type { StepwiseReading } from "../imported-lists.ts";
import { inSteps } from "../in-steps.ts";
import { exportIssue } from "./exported-text.ts";
import type { ExportIssue } from "./exported-text.ts";
import type { JudgingRule } from "./judging-rules.ts";

/** For actions of own filters, those of imported rules that a format lets win over them. */
export type Outranking = Readonly<Partial<Record<Action, readonly Action[]>>>;

/** Only sites are asked for; the other signals need not be told apart. */
const names: Names = { termOf: () => 0, listOf: () => "" };

/** The hosts of which a result must have one for a condition to be true; null where it may be true of any. */
const hostsOf = (condition: Condition): readonly string[] | null => {
  const hosts = necessarySignals(condition, names)?.map((signal) => {
    if (signal.kind === "site") return signal.host;
    return signal.kind === "address" ? (/^\w+:\/\/([^/:?#]+)/u.exec(signal.url)?.[1] ?? null) : null;
  });
  return hosts?.every((host) => host !== null) === true ? hosts : null;
};

/** A host and the domains above it. */
const domainsAbove = (host: string): readonly string[] => {
  const labels = host.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
};

/** Where some rules may be true. */
interface Reach {
  readonly hosts: Set<string>;
  /** Domains that are one of the hosts or above one. */
  readonly above: Set<string>;
  /** Whether one of the rules may be true anywhere. */
  isAnywhere: boolean;
}

const reachOf = function* (rules: readonly JudgingRule[]): StepwiseReading<Reach> {
  const reach: Reach = { hosts: new Set(), above: new Set(), isAnywhere: false };
  yield* inSteps(rules, ({ condition }) => {
    const hosts = hostsOf(condition);
    if (hosts === null) reach.isAnywhere = true;
    for (const host of hosts ?? []) {
      reach.hosts.add(host);
      for (const domain of domainsAbove(host)) reach.above.add(domain);
    }
  });
  return reach;
};

const meets = ({ hosts, above, isAnywhere }: Reach, condition: Condition): boolean => {
  if (isAnywhere || hosts.size === 0) return isAnywhere;
  const own = hostsOf(condition);
  return own === null || own.some((host) => above.has(host) || domainsAbove(host).some((domain) => hosts.has(domain)));
};

/**
 * Says of which own filters imported rules may win in a format, while here an own filter goes before them: those of
 * such an action that may be true of the same result as such a rule.
 */
export function* outrankedFilters(
  rules: readonly JudgingRule[],
  outranking: Outranking,
): StepwiseReading<readonly ExportIssue[]> {
  const issues: ExportIssue[] = [];
  for (const [action, stronger] of Object.entries(outranking)) {
    const reach = yield* reachOf(rules.filter((rule) => !rule.isOwn && stronger.includes(rule.action)));
    yield* inSteps(rules, (rule) => {
      if (!rule.isOwn || rule.action !== action || !meets(reach, rule.condition)) return;
      issues.push(exportIssue(rule.text, "export-outranked"));
    });
  }
  return issues;
}
