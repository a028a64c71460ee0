import type { Settings } from "@/model/settings.ts";

import { isGathered } from "./history-record.ts";
import { localKeys } from "./local-keys.ts";
import { isRecord } from "./read-value.ts";
import { readSettings } from "./settings-schema.ts";

/**
 * The settings as they were between changes that came sooner after each other than the background records them, and
 * whether what comes next has to be told apart from what is there.
 */
interface UnrecordedStates {
  readonly states: readonly unknown[];
  readonly closed: boolean;
}

/** More changes than anyone makes between two exchanges; those beyond are told as one. */
const mostStates = 30;

const readItem = (stored: unknown): UnrecordedStates =>
  isRecord(stored) && Array.isArray(stored["states"])
    ? { states: stored["states"] as readonly unknown[], closed: stored["closed"] === true }
    : { states: [], closed: false };

/**
 * The item to write with a change of the settings, where the history has to tell it apart from those around it: a
 * deletion is undone without what was typed right before or after it.
 */
export function unrecordedItem(stored: unknown, before: Settings, after: Settings): Record<string, unknown> {
  const { states, closed } = readItem(stored);
  const gathered = isGathered(before, after);
  if (gathered && !closed) return {};
  const item: UnrecordedStates = {
    states: states.length < mostStates ? [...states, before] : states,
    closed: !gathered,
  };
  return { [localKeys.unrecorded]: item };
}

export const readUnrecorded = (stored: unknown): readonly Settings[] =>
  readItem(stored).states.map((state) => readSettings(state).settings);
