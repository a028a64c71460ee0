import type { Action } from "@/model/filter.ts";

import type { ImportedParts, StepwiseReading } from "./imported-lists.ts";
import { inSteps } from "./in-steps.ts";
import { filledText, isFields, objectsIn, shallowJson } from "./json-fields.ts";
import { listedHost } from "./read-domains.ts";
import { leftOut, nothing, readRuleLines, splitLines } from "./read-rule-lines.ts";
import type { ReadLine } from "./read-rule-lines.ts";

/** Its blocked results leave a placeholder that can be opened; banned ones are gone. */
const actionOf = (isBanned: boolean): Action => (isBanned ? "hide" : "fold");

const readSite = (domain: string, isBanned: boolean): ReadLine => {
  const host = listedHost(domain);
  if (host === null) return leftOut("import-bad-host", [domain]);
  return { rules: [{ condition: `site:${host}`, action: actionOf(isBanned) }] };
};

/** Reads the list of Google Hit Hider by Domain: `|domain:t|domain:p|`, with `p` for those that are banned for good. */
export function* readGoogleHitHider(text: string): StepwiseReading<ImportedParts> {
  const entries = text
    .trim()
    .split("|")
    .filter((entry) => entry !== "");
  const { rules, ...issues } = yield* readRuleLines(entries, (entry) => {
    const [domain = "", mode] = entry.split(/:(?=[tp]$)/u);
    return readSite(domain, mode === "p");
  });
  return { rulesets: [{ name: "Google Hit Hider", rules }], ...issues };
}

const readEntry = (json: string): ReadLine => {
  const entry: unknown = JSON.parse(json);
  const domain = isFields(entry) ? filledText(entry["domain"]) : null;
  if (!isFields(entry) || domain === null) return leftOut("import-no-domain");
  return entry["enabled"] === false ? leftOut("import-switched-off") : readSite(domain, entry["mode"] === "pban");
};

/** Reads the JSON file of Search Hit Hider. */
export function* readSearchHitHiderJson(json: unknown): StepwiseReading<ImportedParts> {
  const entries: string[] = [];
  yield* inSteps(objectsIn(isFields(json) ? json["entries"] : []), (entry) => entries.push(shallowJson(entry)));
  const { rules, ...issues } = yield* readRuleLines(entries, readEntry);
  return { rulesets: [{ name: "Search Hit Hider", rules }], ...issues };
}

const banMark = /#\s*perma-?ban/iu;

/** Reads the text of Search Hit Hider: a domain a line, `# perma-ban` behind it or above those that it is meant for. */
export function* readSearchHitHiderText(text: string): StepwiseReading<ImportedParts> {
  let isBanned = false;
  const { rules, ...issues } = yield* readRuleLines(splitLines(text), (line) => {
    const bare = line.replace(/#.*$/u, "").trim();
    if (bare !== "") return readSite(bare, isBanned || banMark.test(line));
    if (line.trim() !== "") isBanned = banMark.test(line);
    return nothing;
  });
  return { rulesets: [{ name: "Search Hit Hider", rules }], ...issues };
}
