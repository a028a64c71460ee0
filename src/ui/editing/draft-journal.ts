import type { TextEdit, TextPlace } from "./text-edit.ts";

/**
 * Keeps what is being typed until the settings have it. Writing settings takes several steps that a closing page may
 * not finish; `localStorage` is written at once, so the next page that opens can finish them.
 */
export interface DraftJournal {
  readonly note: (edit: TextEdit) => void;
  readonly settle: (edit: TextEdit) => void;
  /** What was typed and never reached the settings. */
  readonly pending: () => readonly TextEdit[];
}

const prefix = "winnow-draft:";
const keyOf = ({ kind, id, field }: TextPlace): string => `${prefix}${kind}/${field}/${id}`;

export const createDraftJournal = (storage: Storage): DraftJournal => ({
  note: (edit) => {
    try {
      storage.setItem(keyOf(edit.place), JSON.stringify(edit));
    } catch {
      // A full or forbidden storage only takes this safety net away: the edit is written to the settings all the same.
    }
  },
  settle: (edit) => {
    // Something newer may have been typed since, which is not in the settings yet.
    if (storage.getItem(keyOf(edit.place)) === JSON.stringify(edit)) storage.removeItem(keyOf(edit.place));
  },
  pending: () =>
    Object.keys(storage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => readEdit(storage.getItem(key)))
      .filter((edit) => edit !== null),
});

function readEdit(stored: string | null): TextEdit | null {
  try {
    const edit = JSON.parse(stored ?? "null") as TextEdit | null;
    return typeof edit?.text === "string" && typeof edit.before === "string" ? edit : null;
  } catch {
    return null;
  }
}
