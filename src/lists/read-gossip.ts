import { all } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { FieldName } from "@/model/result.ts";

import type { ImportedParts, StepwiseReading } from "./imported-lists.ts";
import { listedHost } from "./read-domains.ts";
import { leftOut, nothing, readRuleLines, splitLines } from "./read-rule-lines.ts";
import type { ReadLine } from "./read-rule-lines.ts";
import { escapeRegex } from "./regex-text.ts";
import { exactHost } from "./ublacklist/match-pattern-condition.ts";
import { addressRegexOf } from "./ublacklist/path-regex.ts";

/** A site or the beginning of an address; without the manner of blocking, it is blocked softly. */
const siteLine = /^(\S+)(?:\s+(soft|hard))?$/u;
/** Words, whose spaces are pluses; what is left out at the end is as it was before there was a choice. */
const wordLine = /^(\S+)\s+banned\s+(soft|hard)(?:\s+(titleAndContents|titleOnly)(?:\s+(string|regexp))?)?$/u;
/** A regular expression for an address without its scheme, with spaces and pluses escaped. */
const regexLine = /^(\S+)\s+regexp\s+(soft|hard)$/u;

const regex = (field: FieldName | null, source: string): Condition | null => {
  try {
    return { kind: "text", form: "regex", field, text: `/${new RegExp(source).source}/` };
  } catch {
    return null;
  }
};

const addressStart = (source: string): Condition => ({
  kind: "text",
  form: "regex",
  field: "url",
  text: `/${String.raw`^https?:\/\/`}${source}/`,
});

/** What an address begins with behind its scheme. */
const siteCondition = (typed: string): Condition => {
  const [, name = "", path = ""] = /^([^/]+)(\/.*)?$/u.exec(typed) ?? [];
  const host = listedHost(name);
  if (host === null) return addressStart(escapeRegex(typed));
  const site = exactHost(host);
  return path === "" || path === "/" ? site : all([site, addressStart(String.raw`[^\/]+${escapeRegex(path)}`)]);
};

const wordCondition = (typed: string, where: string | undefined, how: string | undefined): Condition | null => {
  const text = typed.replaceAll("+", " ");
  const field = where === "titleOnly" ? "title" : null;
  return how === "regexp" ? regex(field, text) : { kind: "text", form: "phrase", field, text };
};

const unescaped: Readonly<Record<string, string>> = { "\\\\": "\\", "\\+": "+", "+": " " };

const addressCondition = (typed: string): Condition | null => {
  const source = typed.replaceAll(/\\[\\+]|\+/gu, (sign) => unescaped[sign] ?? sign);
  if (regex("url", source) === null) return null;
  return regex("url", addressRegexOf(source, "", "host") ?? source);
};

/** The condition of a line and how it blocks; null where the line has none of the forms. */
const readParts = (text: string): { readonly condition: Condition | null; readonly block: string } | null => {
  const [, words, wordBlock = "", where, how] = wordLine.exec(text) ?? [];
  if (words !== undefined) return { condition: wordCondition(words, where, how), block: wordBlock };
  const [, source, regexBlock = ""] = regexLine.exec(text) ?? [];
  if (source !== undefined) return { condition: addressCondition(source), block: regexBlock };
  const [, site, siteBlock = "soft"] = siteLine.exec(text) ?? [];
  return site === undefined ? null : { condition: siteCondition(site), block: siteBlock };
};

const readLine = (text: string): ReadLine => {
  if (text.trim() === "") return nothing;
  const parts = readParts(text.trim());
  if (parts === null) return leftOut("import-syntax", [], 1);
  const condition = parts.condition === null ? "" : printCondition(parts.condition);
  const check = parseCondition(condition);
  if (!check.ok) return leftOut("import-bad-keyword");
  return { rules: [{ condition, action: parts.block === "soft" ? "fold" : "hide" }] };
};

/**
 * Reads what gossip-site-blocker exports: sites, words or regular expressions, each blocked softly or hard.
 *
 * Its form: https://github.com/ikemo3/gossip-site-blocker/blob/master/apps/page/option/export.ts
 */
export function* readGossip(text: string): StepwiseReading<ImportedParts> {
  const { rules, ...issues } = yield* readRuleLines(splitLines(text), readLine);
  return { rulesets: [{ name: "gossip-site-blocker", rules }], ...issues };
}
