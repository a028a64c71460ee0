import { resultLines } from "@/painting/offered-lines.ts";
import { pageNames } from "@/painting/page-names.ts";
import type { ResultLine } from "@/painting/result-line.ts";

/** Where a notice stands and what it says. */
export interface NoticeState {
  /** The results that it speaks for, at least one. */
  readonly roots: readonly Element[];
  readonly text: string;
  /** Whether the results are shown for now. */
  readonly open: boolean;
}

/** The notice of a page on which all results are hidden. */
export interface PageNotice {
  /** Shows it, or takes it away for null. */
  set(state: NoticeState | null): void;
}

/** What the notice stands before: the first of the results, or its row where each is a cell. */
const placeFor = (roots: readonly Element[]): Element | undefined => {
  const [first] = roots.toSorted((a, b) =>
    (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1,
  );
  return first instanceof HTMLTableCellElement ? (first.closest("tr") ?? first) : first;
};

/**
 * @param onToggle called when the user asks for the results, or for them to go again
 * @param bringLines brings what draws a line into the page's script
 */
export const createPageNotice = (onToggle: () => void, bringLines: () => Promise<void>): PageNotice => {
  let line: ResultLine | null = null;
  let wanted: NoticeState | null = null;
  const notice: PageNotice = {
    set: (state) => {
      wanted = state;
      const lines = resultLines();
      if (lines === null) {
        // What is said by then is set.
        if (state !== null) void bringLines().then(() => resultLines() !== null && notice.set(wanted));
        return;
      }
      const place = state === null ? undefined : placeFor(state.roots);
      if (line !== null && line.element.nextSibling !== place) {
        line.element.remove();
        line = null;
      }
      if (state !== null && place !== undefined) {
        line ??= lines.insertLine(pageNames.notice, place, lines.noticePlaceOf(place), onToggle);
        line.setText(state.text);
        line.setOpen(state.open);
      }
    },
  };
  return notice;
};
