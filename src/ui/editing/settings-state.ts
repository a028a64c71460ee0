import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";
import { defaultSettings } from "@/settings/default-settings.ts";
import type { LoadedSettings } from "@/settings/settings-reader.ts";
import type { SettingsStore } from "@/settings/settings-store.ts";

import type { DraftJournal } from "./draft-journal.ts";
import { keepSame } from "./keep-same.ts";
import type { Change } from "./settings-changes.ts";
import { applyTextEdit } from "./text-edit.ts";
import type { TextEdit } from "./text-edit.ts";

/** The settings as a page of ours shows and changes them. */
export interface SettingsState {
  readonly settings: ReadonlySignal<Settings>;
  readonly problems: ReadonlySignal<readonly Problem[]>;
  /** Shows a change at once and writes it; false, and a problem to show, where it could not be stored. */
  readonly change: (change: Change) => Promise<boolean>;
  /** Notes a typed text, so that it survives the page until `write` has put it into the settings. */
  readonly note: (edit: TextEdit) => void;
  readonly write: (edit: TextEdit) => Promise<boolean>;
}

/** Loads the settings, finishes what an earlier page could not write, and follows every change until the abort. */
export async function openSettingsState(
  store: SettingsStore,
  journal: DraftJournal,
  abort: AbortSignal,
): Promise<SettingsState> {
  const settings = signal<Settings>(defaultSettings);
  const problems = signal<readonly Problem[]>([]);
  // Until our own writes are through, what storage says is older than what is shown.
  let writing = 0;

  const show = (loaded: LoadedSettings): void => {
    if (writing > 0) return;
    settings.value = keepSame(settings.value, loaded.settings);
    problems.value = loaded.problems;
  };

  const change = async (next: Change): Promise<boolean> => {
    settings.value = next(settings.value);
    writing++;
    try {
      const loaded = await store.update(next);
      writing--;
      show(loaded);
      return loaded.written;
    } catch (error) {
      writing--;
      show(await store.load());
      problems.value = [...problems.value, { code: "settings-not-saved", args: [String(error)] }];
      return false;
    }
  };

  const write = async (edit: TextEdit): Promise<boolean> => {
    const written = await change((current) => applyTextEdit(current, edit));
    if (written) journal.settle(edit);
    return written;
  };

  store.watch(show, abort);
  show(await store.load());
  await journal.finish(write, abort);
  return { settings, problems, change, note: journal.note, write };
}
