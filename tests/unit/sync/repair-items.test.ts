import { expect, test } from "vitest";

import type { Replica } from "@/sync/document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";
import { projectDocument } from "@/sync/project-document.ts";
import { repairItems } from "@/sync/repair-items.ts";
import { tidyDocument } from "@/sync/tidy-document.ts";

import { changedTo, newReplica } from "./random-settings.ts";

/** What a device makes of another's document when it takes it in. */
const takenIn = (replica: Replica, other: Replica): Replica => {
  const merged = repairItems(replica, mergeDocuments(replica.document, other.document));
  return { ...merged, document: tidyDocument(merged.document) };
};
const nothing = { pausedSites: [], lists: [], filters: [], recipes: [], subscriptions: [] };
const withFilter = (filter: object) => ({ ...nothing, filters: [{ id: "f", ...filter }] });
const filtersOf = ({ document }: Replica): unknown => projectDocument(document)["filters"];

test("an item that stays for its text keeps its other properties, whoever deletes the rest of it later", () => {
  const plain = { name: "", condition: "old", action: "hide", enabled: true };
  const first = changedTo(newReplica("first"), withFilter(plain));
  const deleting = changedTo(takenIn(newReplica("deleting"), first), nothing);
  const switched = changedTo(first, withFilter({ ...plain, action: "dim", enabled: false }));
  const edited = { ...plain, condition: "new", action: "dim", enabled: false };
  const editing = changedTo(takenIn(newReplica("editing"), switched), withFilter(edited));

  // The text was edited where the switch is known, and the deletion knew of neither.
  const kept = takenIn(editing, deleting);
  expect(filtersOf(kept)).toEqual([{ id: "f", ...edited }]);
  // To the device of the switch the filter is gone, and the switch with it.
  const gone = takenIn(switched, deleting);
  expect(filtersOf(gone)).toEqual([]);
  expect(filtersOf(takenIn(kept, gone))).toEqual([{ id: "f", ...edited }]);
  expect(filtersOf(takenIn(gone, kept))).toEqual([{ id: "f", ...edited }]);
});
