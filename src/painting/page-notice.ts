import { pageNames } from "@/painting/page-names.ts";
import type { ResultLine } from "@/painting/result-line.ts";
import { insertLine, noticePlaceOf } from "@/painting/result-line.ts";

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

/** @param onToggle called when the user asks for the results, or for them to go again */
export const createPageNotice = (onToggle: () => void): PageNotice => {
  let line: ResultLine | null = null;
  return {
    set: (state) => {
      const place = state === null ? undefined : placeFor(state.roots);
      if (line !== null && line.element.nextSibling !== place) {
        line.element.remove();
        line = null;
      }
      if (state !== null && place !== undefined) {
        line ??= insertLine(pageNames.notice, place, noticePlaceOf(place), onToggle);
        line.setText(state.text);
        line.setOpen(state.open);
      }
    },
  };
};
