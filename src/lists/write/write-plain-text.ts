import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList } from "@/model/keyword-list.ts";

import type { StepwiseReading } from "../imported-lists.ts";
import { inSteps } from "../in-steps.ts";
import { wordsHead } from "../read-words.ts";
import { exportIssue } from "./exported-text.ts";
import type { ExportedText, ExportIssue, ExportSource } from "./exported-text.ts";
import { alternativesOf, judgingRules } from "./judging-rules.ts";
import { outrankedFilters } from "./outranked-filters.ts";
import type { Outranking } from "./outranked-filters.ts";

/** What lists have that lines of text do not say. */
const notInLines = (lists: readonly KeywordList[]): readonly ExportIssue[] => {
  const usual = JSON.stringify(defaultKeywordOptions);
  return [
    ...(lists.length > 1 ? [exportIssue(lists.map(({ name }) => name).join(", "), "export-one-list")] : []),
    ...lists.filter(({ enabled }) => !enabled).map(({ name }) => exportIssue(name, "export-list-on")),
    ...lists
      .filter(({ options }) => JSON.stringify({ ...defaultKeywordOptions, ...options }) !== usual)
      .map(({ name }) => exportIssue(name, "export-list-options")),
  ];
};

/**
 * Writes the keyword lists, a keyword a line as it stands there, each under its name: so they are lists of keywords
 * when they are read again, whatever the keywords look like.
 */
export function* writeWords({ lists, filters, rules }: ExportSource): StepwiseReading<ExportedText> {
  const texts = lists.map(({ name, lines }) => [wordsHead(name), ...lines, ""].join("\n"));
  const notExpressed: ExportIssue[] = [];
  yield* inSteps([...filters, ...rules], ({ condition: what }) =>
    notExpressed.push(exportIssue(what, "export-only-words")),
  );
  return { text: texts.join("\n"), notExpressed, approximated: notInLines(lists) };
}

/** A list of domains only hides. */
const outranking: Outranking = { keep: ["hide"], fold: ["hide"], dim: ["hide"] };

/** A top-level domain is told from a word by the sign for all below it. */
const domainLine = (host: string): string => (host.includes(".") ? host : `*.${host}`);

/** Writes the sites that are hidden, a domain a line, step by step. */
export function* writeDomains(source: ExportSource): StepwiseReading<ExportedText> {
  const notExpressed: ExportIssue[] = [];
  const hosts = new Set<string>();
  const rules = yield* judgingRules(source, notExpressed);
  yield* inSteps(rules, ({ text, condition, action }) => {
    const alternatives = alternativesOf(condition);
    const found = alternatives.flatMap((part) => (part.kind === "site" ? part.host : []));
    if (action === "hide" && found.length === alternatives.length) for (const host of found) hosts.add(host);
    else notExpressed.push(exportIssue(text, "export-only-sites"));
  });
  const approximated = yield* outrankedFilters(rules, outranking);
  return { text: [...Array.from(hosts, domainLine), ""].join("\n"), notExpressed, approximated };
}
