import { all } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Action } from "@/model/filter.ts";
import type { FieldName } from "@/model/result.ts";

import { listedHost } from "../read-domains.ts";
import { leftOut, nothing } from "../read-rule-lines.ts";
import type { ReadLine } from "../read-rule-lines.ts";
import { patternSource } from "./pattern-source.ts";

const wholeOption = /^(?:site|inurl|intitle|indescription|incontent|boost|downrank|discard)(?:=|$)/u;
const firstOption = /\$(?:site|inurl|intitle|indescription|incontent|boost|downrank|discard)(?:=|$)/u;

/**
 * Splits an instruction at the first `$` behind which there is nothing but options; null where there is none. Done part
 * by part from the end, so that a long line of options that are none takes no longer than any other.
 */
const splitOptions = (text: string): { readonly pattern: string; readonly written: string } | null => {
  const parts = text.split(",");
  const lastOther = parts.findLastIndex((part) => !wholeOption.test(part));
  let at = parts.slice(0, Math.max(0, lastOther)).reduce((sum, part) => sum + part.length + 1, 0);
  for (const part of parts.slice(Math.max(0, lastOther))) {
    const found = part.search(firstOption);
    if (found >= 0) return { pattern: text.slice(0, at + found), written: text.slice(at + found + 1) };
    at += part.length + 1;
  }
  return null;
};

/** What an instruction asks of all results that no other one speaks of. */
export const isGenericDiscard = (line: string): boolean => line.trim() === "$discard";

interface Options {
  readonly field: FieldName;
  readonly site: string | null;
  readonly action: Action;
  /** From 1 to 10; 1 for what has none. */
  readonly strength: number;
}

const actionOf: Readonly<Record<string, Action>> = { boost: "raise", downrank: "lower", discard: "hide" };
const fieldOf: Readonly<Record<string, FieldName>> = { inurl: "url", intitle: "title", indescription: "snippet" };

const readOptions = (text: string): Options | ReadLine => {
  let options: Options = { field: "url", site: null, action: "raise", strength: 1 };
  for (const [name = "", value] of text.split(",").map((option) => option.split("=", 2))) {
    const action = actionOf[name];
    const field = fieldOf[name];
    const strength = Number(value ?? 1);
    if (name === "site") options = { ...options, site: value ?? "" };
    else if (field !== undefined) options = { ...options, field };
    else if (action === undefined) return leftOut("import-page-content");
    else if (!Number.isInteger(strength) || strength < 1 || strength > 10)
      return leftOut("import-bad-strength", [value ?? ""]);
    else options = { ...options, action, strength };
  }
  return options;
};

const readParts = (pattern: string, { field, site }: Options): Condition | ReadLine => {
  const parts: Condition[] = [];
  if (site !== null) {
    // A single word is a top-level domain here, where nothing but a site can stand.
    const host = listedHost(site) ?? listedHost(`*.${site}`);
    if (host === null) return leftOut("import-bad-host", [site]);
    parts.push({ kind: "site", host });
  }
  if (pattern !== "") {
    const source = patternSource(pattern);
    if (source === null) return leftOut("import-goggle-pattern", [pattern]);
    parts.push({ kind: "text", form: "regex", field, text: `/${source}/i` });
  }
  return parts.length === 0 ? leftOut("import-too-generic") : all(parts);
};

/** Reads one line of a goggle. A pattern without options boosts what it finds. */
export const readInstruction = (line: string): ReadLine => {
  const text = line.trim();
  if (text === "" || text.startsWith("!") || isGenericDiscard(text)) return nothing;
  const { pattern, written } = splitOptions(text) ?? { pattern: text, written: "boost" };
  const options = readOptions(written);
  if (!("field" in options)) return options;
  const read = readParts(pattern, options);
  if (!("kind" in read)) return read;
  const condition = printCondition(read);
  const check = parseCondition(condition);
  if (!check.ok) return leftOut(check.problem.code, check.problem.args);
  const { action, strength } = options;
  return {
    rules: [{ condition, action }],
    ...(strength > 1 ? { simplified: { code: "import-strength", args: [String(strength)] } } : {}),
  };
};
