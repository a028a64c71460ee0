import { messageText } from "@/browser/message-text.ts";
import type { PartCounts, PlannedPart } from "@/lists/plan-import.ts";

/** What becomes of all parts that are taken, together. */
export const sumOf = (parts: readonly PlannedPart[]): PartCounts =>
  parts
    .filter(({ taken }) => taken)
    .reduce<PartCounts>(
      (sum, part) => ({
        added: sum.added + part.added,
        changed: sum.changed + part.changed,
        removed: sum.removed + part.removed,
        same: sum.same + part.same,
      }),
      { added: 0, changed: 0, removed: 0, same: 0 },
    );

/** What becomes of a part, in words: only what there is something of. */
export const countsText = ({ added, changed, removed, same }: PartCounts): string =>
  [
    added > 0 ? messageText("import.added", [String(added)]) : "",
    changed > 0 ? messageText("import.changed", [String(changed)]) : "",
    removed > 0 ? messageText("import.removed", [String(removed)]) : "",
    same > 0 ? messageText("import.same", [String(same)]) : "",
  ]
    .filter((text) => text !== "")
    .join(" · ");
