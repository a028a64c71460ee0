import type { ColorNumber } from "@/model/keyword-list.ts";
import type { Rule } from "@/model/ruleset.ts";

import type { ImportedParts, LineIssue, StepwiseReading } from "./imported-lists.ts";
import { filledText, objectsIn, shallowJson } from "./json-fields.ts";
import type { Fields } from "./json-fields.ts";
import { nearestColor } from "./nearest-color.ts";
import { listedHost } from "./read-domains.ts";
import { escapeRegex } from "./regex-text.ts";
import { wrappedColor } from "./ublacklist/read-rule.ts";

/** The colours that its highlights have by default; what users chose beside them is not in its files. */
const defaultColors = ["#f50057", "#8bc34a", "#03a9f4"];

const colorOf = (name: unknown): ColorNumber => {
  const number = Math.max(1, Number(/^COLOR_(\d{1,4})$/u.exec(String(name))?.[1] ?? 1));
  return nearestColor(defaultColors[number - 1] ?? "") ?? wrappedColor(number);
};

const actionOf = ({ display, color }: Fields): Pick<Rule, "action" | "color"> => {
  if (display === "FULL_HIDE") return { action: "hide" };
  return display === "HIGHLIGHT" ? { action: "mark", color: colorOf(color) } : { action: "dim" };
};

/** Any part of an address will do for it; what is a host means that site. */
const conditionOf = (name: string): string => {
  const host = listedHost(name);
  return host === null ? `url:/${escapeRegex(name)}/` : `site:${host}`;
};

/** Entries between two pauses. */
const entriesInStep = 200;

/** Reads the file that hohser exports: a list of sites, each with what becomes of its results. */
export function* readHohser(json: unknown): StepwiseReading<ImportedParts> {
  const rules: Rule[] = [];
  const notUnderstood: LineIssue[] = [];
  const simplified: LineIssue[] = [];
  for (const [index, entry] of objectsIn(json).entries()) {
    if (index % entriesInStep === 0) yield;
    const line = index + 1;
    const name = filledText(entry["domainName"]);
    if (name === null) {
      notUnderstood.push({ line, text: shallowJson(entry), problem: { code: "import-no-domain", args: [] } });
      continue;
    }
    rules.push({ condition: conditionOf(name), ...actionOf(entry), line });
    if (entry["display"] === undefined) {
      simplified.push({ line, text: name, problem: { code: "import-no-display", args: [] } });
    }
  }
  return { rulesets: [{ name: "hohser", rules }], notUnderstood, simplified };
}
