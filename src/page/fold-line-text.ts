import { messageText } from "@/browser/message-text.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Evidence } from "@/model/verdict.ts";

import type { JudgedResult } from "./page-report.ts";

/** How many pieces of evidence the line names; it is one line, and the popup has them all. */
const mostEvidence = 3;

/** What was found, or was not there, as shortly as can be: the line is no place for the names of fields. */
function evidenceText(evidence: Evidence, lists: readonly KeywordList[]): string {
  if (evidence.kind === "absent") return messageText("evidence.absent", [evidence.text]);
  if (evidence.kind !== "list") return evidence.text;
  const name = lists.find(({ id }) => id === evidence.list)?.name ?? evidence.list;
  return messageText("evidence.list", evidence.hits, [String(evidence.hits), name]);
}

/** What stands in the place of a folded result: its title, what folded it and what that found in it. */
export function foldLineText(
  { found, verdict }: Pick<JudgedResult, "found" | "verdict">,
  lists: readonly KeywordList[],
): string {
  if (verdict.visibility !== "fold") return "";
  const reason = verdict.someReasons(1).find(({ decisive, action }) => decisive && action === "fold");
  if (reason === undefined) return "";
  const name = reason.filterName === "" ? reason.condition : reason.filterName;
  const texts = reason.evidence.slice(0, mostEvidence).map((one) => evidenceText(one, lists));
  const { title } = found.result;
  return texts.length === 0
    ? messageText("page.folded", [title, name])
    : messageText("page.foldedBecause", [title, name, texts.join(", ")]);
}
