import { expect, test } from "vitest";

import type { Replica } from "@/sync/document.ts";
import { editDocument } from "@/sync/edit-document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";
import { projectDocument } from "@/sync/project-document.ts";
import { repairItems } from "@/sync/repair-items.ts";

import { changedTo, newReplica } from "./random-settings.ts";

/** A document of the second form, in which a condition is a property. */
function withCondition(replica: Replica, condition: string): Replica {
  const edit = editDocument(replica);
  const owner = { kind: "filters", id: "f" };
  edit.add({ ...owner, type: "item" });
  edit.add({ ...owner, type: "value", field: "condition", value: condition });
  return edit.finish();
}
const filter = (condition: string) => ({
  pausedSites: [],
  lists: [],
  filters: [{ id: "f", condition }],
  recipes: [],
  subscriptions: [],
});
const merged = (one: Replica, other: Replica): unknown =>
  projectDocument(mergeDocuments(one.document, other.document))["filters"];

test("a condition of the second form is read, and comes apart where it is edited", () => {
  const old = withCondition(newReplica("old"), "a OR b");
  expect(projectDocument(old.document)).toEqual(filter("a OR b"));
  const mine = changedTo({ ...old, device: "mine", counter: 0 }, filter("a OR b OR c"));
  const theirs = changedTo({ ...old, device: "theirs", counter: 0 }, filter("a OR b OR d"));
  expect(merged(mine, theirs)).toEqual([{ id: "f", condition: "a OR b OR c OR d" }]);
  expect(merged(mine, old)).toEqual([{ id: "f", condition: "a OR b OR c" }]);
});

test("conditions that devices of the second form wrote at once are alternatives", () => {
  const [one, other] = [withCondition(newReplica("one"), "a"), withCondition(newReplica("other"), "b c")];
  expect(merged(one, other)).toEqual([{ id: "f", condition: "(a) OR (b c)" }]);
});

test("a condition of the second form that was edited elsewhere does not come back with its filter", () => {
  const old = withCondition(newReplica("old"), "a");
  const editing = changedTo({ ...old, device: "editing", counter: 0 }, filter("b"));
  const deleting = changedTo({ ...old, device: "deleting", counter: 0 }, { ...filter(""), filters: [] });
  const both = mergeDocuments(editing.document, deleting.document);
  const repaired = repairItems(old, mergeDocuments(old.document, both));
  expect(projectDocument(repaired.document)).toEqual(filter("b"));
});
