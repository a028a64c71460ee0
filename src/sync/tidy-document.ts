import { cellsByItem } from "./document.ts";
import type { Cell, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import { isThere, itemKinds } from "./item-kinds.ts";
import { isIdleNote, restoredField } from "./restored-cells.ts";

/**
 * A document without cells that nothing shows: properties of items that are gone, places of lines that are, and notes
 * of what was brought back and went again.
 */
export function tidyDocument(document: SyncDocument): SyncDocument {
  const idle: Cell[] = [];
  for (const item of cellsByItem(document).values()) {
    if (itemKinds.has(item.kind) && !isThere(item)) {
      idle.push(...item.cells);
      continue;
    }
    for (const note of item.values.get(restoredField) ?? []) if (isIdleNote(note, document)) idle.push(note);
    if (item.places.size > 0) {
      const lines = new Set(item.lines.map(dotName));
      for (const [of, places] of item.places) if (of !== "" && !lines.has(of)) idle.push(...places);
    }
  }
  if (idle.length === 0) return document;
  const cells = new Map(document.cells);
  for (const cell of idle) cells.delete(dotName(cell));
  return { seen: document.seen, cells };
}
