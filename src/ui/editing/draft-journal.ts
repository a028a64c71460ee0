import type { TextEdit, TextPlace } from "./text-edit.ts";

/**
 * Keeps what is being typed until the settings have it. Writing settings takes several steps that a closing page may
 * not finish; `localStorage` is written at once, so another page can finish them.
 */
export interface DraftJournal {
  readonly note: (edit: TextEdit) => void;
  readonly settle: (edit: TextEdit) => void;
  /**
   * Writes what was typed on other pages and never reached the settings: at once where a page is closed, and otherwise
   * when it closes, for a page that is open writes its own.
   *
   * @param write false where it could not be written; it is kept then.
   */
  readonly finish: (write: (edit: TextEdit) => Promise<boolean>, abort: AbortSignal) => Promise<void>;
}

const prefix = "winnow-draft:";

/** Held by a page for as long as it is open: the browser lets go of it, however the page ends. */
const lockOf = (page: string): string => `winnow-page ${page}`;
const keysOf = (page: string): string => `${prefix}${page}:`;
const keyOf = (page: string, { kind, id, field }: TextPlace): string => `${keysOf(page)}${kind}/${field}/${id}`;

export function createDraftJournal(storage: Storage, locks: LockManager = navigator.locks): DraftJournal {
  const own = crypto.randomUUID();
  const forever = new Promise<never>(() => undefined);
  void locks.request(lockOf(own), () => forever);

  const finishPage = async (page: string, write: (edit: TextEdit) => Promise<boolean>): Promise<void> => {
    const keys = Object.keys(storage).filter((key) => key.startsWith(keysOf(page)));
    await Promise.all(
      keys.map(async (key) => {
        const edit = readEdit(storage.getItem(key));
        if (edit === null || (await write(edit))) storage.removeItem(key);
      }),
    );
  };

  return {
    note: (edit) => {
      try {
        storage.setItem(keyOf(own, edit.place), JSON.stringify(edit));
      } catch {
        // A full or forbidden storage only takes this safety net away: the edit is written to the settings all the
        // same.
      }
    },
    settle: (edit) => {
      const key = keyOf(own, edit.place);
      // Something newer may have been typed since, which is not in the settings yet.
      if (storage.getItem(key) === JSON.stringify(edit)) storage.removeItem(key);
    },
    finish: async (write, abort) => {
      const drafts = Object.keys(storage).filter((key) => key.startsWith(prefix));
      const pages = new Set(drafts.map((key) => key.slice(prefix.length).split(":", 1)[0] ?? ""));
      pages.delete(own);
      await Promise.all(
        [...pages].map(async (page) => {
          const isClosed = await locks.request(lockOf(page), { ifAvailable: true }, async (lock) => {
            if (lock !== null) await finishPage(page, write);
            return lock !== null;
          });
          if (isClosed) return;
          // A rejection says that this page closed first.
          locks.request(lockOf(page), { signal: abort }, () => finishPage(page, write)).catch(() => undefined);
        }),
      );
    },
  };
}

function readEdit(stored: string | null): TextEdit | null {
  try {
    const edit = JSON.parse(stored ?? "null") as TextEdit | null;
    return typeof edit?.text === "string" && typeof edit.before === "string" ? edit : null;
  } catch {
    return null;
  }
}
