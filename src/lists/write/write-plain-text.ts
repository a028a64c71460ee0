import { holdSideBySide } from "../read-words.ts";
import type { ExportedText, ExportIssue, ExportSource } from "./exported-text.ts";
import { alternativesOf, judgingRules } from "./judging-rules.ts";

/**
 * Writes the keyword lists, a keyword a line as it stands there. The name of each of several is a comment above it, and
 * so is that of a lone keyword with a comma, which would otherwise be read as several.
 */
export const writeWords = ({ lists, filters, rules }: ExportSource): ExportedText => {
  const texts = lists.map(({ name, lines }) => {
    if (lists.length > 1) return [`# ${name}`, ...lines, ""].join("\n");
    return (holdSideBySide(lines) ? [`# ${name}`, ...lines] : lines).join("\n");
  });
  const notExpressed: ExportIssue[] = [...filters, ...rules].map(({ condition }) => ({
    what: condition,
    problem: { code: "export-only-words", args: [] },
  }));
  return { text: `${texts.join("\n")}\n`, notExpressed, approximated: [] };
};

/** Writes the sites that are hidden, a domain a line. */
export const writeDomains = (source: ExportSource): ExportedText => {
  const notExpressed: ExportIssue[] = source.lists.map(({ name }) => ({
    what: name,
    problem: { code: "export-keywords", args: [] },
  }));
  const hosts = judgingRules(source, notExpressed).flatMap(({ text, condition, action }) => {
    const found = alternativesOf(condition).flatMap((part) => (part.kind === "site" ? part.host : []));
    if (action === "hide" && found.length === alternativesOf(condition).length) return found;
    notExpressed.push({ what: text, problem: { code: "export-only-sites", args: [] } });
    return [];
  });
  return { text: [...new Set(hosts), ""].join("\n"), notExpressed, approximated: [] };
};
