import { lineageOf } from "@/sync/apart-from.ts";
import { ownerName } from "@/sync/document.ts";
import type { Cell, SyncDocument } from "@/sync/document.ts";
import { encodeDocument } from "@/sync/encode-document.ts";
import { itemKinds } from "@/sync/item-kinds.ts";
import { forgetItems, shareDocument } from "@/sync/share-document.ts";

import type { TextPacking } from "./pack-text.ts";
import { registerWrite } from "./register.ts";
import type { RegisterWrite } from "./register.ts";

/** What of this device's document goes to `storage.sync`. */
export interface SharingPlan {
  readonly document: SyncDocument;
  readonly write: RegisterWrite;
  /** The names of the items whose newest changes stay here, because the user said so or because they don't fit. */
  readonly staying: ReadonlySet<string>;
  /** The bytes that everything the user wants to share would take. */
  readonly wanted: number;
}

/**
 * Plans what to share. Where not everything fits, the items that would add most stay on this device, whole: what other
 * devices have of them already stays as it is, and everything else is shared.
 *
 * @param document This device's, into which the shared one has been merged.
 * @param shared The one in `storage.sync`.
 * @param chosen The names of the items that the user keeps here.
 * @param stored Everything in `storage.sync`.
 */
export async function planSharing(
  document: SyncDocument,
  shared: SyncDocument,
  chosen: ReadonlySet<string>,
  stored: Readonly<Record<string, unknown>>,
  packing: TextPacking,
): Promise<SharingPlan> {
  const attempt = async (staying: ReadonlySet<string>, dropped: ReadonlySet<string>) => {
    const part = forgetItems(shareDocument(document, shared, staying), dropped);
    const text = encodeDocument(part);
    const write = registerWrite(await packing.pack(text), stored);
    return { document: part, write, staying, ratio: write.used / Math.max(text.length, 1) };
  };
  const staying = new Set(chosen);
  const dropped = new Set<string>();
  let plan = await attempt(staying, dropped);
  const wanted = plan.write.used;
  // First the additions of the largest items stay here; then, if need be, the items leave the register altogether.
  for (const [weights, held] of [
    [heaviest(document, shared), staying],
    [heaviest(document, null), dropped],
  ] as const) {
    const waiting = weights.filter(([names]) => !names.every((name) => held.has(name)));
    while (!plan.write.fits && waiting.length > 0) {
      let excess = plan.write.used - plan.write.room;
      do {
        const [names, weight] = waiting.shift() ?? [[], 0];
        for (const name of names) {
          held.add(name);
          staying.add(name);
        }
        excess -= weight * plan.ratio;
      } while (excess > 0 && waiting.length > 0);
      plan = await attempt(staying, dropped);
    }
  }
  return { document: plan.document, write: plan.write, staying: new Set(staying), wanted };
}

/**
 * The items with cells that the shared document lacks, by the length of these, longest first. What was set apart from
 * an item stays or goes with it: else others would hear that it is gone there, and not that it is here.
 */
function heaviest(
  document: SyncDocument,
  shared: SyncDocument | null,
): (readonly [names: readonly string[], weight: number])[] {
  const groups = new Map<string, { readonly names: Set<string>; weight: number }>();
  for (const [name, cell] of [...(shared?.cells ?? []), ...document.cells]) {
    if (!itemKinds.has(cell.kind)) continue;
    const origin = ownerName({ kind: cell.kind, id: lineageOf(cell.id).at(-1) ?? "" });
    const group = groups.get(origin) ?? { names: new Set(), weight: 0 };
    groups.set(origin, group);
    group.names.add(ownerName(cell));
    if (shared?.cells.has(name) !== true) group.weight += weigh(cell);
  }
  return [...groups]
    .filter(([, { weight }]) => weight > 0)
    .toSorted(([one, mine], [other, theirs]) => theirs.weight - mine.weight || (one < other ? -1 : 1))
    .map(([, { names, weight }]) => [[...names], weight] as const);
}

/** The characters that a cell adds, roughly: what it holds, and a little for its dot and place. */
function weigh(cell: Cell): number {
  const beside = 2;
  if (cell.type === "line") return cell.text.length + beside;
  return cell.type === "value" ? cell.field.length + JSON.stringify(cell.value).length + beside : beside;
}
