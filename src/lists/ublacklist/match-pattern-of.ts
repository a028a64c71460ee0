import type { Condition } from "@/filters/condition.ts";
import { printCondition } from "@/filters/print-condition.ts";

import { partsOf } from "../write/judging-rules.ts";
import { matchPatternCondition } from "./match-pattern-condition.ts";

/** A match pattern and the parts of a condition that it does not say. */
export interface PatternAndRest {
  readonly pattern: string;
  readonly rest: readonly Condition[];
}

const addressSource = /^\/\^(https\?|https|http):(?:\\\/\\\/\[\^\\\/\]\+(.*))?\/$/u;

/** The path pattern that a regular expression was made of, as far as it can be one. */
const pathOf = (source: string): string => {
  const isClosed = source.endsWith("(?:#|$)");
  const body = isClosed ? source.slice(0, -"(?:#|$)".length) : source;
  const path = body.replaceAll("[^#]*", "*").replaceAll(/\\(.)/gu, "$1");
  return isClosed ? path : `${path}*`;
};

const isAddressRegex = (part: Condition | undefined): part is Extract<Condition, { kind: "text" }> =>
  part?.kind === "text" && part.form === "regex" && part.field === "url";

/**
 * The match pattern that says as many of a condition's parts as one can, the first ones; null where it says none. What
 * is taken for a pattern reads back as those parts, or it is not taken.
 */
export const matchPatternOf = (condition: Condition): PatternAndRest | null => {
  const parts = partsOf(condition);
  const [first] = parts;
  const site = first?.kind === "site" || first?.kind === "host" ? first : null;
  const afterSite = site === null ? 0 : 1;
  for (const taken of [afterSite + 1, afterSite]) {
    const said = parts.slice(0, taken);
    const address = said.find(isAddressRegex);
    const [, scheme = "https?", path] = addressSource.exec(address?.text ?? "") ?? [];
    const host = site === null ? "*" : site.kind === "host" ? site.host : `*.${site.host}`;
    const pattern = `${scheme === "https?" ? "*" : scheme}://${host}${path === undefined ? "/*" : pathOf(path)}`;
    const read = matchPatternCondition(pattern);
    if (said.length === 0 || "code" in read) continue;
    const printed = said.map(printCondition).join(" ");
    if (printCondition(read) === printed) return { pattern, rest: parts.slice(taken) };
  }
  return null;
};
