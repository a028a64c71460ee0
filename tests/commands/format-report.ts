import type { PageReport, ResultReport } from "../../src/model/report.ts";
import type { Settings } from "../../src/model/settings.ts";
import { formatTable } from "../support/format-table.ts";

const columns = [
  { head: "#", width: 3 },
  { head: "title", width: 34 },
  { head: "facets", width: 44 },
  { head: "hits", width: 26 },
  { head: "verdict", width: 9 },
  { head: "reason", width: 30 },
];

/** What Winnow makes of a page, as lines of text. */
export const formatReport = (report: PageReport, { lists }: Settings): string => {
  const { recognition, found, readable, hidden, folded, dimmed, marked, problems } = report;
  const nameOf = (id: string): string => lists.find((list) => list.id === id)?.name ?? id;
  const row = ({ result, verdict, hits }: ResultReport): string[] => [
    String(result.position),
    result.title,
    result.facets.map(({ name, text }) => `${name} ${text}`).join(", "),
    Object.entries(hits)
      .map(([list, count]) => `${nameOf(list)} ${count}`)
      .join(", "),
    verdict.visibility + (verdict.mark === null ? "" : " mark"),
    verdict.reasons.map(({ filterName, condition }) => `${filterName}: ${condition}`).join("; "),
  ];
  return [
    formatTable(columns, report.results.map(row)),
    "",
    `${found} results found on ${report.host}, ${readable} with a readable host;` +
      ` ${hidden} hidden, ${folded} folded, ${dimmed} dimmed, ${marked} marked.`,
    ...(recognition ? [`Recognised by the ${recognition.by} '${recognition.name}'.`] : []),
    ...problems.map(({ code, args }) => `Problem: ${[code, ...args].join(" ")}`),
  ].join("\n");
};
