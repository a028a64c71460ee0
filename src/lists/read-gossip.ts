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

/** What the tool's own export writes: an address, a word or an expression, with what it is between it and the block. */
const addressLine = /^(\S+)\s+(soft|hard)$/u;
const wordLine = /^(\S+)\s+banned\s+(soft|hard)\s+(titleAndContents|titleOnly)(?:\s+(string|regexp))?$/u;
const regexLine = /^(\S+)\s+regexp\s+(soft|hard)$/u;

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

/** The condition of a line and how what meets it is blocked; null where the line is of no form. */
const readForm = (text: string): { readonly condition: Condition | null; readonly block: string } | null => {
  const [, word, wordBlock, where, how] = wordLine.exec(text) ?? [];
  if (word !== undefined && wordBlock !== undefined) {
    // A plus stands for a space.
    const words = word.replaceAll("+", " ");
    const field = where === "titleOnly" ? "title" : null;
    const literal = { kind: "text", form: "phrase", field, text: words } as const;
    return { condition: how === "regexp" ? regex(field, words) : literal, block: wordBlock };
  }
  const [, expression, regexBlock] = regexLine.exec(text) ?? [];
  if (expression !== undefined && regexBlock !== undefined) {
    // Backslashes are doubled on the way; addresses hold none that could be meant.
    return { condition: regex("url", expression.replaceAll(/\\\\/gu, "\\")), block: regexBlock };
  }
  const [, address, block] = addressLine.exec(text) ?? [];
  return address === undefined || block === undefined ? null : { condition: addressCondition(address), block };
};

const readLine = (text: string): ReadLine => {
  if (text.trim() === "") return nothing;
  const read = readForm(text.trim());
  if (read === null) return leftOut("import-syntax", [], 1);
  const printed = read.condition === null ? "" : printCondition(read.condition);
  if (!parseCondition(printed).ok) return leftOut("import-bad-keyword");
  return { rules: [{ condition: printed, action: read.block === "soft" ? "fold" : "hide" }] };
};

/** Reads the lists of gossip-site-blocker: sites, words or regular expressions, each blocked softly or hard. */
export function* readGossip(text: string): StepwiseReading<ImportedParts> {
  const { rules, ...issues } = yield* readRuleLines(splitLines(text), readLine);
  return { rulesets: [{ name: "gossip-site-blocker", rules }], ...issues };
}
