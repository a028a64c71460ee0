import type { PageTone } from "@/model/palette.ts";
import type { PainterName, Settings } from "@/model/settings.ts";
import { createPainter } from "@/painting/create-painter.ts";
import { pageStyleText } from "@/painting/page-style-text.ts";
import { addStyle } from "@/painting/page-style.ts";
import { readPageTone, watchPageTone } from "@/painting/page-tone.ts";
import type { Painter } from "@/painting/painter.ts";
import { createVerdictPainter } from "@/painting/visibility.ts";

import { foldText } from "./fold-text.ts";
import type { JudgedResult } from "./page-report.ts";

/** Everything that is drawn on one page, as one thing. */
export interface PagePainting {
  /** Takes over painter, lists and colours. Everything has to be shown again afterwards. */
  readonly applySettings: (settings: Settings) => void;
  readonly show: (judged: readonly JudgedResult[]) => void;
  readonly forget: (roots: readonly Element[]) => void;
  readonly showHidden: (show: boolean) => void;
  /** Marks the hit that the user walked to, or none. */
  readonly setCurrent: (current: Parameters<Painter["setCurrent"]>[0]) => void;
  /** Leaves the page as it was. */
  readonly clear: () => void;
}

export function createPagePainting(document: Document, first: Settings): PagePainting {
  const style = addStyle(document);
  const verdicts = createVerdictPainter();
  let painter: Painter = createPainter(first.painter);
  let wanted: PainterName = first.painter;
  let lists = first.lists;
  let showingHidden = false;
  let tone: PageTone | null = null;
  let stopToneWatch: (() => void) | null = null;

  painter.useLists(lists);
  const drawStyle = (): void => {
    style.set(pageStyleText({ tone: tone ?? "light", lists, showHidden: showingHidden }));
  };
  // Before the page has much content, there is little that the browser has to style anew.
  drawStyle();
  const followTone = (sample: Element): void => {
    const readTone = (): PageTone => readPageTone(sample.isConnected ? sample : document.body);
    tone = readTone();
    stopToneWatch = watchPageTone(document, () => {
      tone = readTone();
      drawStyle();
    });
  };

  return {
    applySettings: (settings) => {
      if (settings.painter !== wanted) {
        painter.clear();
        wanted = settings.painter;
        painter = createPainter(wanted);
      }
      lists = settings.lists;
      painter.useLists(lists);
    },
    show: (judged) => {
      const sample = judged[0]?.found.root;
      // Read before anything is written, so that reading never has to wait for what was written.
      if (sample !== undefined && tone === null) followTone(sample);
      drawStyle();
      verdicts.show(
        judged.map((one) => ({
          root: one.found.root,
          parts: one.found.parts,
          position: one.found.result.position,
          visibility: one.verdict.visibility,
          mark: one.verdict.mark,
          hitCount: one.hits.length,
          foldText: foldText(one),
        })),
      );
      painter.paint(judged.map(({ found, hits }) => ({ ...found, hits })));
    },
    forget: (roots) => {
      painter.forget(roots);
      verdicts.forget(roots);
    },
    showHidden: (show) => {
      showingHidden = show;
      drawStyle();
    },
    setCurrent: (current) => {
      painter.setCurrent(current);
    },
    clear: () => {
      stopToneWatch?.();
      tone = null;
      painter.clear();
      verdicts.clear();
      style.remove();
    },
  };
}
