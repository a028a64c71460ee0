import * as v from "valibot";

import { parseCondition } from "@/filters/parse-condition.ts";
import { actions } from "@/model/filter.ts";
import { colorCount } from "@/model/keyword-list.ts";
import type { Rule, Ruleset } from "@/model/ruleset.ts";
import type { Settings } from "@/model/settings.ts";
import { readSettings, settingsVersion } from "@/settings/settings-schema.ts";

import type { ImportedParts } from "./imported-lists.ts";
import type { ImportedRuleset, LineIssue, StepwiseReading } from "./imported-lists.ts";
import { inSteps } from "./in-steps.ts";
import { isSecureAddress } from "./is-secure-address.ts";
import { isFields, objectsIn } from "./json-fields.ts";

/** What a file of Winnow's own says it is, so that no other JSON file is taken for one. */
export const winnowFormat = "winnow-settings";

/**
 * The text of a file with everything the user has set, and the version of its form, written step by step: a rule is a
 * line. Of rulesets only those are meant that were brought: what is subscribed to is fetched again.
 */
export function* writeWinnow(settings: Settings, rulesets: readonly Ruleset[] = []): StepwiseReading<string> {
  const file = JSON.stringify({ format: winnowFormat, version: settingsVersion, settings }, null, 2);
  const written: string[] = [];
  for (const { name, enabled, rules } of rulesets) {
    yield;
    const lines: string[] = [];
    yield* inSteps(rules, (one) => lines.push(`        ${JSON.stringify(one)}`));
    const head = `      "name": ${JSON.stringify(name)},\n      "enabled": ${String(enabled)},\n      "rules": [`;
    written.push(`    {\n${head}${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n      `}]\n    }`);
  }
  if (written.length === 0) return `${file}\n`;
  return `${file.slice(0, -"\n}".length)},\n  "rulesets": [\n${written.join(",\n")}\n  ]\n}\n`;
}

const rule = v.object({
  condition: v.string(),
  action: v.picklist(actions),
  color: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(colorCount))),
  line: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});

interface ReadRulesets {
  readonly rulesets: readonly ImportedRuleset[];
  /** Rules whose conditions cannot be read, which are left out. */
  readonly notUnderstood: readonly LineIssue[];
  /** How many rules were left out beside these, as they are none. */
  readonly left: number;
}

function* readRulesets(stored: unknown): StepwiseReading<ReadRulesets> {
  let left = 0;
  const notUnderstood: LineIssue[] = [];
  const rulesets: ImportedRuleset[] = [];
  for (const entry of objectsIn(stored)) {
    const rules: Rule[] = [];
    yield* inSteps(objectsIn(entry["rules"]), (one) => {
      const read = v.safeParse(rule, one);
      const parsed = read.success ? parseCondition(read.output.condition) : null;
      if (!read.success) left += 1;
      else if (parsed?.ok === false) {
        notUnderstood.push({ line: 0, text: read.output.condition, problem: parsed.problem });
      } else rules.push(read.output);
    });
    const { name } = entry;
    rulesets.push({ name: typeof name === "string" ? name : null, enabled: entry["enabled"] !== false, rules });
  }
  return { rulesets, notUnderstood, left };
}

const refused = (code: string): ImportedParts => ({ problems: [{ code, args: [] }] });

/**
 * Reads a file of Winnow's own. Lists and filters that can't be read are left out, and their number is a problem; of a
 * newer version's file nothing is read, because what its parts mean may have changed.
 */
export function* readWinnow(json: unknown): StepwiseReading<ImportedParts> {
  const { version, settings } = isFields(json) ? json : {};
  if (typeof version !== "number" || !isFields(settings)) return refused("backup-not-ours");
  if (version > settingsVersion) return refused("backup-newer");
  const read = readSettings(settings);
  const stored = isFields(json) ? json["rulesets"] : [];
  const { rulesets, notUnderstood, left: leftRules } = yield* readRulesets(stored);
  const { subscriptions } = read.settings;
  const safe = subscriptions.filter(({ address }) => isSecureAddress(address));
  const leftItems = Array.isArray(read.unreadable) ? read.unreadable.length : 0;
  const left = leftItems + leftRules + subscriptions.length - safe.length;
  return {
    settings: { ...read.settings, subscriptions: safe },
    rulesets,
    notUnderstood,
    problems: left === 0 ? [] : [{ code: "backup-partly-unreadable", args: [String(left)] }],
  };
}
