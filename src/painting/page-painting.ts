import type { Hit } from "@/model/hit.ts";
import type { PageState } from "@/model/report.ts";
import type { PainterName } from "@/model/settings.ts";
import type { Verdict } from "@/model/verdict.ts";
import { createPainter } from "@/painting/create-painter.ts";
import { pageStyleText } from "@/painting/page-style-text.ts";
import type { PageStyleState } from "@/painting/page-style-text.ts";
import { addStyle } from "@/painting/page-style.ts";
import { readPageTone } from "@/painting/page-tone.ts";
import type { PaintedList, Painter, PaintTarget } from "@/painting/painter.ts";
import { setState } from "@/painting/set-state.ts";
import { createVerdictPainter } from "@/painting/visibility.ts";

/** One result with everything that the page shows of it. */
export interface JudgedTarget extends PaintTarget {
  /** The result's position in the page's order, from 1. */
  readonly position: number;
  readonly verdict: Pick<Verdict, "visibility" | "mark">;
  /** What the line in place of a folded result says. */
  readonly foldText: string;
}

/** Everything that Winnow shows on one page. Results are known by their roots. */
export interface PagePainting {
  setState(state: PageState): void;
  /** Says how to paint, and which lists there are, in the user's order. What is painted stays until it is shown anew. */
  configure(painter: PainterName, lists: readonly PaintedList[]): void;
  /** Shows results; what was shown before under the same root is replaced. */
  show(targets: readonly JudgedTarget[]): void;
  /** Takes everything off results, such as those that left the page. */
  forget(roots: readonly Element[]): void;
  /** Shows hidden results, recognisable as such, or hides them again. */
  setShowHidden(showHidden: boolean): void;
  /** Opens one hidden or folded result, or closes it again. */
  setOpen(root: Element, open: boolean): void;
  /** Marks the hit that the user walked to; returns the element that it begins in, or null where it is gone. */
  setCurrent(current: { readonly target: PaintTarget; readonly hit: Hit } | null): Element | null;
  /** Undoes everything: the page is byte for byte as it was. Can be used again afterwards. */
  clear(): void;
}

export const createPagePainting = (page: Document): PagePainting => {
  const style = addStyle(page);
  const verdicts = createVerdictPainter();
  let painter: Painter = createPainter("highlight");
  let painterWanted: PainterName = "highlight";
  let styleState: PageStyleState = { tone: "light", lists: [], showHidden: false };
  let toneRead = false;

  const restyle = (change: Partial<PageStyleState>): void => {
    styleState = { ...styleState, ...change };
    style.set(pageStyleText(styleState));
  };

  return {
    setState: (state) => setState(page, state),
    configure: (wanted, lists) => {
      if (wanted !== painterWanted) {
        painter.clear();
        painter = createPainter(wanted);
        painterWanted = wanted;
      }
      painter.useLists(lists);
      restyle({ lists });
    },
    show: (targets) => {
      const first = targets[0];
      if (!toneRead && first !== undefined) {
        restyle({ tone: readPageTone(first.root) });
        toneRead = true;
      }
      verdicts.show(targets.map((target) => ({ ...target, ...target.verdict, hitCount: target.hits.length })));
      painter.paint(targets);
    },
    forget: (roots) => {
      painter.forget(roots);
      verdicts.forget(roots);
    },
    setShowHidden: (showHidden) => restyle({ showHidden }),
    setOpen: (root, open) => verdicts.setOpen(root, open),
    setCurrent: (current) => painter.setCurrent(current),
    clear: () => {
      painter.clear();
      verdicts.clear();
      style.remove();
      setState(page, null);
      toneRead = false;
    },
  };
};
