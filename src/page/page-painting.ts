import type { PagePart } from "@/model/page-part.ts";
import type { PageTone } from "@/model/palette.ts";
import type { Settings } from "@/model/settings.ts";
import { createPainter, painterFor } from "@/painting/create-painter.ts";
import { resultLines } from "@/painting/offered-lines.ts";
import type { NoticeState } from "@/painting/page-notice.ts";
import { createPageNotice } from "@/painting/page-notice.ts";
import { pageStyleText } from "@/painting/page-style-text.ts";
import { addStyle } from "@/painting/page-style.ts";
import { readPageTone, watchPageTone } from "@/painting/page-tone.ts";
import type { PaintTarget, Painter } from "@/painting/painter.ts";
import { createResultBoxes } from "@/painting/result-boxes.ts";
import { dissolveMarks, removeLines, resultElementsIn, sweep, takeOffAttributes } from "@/painting/strays.ts";
import { areTableRows } from "@/painting/table-rows.ts";
import { createVerdictPainter } from "@/painting/visibility.ts";

import { foldLineText } from "./fold-line-text.ts";
import { createPageMarkers } from "./page-markers.ts";
import type { JudgedResult } from "./page-report.ts";

/** Everything that is drawn on one page, as one thing. */
export interface PagePainting {
  /** Takes over painter, lists and colours. Everything has to be shown again afterwards. */
  readonly applySettings: (settings: Settings) => void;
  readonly show: (judged: readonly JudgedResult[]) => void;
  /**
   * Shows verdicts on the elements that results came back as, without their hits: these are painted when they are read.
   */
  readonly showAgain: (returned: ReadonlyMap<Element, JudgedResult>) => void;
  readonly forget: (roots: readonly Element[]) => void;
  /**
   * Puts back what the page took off results, and lines that it took away; takes copies of marks and lines out of what
   * it added.
   */
  readonly repair: (spoilt: readonly Element[], added: readonly Element[]) => void;
  /**
   * Takes the attributes of results off copies that turned out to be none: to be called after what was added is known.
   */
  readonly settle: () => void;
  readonly showHidden: (show: boolean) => void;
  /** Shows a result, whatever becomes of it, until the page goes; it stands out for a moment. */
  readonly reveal: (root: Element) => void;
  readonly isOpen: (root: Element) => boolean;
  /** Says on the page that all its results are hidden, or no longer. */
  readonly setNotice: (state: NoticeState | null) => void;
  /** Marks the hit that the user walked to, or none. */
  readonly setCurrent: (current: Parameters<Painter["setCurrent"]>[0]) => void;
  /** Leaves the page as it was. */
  readonly clear: () => void;
}

/**
 * @param loadPart brings the mark.js painter, the markers or lines into the page's script, once they are wanted
 * @param onPart called when they have come; everything has to be shown again then
 * @param onNotice called when the user asks the notice for the hidden results, or for them to go again
 */
