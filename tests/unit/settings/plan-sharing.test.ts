import { expect, test } from "vitest";

import { deflatePacking } from "@/settings/pack-text.ts";
import { planSharing } from "@/settings/plan-sharing.ts";
import { deriveChanges } from "@/sync/derive-changes.ts";
import { emptyDocument } from "@/sync/document.ts";
import type { Replica } from "@/sync/document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";
import { projectDocument } from "@/sync/project-document.ts";
import { syncQuota } from "@/sync/quotas.ts";
import { setApart } from "@/sync/set-apart.ts";

import { fakeFilter } from "../../support/fake-settings.ts";

const half = "half (";
const changedTo = (replica: Replica, condition: string): Replica =>
  deriveChanges(replica, projectDocument(replica.document), {
    ...projectDocument(replica.document),
    filters: [fakeFilter({ condition })],
  });

test("what was set apart is shared whole or not at all, however much room there is", async () => {
  const first = changedTo({ device: "first", counter: 0, document: emptyDocument }, "word");
  const shared = changedTo(first, half).document;
  const mine = changedTo({ ...first, device: "mine", counter: 0 }, "other");
  const both = { ...mine, document: mergeDocuments(mine.document, shared) };
  const { document } = setApart(both, [mine.document, shared], (condition) => !condition.includes("("));
  expect(projectDocument(document)["filters"]).toMatchObject([{ condition: "other" }, { condition: half }]);

  const outcomes = new Set<string>();
  for (let left = 200; left < 700; left += 10) {
    const items = Array.from({ length: Math.ceil((syncQuota.totalBytes - left) / 8000) }, (_, index) => {
      const size = Math.min(8000, syncQuota.totalBytes - left - index * 8000);
      const name = `filler${String(index).padStart(2, "0")}`;
      return [name, "x".repeat(Math.max(0, size - name.length - 2))] as const;
    });
    const plan = await planSharing(document, shared, new Set(), Object.fromEntries(items), deflatePacking);
    expect(plan.write.fits).toBe(true);
    const conditions = (projectDocument(plan.document)["filters"] as { condition: string }[]).map(
      ({ condition }) => condition,
    );
    outcomes.add(conditions.join(" | "));
  }
  // Where there is no room for anything, the register has nothing of it.
  expect([...outcomes].toSorted()).toEqual(["", half, `other | ${half}`]);
});
