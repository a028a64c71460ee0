import type { ImportedParts, ImportedSubscription, StepwiseReading } from "../imported-lists.ts";
import { isSecureAddress } from "../is-secure-address.ts";
import { filledText, isFields, objectsIn, textsIn } from "../json-fields.ts";
import type { Fields } from "../json-fields.ts";
import { nearestColor } from "../nearest-color.ts";
import { readRecipes } from "../recipe-file.ts";
import { wrappedColor } from "./read-rule.ts";
import { readUblacklist } from "./read-ruleset.ts";

const fieldsIn = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  return isFields(value) ? value : {};
};

const subscriptionsIn = (value: unknown, kind: ImportedSubscription["kind"]): readonly ImportedSubscription[] =>
  (isFields(value) ? Object.values(value).filter(isFields) : objectsIn(value)).flatMap((entry) => {
    const address = filledText(entry["url"]);
    // The tool's own recipes stand in every backup; nobody asked for them, and Winnow has its own for these engines.
    if (address === null || entry["custom"] === false) return [];
    return [{ name: filledText(entry["name"]), address, kind, enabled: entry["enabled"] !== false }];
  });

/** Whether nothing was written in place of what the tool offers to begin with: a name and no pages. */
const isUntouched = (content: string): boolean =>
  content
    .split(/[\r\n]+/u)
    .every((line) => /^(?:\s*(?:#.*)?|(?:name|version):.*|pages:\s*\[\s*\]\s*(?:#.*)?)$/u.test(line));

/** Reads a backup of uBlacklist: its rules, what it subscribed to, and its user's own recipes. */
export function* readUblacklistBackup(json: unknown): StepwiseReading<ImportedParts> {
  const backup = isFields(json) ? json : {};
  const colors = textsIn(backup["highlightColors"]).map(nearestColor);
  const rules = typeof backup["blacklist"] === "string" ? backup["blacklist"] : "";
  const read = yield* readUblacklist(rules, (highlight) => colors[highlight - 1] ?? wrappedColor(highlight));
  const serpInfo = fieldsIn(backup, "serpInfoSettings");
  const content = filledText(fieldsIn(serpInfo, "user")["content"]);
  const recipes = content === null || isUntouched(content) ? null : yield* readRecipes(content);
  const subscriptions = [
    ...subscriptionsIn(backup["subscriptions"], "rules"),
    ...subscriptionsIn(serpInfo["remote"], "recipes"),
  ];
  return {
    ...read,
    notUnderstood: [
      ...(read.notUnderstood ?? []),
      ...subscriptions
        .filter(({ address }) => !isSecureAddress(address))
        .map(({ address }) => ({ line: 0, text: address, problem: { code: "import-not-https", args: [] } })),
    ],
    rulesets: (read.rulesets ?? [])
      .filter((ruleset) => ruleset.rules.length > 0)
      .map((ruleset) => ({ ...ruleset, name: ruleset.name ?? "uBlacklist" })),
    subscriptions,
    ...(recipes?.ok === true ? { recipes: recipes.recipes } : {}),
    problems: recipes === null ? [] : recipes.ok ? recipes.problems : [recipes.problem],
  };
}
