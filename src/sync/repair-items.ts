import { cellsByItem } from "./document.ts";
import type { Replica, SyncDocument } from "./document.ts";
import { editDocument } from "./edit-document.ts";
import { isThere, itemKinds } from "./item-kinds.ts";
import { restoredField } from "./restored-cells.ts";

/**
 * Gives items that were deleted elsewhere, but stay for the sake of what was written here meanwhile, their other
 * properties back: the deletion took them away, or will where it meets those that it did not know of. So all of them
 * are written anew.
 *
 * @param replica This device's document before the merge.
 * @param merged The document after it.
 */
export function repairItems(replica: Replica, merged: SyncDocument): Replica {
  const edit = editDocument({ ...replica, document: merged });
  const after = cellsByItem(merged);
  for (const [name, before] of cellsByItem(replica.document)) {
    const item = after.get(name);
    if (item === undefined || !itemKinds.has(item.kind)) continue;
    if (before.items.length === 0 || item.items.length > 0 || !isThere(item)) continue;
    const owner = { kind: item.kind, id: item.id };
    edit.add({ ...owner, type: "item" });
    const text = itemKinds.get(item.kind)?.text;
    for (const [field, lost] of before.values) {
      if (field === restoredField) continue;
      const cells = item.values.get(field) ?? [];
      const cell = cells.at(-1) ?? lost.at(-1);
      if (cell === undefined || (field === text && cells.length > 0)) continue;
      edit.remove(cells);
      edit.add({ ...owner, type: "value", field, value: cell.value });
    }
    const places = item.places.get("") ?? [];
    const place = places.at(-1) ?? before.places.get("")?.at(-1);
    if (place === undefined) continue;
    edit.remove(places);
    edit.add({ ...owner, type: "place", of: "", at: place.at });
  }
  return edit.finish();
}
