import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { decodeDocument } from "@/sync/decode-document.ts";
import type { Replica, SyncDocument } from "@/sync/document.ts";
import { encodeDocument } from "@/sync/encode-document.ts";
import { mergeDocuments } from "@/sync/merge-documents.ts";
import { projectDocument } from "@/sync/project-document.ts";
import { tidyDocument } from "@/sync/tidy-document.ts";

import { changedTo, newReplica, randomSettings } from "./random-settings.ts";

/** Enough to meet every kind of conflict many times over; what they find rarely, the simulation finds. */
const runs = 150;
vi.setConfig({ testTimeout: 120_000 });

type Step =
  | { readonly device: number; readonly settings: Parameters<typeof changedTo>[1] }
  | { readonly device: number; readonly from: number };

const device = fc.nat(2);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(fc.record({ device, settings: randomSettings }), fc.record({ device, from: device })),
  { maxLength: 12 },
);

/** Three devices that change their settings and hear of one another, in some order. */
function replicasAfter(history: readonly Step[]): Replica[] {
  const replicas = ["a", "b", "c"].map(newReplica);
  for (const step of history) {
    const replica = replicas[step.device]!;
    replicas[step.device] =
      "settings" in step
        ? changedTo(replica, step.settings)
        : { ...replica, document: mergeDocuments(replica.document, replicas[step.from]!.document) };
  }
  return replicas;
}

const documents = steps.map((history) => replicasAfter(history).map(({ document }) => document));
/** All that two documents say, to be compared. */
const told = (document: SyncDocument) => ({
  seen: document.seen,
  cells: Object.fromEntries(document.cells),
  settings: projectDocument(document),
});

describe("a document of settings", () => {
  test("stands for the settings that were written into it, whatever it held before", () => {
    fc.assert(
      fc.property(steps, randomSettings, (history, settings) => {
        for (const replica of replicasAfter(history)) {
          const after = changedTo(replica, settings);
          expect(projectDocument(after.document)).toEqual(settings);
          expect(changedTo(after, settings)).toBe(after);
        }
      }),
      { numRuns: runs },
    );
  });

  test("merges the same in any order and grouping, and any number of times", () => {
    fc.assert(
      fc.property(documents, ([a, b, c]) => {
        expect(told(mergeDocuments(a!, b!))).toEqual(told(mergeDocuments(b!, a!)));
        expect(told(mergeDocuments(mergeDocuments(a!, b!), c!))).toEqual(
          told(mergeDocuments(a!, mergeDocuments(b!, c!))),
        );
        expect(told(mergeDocuments(a!, a!))).toEqual(told(a!));
        expect(told(mergeDocuments(mergeDocuments(a!, b!), b!))).toEqual(told(mergeDocuments(a!, b!)));
      }),
      { numRuns: runs },
    );
  });

  test("is read as it was written", () => {
    fc.assert(
      fc.property(documents, (all) => {
        for (const document of all.map(tidyDocument)) {
          const text = encodeDocument(document);
          expect(told(decodeDocument(text))).toEqual(told(document));
          expect(encodeDocument(decodeDocument(text))).toBe(text);
        }
      }),
      { numRuns: runs },
    );
  });
});
