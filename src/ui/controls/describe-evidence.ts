import { messageText } from "@/browser/message-text.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { Evidence } from "@/model/verdict.ts";

/** What made a filter apply to a result, in words. */
export function describeEvidence(evidence: Evidence, lists: readonly KeywordList[]): string {
  switch (evidence.kind) {
    case "text":
      return messageText("evidence.text", [messageText(`field.${evidence.field}`), evidence.text]);
    case "facet":
      return messageText("evidence.text", [messageText(`facet.${evidence.facet}`), evidence.text]);
    case "property":
      return messageText("evidence.text", [evidence.name, evidence.text]);
    case "list": {
      const name = lists.find(({ id }) => id === evidence.list)?.name ?? evidence.list;
      return messageText("evidence.list", evidence.hits, [String(evidence.hits), name]);
    }
    default:
      return messageText("evidence.absent", [evidence.text]);
  }
}
