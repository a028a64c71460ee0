import { expect, test } from "vitest";

import { deriveChanges } from "@/sync/derive-changes.ts";
import { cellsByItem, ownerName } from "@/sync/document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";
import { projectDocument } from "@/sync/project-document.ts";

import { changedTo, newReplica } from "./random-settings.ts";

const settings = (...filters: readonly object[]) => ({
  pausedSites: [],
  lists: [],
  filters,
  recipes: [],
  subscriptions: [],
});
const filter = (condition: string) => ({ id: "f", name: "", condition, action: "hide", enabled: true, color: 1 });

test("what is brought back beside something that came of it meanwhile is an item as any other", () => {
  const mine = changedTo(newReplica("mine"), settings(filter("w1 OR w2")));
  const theirs = changedTo({ ...mine, device: "theirs", counter: 0 }, settings(filter("w1 OR w2 OR w3")));
  const deleted = changedTo(mine, settings());
  const merged = { ...deleted, document: mergeDocuments(deleted.document, theirs.document) };
  // To be seen is only what has all its properties.
  const back = deriveChanges(merged, settings(), settings(filter("w1 OR w2")));
  expect(cellsByItem(back.document).get(ownerName({ kind: "filters", id: "f" }))?.items).toHaveLength(1);
  expect(projectDocument(back.document)["filters"]).toMatchObject([{ id: "f", name: "" }]);
});
