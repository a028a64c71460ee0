import { lineageOf } from "./apart-from.ts";
import { cellsByItem, ownerName } from "./document.ts";
import type { Replica, SyncDocument } from "./document.ts";
import { editDocument } from "./edit-document.ts";
import { isThere, itemKinds } from "./item-kinds.ts";
import { restoredField } from "./restored-cells.ts";

/**
 * Gives items that were deleted elsewhere, but stay for the sake of what was written here meanwhile, their other
 * properties back: the deletion took them away, or will where it meets those that it did not know of. So all of them
 * are written anew. What was set apart where the properties of its item were not known gets these here.
 *
 * @param replica This device's document before the merge.
 * @param merged The document after it.
 */
export function repairItems(replica: Replica, merged: SyncDocument): Replica {
  const edit = editDocument({ ...replica, document: merged });
  const before = cellsByItem(replica.document);
  for (const item of cellsByItem(merged).values()) {
    const kind = itemKinds.get(item.kind);
    if (kind === undefined || item.items.length > 0 || !isThere(item)) continue;
    const owner = { kind: item.kind, id: item.id };
    const lineage = lineageOf(item.id).map((id) => before.get(ownerName({ kind: item.kind, id })));
    const known = lineage.find((one) => one !== undefined && one.items.length > 0);
    if (known === undefined) continue;
    const isApart = known.id !== item.id;
    edit.add({ ...owner, type: "item" });
    for (const [field, lost] of known.values) {
      // The text is there, or was taken away by itself.
      if (field === restoredField || field === kind.text) continue;
      const cells = item.values.get(field) ?? [];
      const cell = cells.at(-1) ?? lost.at(-1);
      if (cell === undefined) continue;
      edit.remove(cells);
      edit.add({ ...owner, type: "value", field, value: isApart && field === "enabled" ? false : cell.value });
    }
    const places = item.places.get("") ?? [];
    const place = places.at(-1) ?? known.places.get("")?.at(-1);
    if (place === undefined) continue;
    edit.remove(places);
    edit.add({ ...owner, type: "place", of: "", at: place.at });
  }
  return edit.finish();
}
