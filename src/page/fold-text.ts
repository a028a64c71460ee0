import { messageText } from "@/browser/message-text.ts";

import type { JudgedResult } from "./page-report.ts";

/** How many pieces of evidence the line names; it is one line, and the popup has them all. */
const mostEvidence = 3;

/** What stands in the place of a folded result: its title, what folded it and what that found in it. */
export function foldText({ found, verdict }: JudgedResult): string {
  if (verdict.visibility !== "fold") return "";
  const reason = verdict.someReasons(1).find(({ decisive, action }) => decisive && action === "fold");
  if (reason === undefined) return "";
  const name = reason.filterName === "" ? reason.condition : reason.filterName;
  const texts = reason.evidence.flatMap((one) => (one.kind === "text" || one.kind === "facet" ? [one.text] : []));
  const { title } = found.result;
  return texts.length === 0
    ? messageText("page.folded", [title, name])
    : messageText("page.foldedBecause", [title, name, texts.slice(0, mostEvidence).join(", ")]);
}