export function createPagePainting(
  document: Document,
  first: Settings,
  loadPart: (part: PagePart) => Promise<void>,
  onPart: () => void,
  onNotice: () => void,
): PagePainting {
  const style = addStyle(document);
  const verdicts = createVerdictPainter();
  const findBoxes = createResultBoxes();
  const notice = createPageNotice(onNotice, () => loadPart("result-lines"));
  let wanted = painterFor(first.painter);
  let painter: Painter | null = null;
  let lists = first.lists;
  let showingHidden = false;
  /** Whether rows of the page are rows of tables; once some are not, none is taken for one. */
  let areRows: boolean | null = null;
  let tone: PageTone | null = null;
  /** The result behind which the tone is read. */
  let toneSample: Element | null = null;
  let stopToneWatch: (() => void) | null = null;
  let cleared = false;
  /** What the painter painted last. Other verdicts leave the hits as they are, and so their paint. */
  let painted = new WeakMap<Element, JudgedResult>();
  /** Elements that carry attributes of results and may be copies of them. */
  const suspects = new Set<Element>();

  const choosePainter = (): void => {
    painter = createPainter(wanted);
    painted = new WeakMap();
    painter?.useLists(lists);
  };
  const fetchPainter = async (): Promise<void> => {
    await loadPart("mark-painter");
    if (painter !== null || wanted !== "mark" || cleared) return;
    choosePainter();
    onPart();
  };
  const usePainter = (): void => {
    choosePainter();
    if (painter === null) void fetchPainter();
  };
  usePainter();
  const markers = createPageMarkers(document, first, () => loadPart("scroll-markers"), onPart);

  const drawStyle = (): void => {
    style.set(
      pageStyleText({ tone: tone ?? "light", lists, showHidden: showingHidden, keepsColumns: areRows === true }),
    );
  };
  // Before the page has much content, there is little that the browser has to style anew.
  drawStyle();
  const followTone = (sample: Element): void => {
    toneSample = sample;
    const readTone = (): PageTone => readPageTone(sample.isConnected ? sample : document.body);
    tone = readTone();
    markers.setTone(tone);
    stopToneWatch?.();
    stopToneWatch = watchPageTone(document, sample, () => {
      tone = readTone();
      markers.setTone(tone);
      drawStyle();
    });
  };

  /**
   * What is seen of results without boxes: to be asked before anything is written, or all styles are worked out anew.
   */
  const boxesOf = (roots: readonly Element[], judged: readonly JudgedResult[]): ReturnType<typeof findBoxes> =>
    findBoxes(roots.map((root, index) => [root, ...(judged[index]?.found.parts ?? [])]));

  /** @param roots the elements that bear the verdicts, in the order of the results */
  const showVerdicts = (
    roots: readonly Element[],
    judged: readonly JudgedResult[],
    boxes: ReturnType<typeof findBoxes>,
  ): void => {
    verdicts.show(
      judged.map((one, index) => ({
        root: roots[index]!,
        parts: [...one.found.parts, ...(boxes[index] ?? [])],
        position: one.found.result.position,
        visibility: one.verdict.visibility,
        mark: one.verdict.mark,
        hitCount: one.hits.length,
        foldText: foldLineText(one, lists),
      })),
    );
  };

  return {
    applySettings: (settings) => {
      if (JSON.stringify(settings.lists) !== JSON.stringify(lists)) painted = new WeakMap();
      lists = settings.lists;
      if (painterFor(settings.painter) !== wanted) {
        painter?.clear();
        wanted = painterFor(settings.painter);
        usePainter();
      }
      painter?.useLists(lists);
      markers.applySettings(settings);
    },
    show: (judged) => {
      const sample = judged[0]?.found.root;
      // Read before anything is written, so that reading never has to wait for what was written.
      if (sample !== undefined && toneSample?.isConnected !== true) followTone(sample);
      const roots = judged.map(({ found }) => found.root);
      const isTable = areTableRows(roots);
      const boxes = boxesOf(roots, judged);
      if (isTable !== null) areRows = isTable && areRows !== false;
      drawStyle();
      style.reach(roots);
      style.reach(judged.flatMap(({ found }) => found.parts));
      style.reach(judged.flatMap(({ found }) => found.claimed));
      showVerdicts(roots, judged, boxes);
      markers.now()?.show(judged.map(({ found, hits }) => ({ ...found, hits })));
      if (painter === null) return;
      const unpainted: PaintTarget[] = [];
      for (const one of judged) {
        const { root, parts, fields } = one.found;
        const last = painted.get(root);
        if (last !== undefined && last.found === one.found && last.hits === one.hits) continue;
        painted.set(root, one);
        unpainted.push({ root, parts, fields, hits: one.hits });
      }
      painter.paint(unpainted);
    },
    showAgain: (returned) => {
      const roots = [...returned.keys()];
      const judged = [...returned.values()];
      const boxes = boxesOf(roots, judged);
      style.reach(roots);
      showVerdicts(roots, judged, boxes);
      for (const [root, { found }] of returned) verdicts.openAs(root, found.root);
    },
    forget: (roots) => {
      for (const root of roots) painted.delete(root);
      painter?.forget(roots);
      markers.now()?.forget(roots);
      verdicts.forget(roots);
    },
    repair: (spoilt, added) => {
      verdicts.repair(spoilt);
      for (const element of spoilt) suspects.add(element);
      for (const tree of added) {
        removeLines(tree, (line) => resultLines()?.isLine(line) === true);
        dissolveMarks(tree, (mark) => painter?.holds(mark) === true);
        for (const element of resultElementsIn(tree)) suspects.add(element);
      }
    },
    settle: () => {
      for (const element of suspects) if (!verdicts.holds(element)) takeOffAttributes(element);
      suspects.clear();
    },
    showHidden: (show) => {
      showingHidden = show;
      drawStyle();
    },
    reveal: (root) => verdicts.reveal(root),
    isOpen: (root) => verdicts.isOpen(root),
    setNotice: (state) => notice.set(state),
    setCurrent: (current) => {
      painter?.setCurrent(current);
      markers.now()?.setCurrent(current);
    },
    clear: () => {
      cleared = true;
      stopToneWatch?.();
      painter?.clear();
      markers.clear();
      verdicts.clear();
      notice.set(null);
      for (const tree of [document, ...style.trees()]) sweep(tree);
      style.remove();
    },
  };
}
