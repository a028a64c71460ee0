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

const line = /^(\S+)\s+(soft|hard)(?:\s+(titleAndContents|titleOnly)\s+(string|regexp))?$/u;

const regex = (field: FieldName | null, source: string): Condition | null => {
  try {
    return { kind: "text", form: "regex", field, text: `/${new RegExp(source).source}/` };
  } catch {
    return null;
  }
};

/** A site, the beginning of an address, or a regular expression for one. */
const addressCondition = (typed: string): Condition | null => {
  const [, name = "", path = ""] = /^([^/]+)(\/.*)?$/u.exec(typed) ?? [];
  const host = listedHost(name);
  if (host === null) return regex("url", typed);
  const site = { kind: "site", host } as const;
  const start = String.raw`^https?:\/\/[^\/]+${escapeRegex(path)}`;
  return path === "" || path === "/"
    ? site
    : all([site, { kind: "text", form: "regex", field: "url", text: `/${start}/` }]);
};

const readLine = (text: string): ReadLine => {
  if (text.trim() === "") return nothing;
  const [, typed = "", block, where, how] = line.exec(text.trim()) ?? [];
  if (block === undefined) return leftOut("import-syntax", [], 1);
  // A plus stands for a space in words.
  const words = typed.replaceAll("+", " ");
  const field = where === "titleOnly" ? "title" : null;
  const condition =
    where === undefined
      ? addressCondition(typed)
      : how === "regexp"
        ? regex(field, typed)
        : ({ kind: "text", form: "phrase", field, text: words } as const);
  const printed = condition === null ? "" : printCondition(condition);
  const check = parseCondition(printed);
  if (!check.ok) return leftOut("import-bad-keyword");
  return { rules: [{ condition: printed, action: block === "soft" ? "fold" : "hide" }] };
};

/** Reads the lists of gossip-site-blocker: sites, words or regular expressions, each blocked softly or hard. */
export function* readGossip(text: string): StepwiseReading<ImportedParts> {
  const { rules, ...issues } = yield* readRuleLines(splitLines(text), readLine);
  return { rulesets: [{ name: "gossip-site-blocker", rules }], ...issues };
}
