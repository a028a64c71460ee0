import type { Ruleset } from "@/model/ruleset.ts";
import type { Settings } from "@/model/settings.ts";
import { itemName } from "@/settings/item-names.ts";

import type { StepwiseReading } from "../imported-lists.ts";
import { exportIssue } from "./exported-text.ts";
import type { ExportedText, ExportIssue, ExportSource } from "./exported-text.ts";

/** Writes what another tool's format can hold of lists, filters and rules. */
export type ExportWriter = (source: ExportSource) => StepwiseReading<ExportedText>;

/** What no other tool's format holds, whichever it is. */
const leftOutAlways = (settings: Settings, rulesets: readonly Ruleset[]): readonly ExportIssue[] => {
  return [
    ...rulesets.filter(({ enabled }) => !enabled).map(({ name }) => exportIssue(name, "export-off")),
    ...settings.recipes.map((recipe) => exportIssue(itemName(recipe), "export-recipe")),
    ...settings.subscriptions.map((one) => exportIssue(itemName(one), "export-subscription")),
    ...settings.pausedSites.map((host) => exportIssue(host, "export-paused")),
  ];
};

/** Writes everything the user has in another tool's format, step by step, and says all that is not in it. */
export function* writeExport(
  writer: ExportWriter,
  settings: Settings,
  rulesets: readonly Ruleset[],
): StepwiseReading<ExportedText> {
  const rules = rulesets.filter(({ enabled }) => enabled).flatMap((ruleset) => ruleset.rules);
  const written = yield* writer({ lists: settings.lists, filters: settings.filters, rules });
  return { ...written, notExpressed: [...written.notExpressed, ...leftOutAlways(settings, rulesets)] };
}
