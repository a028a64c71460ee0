import type { Settings } from "@/model/settings.ts";

import { mergeLines } from "./merge-lines.ts";
import { mergeText } from "./merge-text.ts";
import { patchItem } from "./settings-changes.ts";

/** Which text of the settings is edited. */
export type TextPlace =
  | { readonly kind: "lists"; readonly id: string; readonly field: "name" | "lines" }
  | { readonly kind: "filters"; readonly id: string; readonly field: "name" | "condition" };

/** A text that was typed, together with what stood there before. */
export interface TextEdit {
  readonly place: TextPlace;
  readonly before: string;
  readonly text: string;
}

/**
 * Puts a typed text into the settings. Lines that someone else added or removed meanwhile stay added or removed, and
 * what another wrote into the same name or condition stays there.
 */
export function applyTextEdit(settings: Settings, { place, before, text }: TextEdit): Settings {
  if (place.field !== "lines") {
    const theirs = textAt(settings, place) ?? before;
    const merged = mergeText(place.field, { before, mine: text, theirs });
    return patchItem(place.kind, place.id, { [place.field]: merged })(settings);
  }
  const list = settings.lists.find(({ id }) => id === place.id);
  if (list === undefined) return settings;
  const lines = mergeLines(textToLines(before), textToLines(text), list.lines);
  return patchItem("lists", place.id, { lines })(settings);
}

/** The text of that place as the settings have it; null where the list or filter is gone. */
export function textAt(settings: Settings, place: TextPlace): string | null {
  if (place.kind === "lists") {
    const list = settings.lists.find(({ id }) => id === place.id);
    if (list === undefined) return null;
    return place.field === "lines" ? list.lines.join("\n") : list.name;
  }
  return settings.filters.find(({ id }) => id === place.id)?.[place.field] ?? null;
}

/** The lines of a text; blank ones at its end are left out. */
export const textToLines = (text: string): readonly string[] => {
  const trimmed = text.replace(/\s*$/u, "");
  return trimmed === "" ? [] : trimmed.split(/\r\n?|\n/u);
};

/** Whether a typed text is what is stored: a line that was just begun at its end is in the field alone. */
export const isStored = ({ field }: TextPlace, text: string, stored: string): boolean =>
  text === stored || (field === "lines" && textToLines(text).join("\n") === stored);
