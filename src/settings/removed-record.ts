import { nothingRemoved } from "@/sync/removed-cells.ts";
import type { RemovedCells, RemovedItem } from "@/sync/removed-cells.ts";

import { isRecord, or, texts, unread } from "./read-value.ts";

const isTexts = (value: unknown): boolean => texts(value) !== unread;

const isRemovedItem = (value: unknown): value is RemovedItem =>
  isRecord(value) &&
  typeof value["kind"] === "string" &&
  typeof value["id"] === "string" &&
  Array.isArray(value["lines"]) &&
  value["lines"].every((line) => Array.isArray(line) && typeof line[0] === "string" && isTexts(line[1])) &&
  Array.isArray(value["values"]) &&
  value["values"].every((field) => Array.isArray(field) && typeof field[0] === "string" && isTexts(field[2]));

/** Reads what this device remembers of what was removed; what is not as it should be is forgotten. */
export const readRemoved = (stored: unknown): RemovedCells => {
  if (!isRecord(stored)) return nothingRemoved;
  const { items, dots } = stored;
  return {
    items: Array.isArray(items) ? items.filter(isRemovedItem) : [],
    dots: or(texts, [])(dots),
  };
};
