import { cellsByItem } from "./document.ts";
import type { Cell, SyncDocument } from "./document.ts";
import { dotName } from "./dot.ts";
import { isThere, itemKinds } from "./item-kinds.ts";

/** A document without cells that nothing shows: properties of items that are gone, and places of lines that are. */
export function tidyDocument(document: SyncDocument): SyncDocument {
  const idle: Cell[] = [];
  for (const item of cellsByItem(document).values()) {
    if (itemKinds.has(item.kind) && !isThere(item)) {
      idle.push(...item.cells);
    } else if (item.places.size > 0) {
      const lines = new Set(item.lines.map(dotName));
      for (const [of, places] of item.places) if (of !== "" && !lines.has(of)) idle.push(...places);
    }
  }
  if (idle.length === 0) return document;
  const cells = new Map(document.cells);
  for (const cell of idle) cells.delete(dotName(cell));
  return { seen: document.seen, cells };
}
