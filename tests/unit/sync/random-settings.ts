import fc from "fast-check";

import { deriveChanges } from "@/sync/derive-changes.ts";
import { emptyDocument } from "@/sync/document.ts";
import type { Replica } from "@/sync/document.ts";
import { projectDocument } from "@/sync/project-document.ts";
import type { PlainSettings } from "@/sync/project-document.ts";

/** Few texts, so that equal lines, moves and edits of the same line come up all the time. */
const text = fc.constantFrom("", "a", "b", "c", "一致性", "# note", "d", "e");
const id = fc.constantFrom("p", "q", "r", "__proto__");
const options = fc.record({ caseSensitive: fc.boolean(), dottedI: fc.constantFrom("default", "turkish") });

const items = <Item extends { readonly id: string }>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.uniqueArray(item, { selector: (one) => one.id, maxLength: 4 });

/** Settings as plain data, as much like each other as two states of one profile. */
export const randomSettings: fc.Arbitrary<PlainSettings> = fc
  .record({
    enabled: fc.boolean(),
    pausedSites: fc.array(text, { maxLength: 4 }),
    lists: items(
      fc.record({
        id,
        name: text,
        color: fc.integer({ min: 1, max: 3 }),
        lines: fc.array(text, { maxLength: 8 }),
        options,
      }),
    ),
    filters: items(
      fc.record(
        { id, name: text, condition: text, enabled: fc.boolean() },
        { requiredKeys: ["id", "name", "condition"] },
      ),
    ),
    recipes: items(fc.record({ id, data: fc.dictionary(fc.constantFrom("x", "y"), fc.jsonValue({ maxDepth: 2 })) })),
    subscriptions: items(fc.record({ id, name: text, address: text })),
  })
  // As storage gives it back: without what JSON does not tell apart.
  .map((settings) => JSON.parse(JSON.stringify(settings)) as PlainSettings);

export const newReplica = (device: string): Replica => ({ device, counter: 0, document: emptyDocument });

/** A replica after its settings were changed to these. */
export const changedTo = (replica: Replica, settings: PlainSettings): Replica =>
  deriveChanges(replica, projectDocument(replica.document), settings);
