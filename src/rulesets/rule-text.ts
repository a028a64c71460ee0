import { actions } from "@/model/filter.ts";
import type { Action } from "@/model/filter.ts";
import type { Rule } from "@/model/ruleset.ts";

/**
 * Rules as they are stored, as one text: each rule is a line that begins with the host it is found under, then come the
 * number of its line, the number of its action with the colour after a dot, and its condition. Where the condition is
 * no more than the host, as of nearly all rules, it is left out. The text begins with a line break, so that a host is
 * found by searching for it between a break and a blank: nothing has to be taken apart for it.
 */
export const ruleLine = (host: string, { condition, action, color, line }: Rule): string => {
  const what = `${actions.indexOf(action)}${color === undefined ? "" : `.${color}`}`;
  return `\n${host} ${line} ${what}${condition === siteCondition(host) ? "" : ` ${condition}`}`;
};

/** What stands in the place of the host where there is none; no host is named so. */
export const noHost = "-";

/** The condition that holds for a host and everything below it. */
export const siteCondition = (host: string): string => `site:${host}`;

const readLine = (text: string, host: string): Rule | null => {
  const [, line, what, condition] = /^(\d+) (\d+(?:\.\d+)?)(?: (.+))?$/u.exec(text) ?? [];
  const [action, color] = (what ?? "").split(".");
  const known: Action | undefined = actions[Number(action)];
  if (line === undefined || known === undefined) return null;
  const rule = { condition: condition ?? siteCondition(host), action: known, line: Number(line) };
  return color === undefined ? rule : { ...rule, color: Number(color) };
};

/** The rules that stand under one host in a text of rules. */
export const rulesUnder = (host: string, text: string): readonly Rule[] => {
  const rules: Rule[] = [];
  const start = `\n${host} `;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const end = text.indexOf("\n", at + 1);
    const rule = readLine(text.slice(at + start.length, end < 0 ? undefined : end), host);
    if (rule !== null) rules.push(rule);
  }
  return rules;
};

/** Every rule of a text of rules; one that stands under several hosts comes several times. */
export const allRules = (text: string): readonly Rule[] =>
  text.split("\n").flatMap((line) => {
    const blank = line.indexOf(" ");
    const rule = blank < 0 ? null : readLine(line.slice(blank + 1), line.slice(0, blank));
    return rule ?? [];
  });
