import { expect, test } from "vitest";

import type { Replica } from "@/sync/document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";
import { projectDocument } from "@/sync/project-document.ts";
import { renewReplica } from "@/sync/renew-replica.ts";

import { changedTo, newReplica } from "./random-settings.ts";

const withLines = (replica: Replica, lines: readonly string[]): Replica =>
  changedTo(replica, { lists: [{ id: "list", name: "List", lines }] });
const linesOf = ({ document }: Replica): unknown =>
  (projectDocument(document)["lists"] as readonly { readonly lines: unknown }[])[0]?.lines;

/** A replica that was copied after it had sent everything. */
const original = withLines(newReplica("same"), ["a", "b"]);
const sent = original.counter;

test("a copied profile that was written to in both places loses nothing", () => {
  const one = withLines(original, ["a", "b", "one"]);
  const other = withLines(original, ["b", "other", "more"]);
  const renewed = renewReplica(other, one.document, sent, "new");
  expect(renewed.device).toBe("new");
  expect(linesOf(renewed)).toEqual(linesOf(other));
  const merged = { ...renewed, document: mergeDocuments(renewed.document, one.document) };
  expect((linesOf(merged) as string[]).toSorted()).toEqual(["b", "more", "one", "other"]);
});

test("where both had already sent something, what differs shows that there are two", () => {
  const one = withLines(original, ["a", "b", "one"]);
  const other = withLines(original, ["a", "b", "other"]);
  const renewed = renewReplica(other, one.document, other.counter, "new");
  expect(renewed.device).toBe("new");
  const merged = { ...renewed, document: mergeDocuments(renewed.document, one.document) };
  expect((linesOf(merged) as string[]).toSorted()).toEqual(["a", "b", "one", "other"]);
});

test("a profile brought back from a backup takes in what it once wrote itself", () => {
  const later = withLines(original, ["a", "b", "later"]);
  const renewed = renewReplica(original, later.document, sent, "new");
  const edited = withLines({ ...renewed, document: mergeDocuments(renewed.document, later.document) }, [
    "a",
    "later",
    "c",
  ]);
  expect(linesOf({ ...later, document: mergeDocuments(later.document, edited.document) })).toEqual(["a", "later", "c"]);
});

test("a device that meets only its own writes keeps its name", () => {
  const later = withLines(original, ["a", "b", "later"]);
  expect(renewReplica(later, original.document, sent, "new")).toBe(later);
  expect(renewReplica(later, later.document, later.counter, "new")).toBe(later);
});
