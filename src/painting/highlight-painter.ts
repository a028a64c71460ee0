import type { NodeSpan } from "@/dom-text/field-text.ts";
import type { Hit } from "@/model/hit.ts";
import { createHighlightRegistry } from "@/painting/highlight-registry.ts";
import { highlightName, pageNames } from "@/painting/page-names.ts";
import type { PaintTarget, Painter } from "@/painting/painter.ts";
import { sameHit } from "@/painting/same-hit.ts";
import { targetStretches } from "@/painting/target-stretches.ts";
import { createViewWatch } from "@/painting/view-watch.ts";

/** A target with what is registered of it: nothing while it is far from the view. */
interface PaintedTarget {
  target: PaintTarget;
  /** Null until the browser has told. */
  near: boolean | null;
  registered: { readonly name: string; readonly range: StaticRange }[];
  guard: MutationObserver | null;
}

/**
 * How many ranges are registered at once before it is known which targets are near the view. Enough for what a
 * first view shows; the browser tells about a frame later.
 */
const eagerRanges = 150;

/** In as many targets at most: where each has few hits, the others are out of view for sure, or seen a frame later. */
const eagerTargets = 30;

/** Whether it is shown on the guess that it is near the view. */
const isGuessed = ({ near, guard }: PaintedTarget): boolean => near === null && guard !== null;

const rangeOver = (pieces: readonly NodeSpan[]): StaticRange | null => {
  const first = pieces[0];
  const last = pieces.at(-1);
  return first === undefined || last === undefined
    ? null
    : new StaticRange({
        startContainer: first.node,
        startOffset: first.start,
        endContainer: last.node,
        endOffset: last.end,
      });
};

/**
 * Paints by the CSS Custom Highlight API: not one node of the page is touched. Only hits near the view are
 * registered, because browsers look at every registered range again whenever the page changes. Ranges are static,
 * because live ones slow every change of the page; a registered target is watched instead, and what no longer holds
 * its text loses its paint before the next frame.
 */
export const createHighlightPainter = (): Painter => {
  const registry = createHighlightRegistry({ [pageNames.currentHighlight]: 1 });
  const painted = new Map<Element, PaintedTarget>();
  const ranks = new Map<string, number>();
  const names = new Map<string, string>();
  let current: { readonly root: Element; readonly target: PaintTarget; readonly hit: Hit } | null = null;
  let currentRange: StaticRange | null = null;
  let registeredRanges = 0;
  /** How many targets are shown without knowing whether they are near the view. */
  let guessed = 0;
  let printing = false;

  const dropCurrentRange = (): void => {
    if (currentRange !== null) {
      registry.remove(pageNames.currentHighlight, currentRange);
      currentRange = null;
    }
  };

  const drawCurrent = (): StaticRange | null => {
    dropCurrentRange();
    if (current !== null && current.hit.field !== "url" && current.hit.field !== "site") {
      currentRange = rangeOver(current.target.fields[current.hit.field].locate(current.hit.span));
      if (currentRange !== null) {
        registry.add(pageNames.currentHighlight, currentRange);
      }
    }
    return currentRange;
  };

  const dropRanges = (entry: PaintedTarget): void => {
    for (const { name, range } of entry.registered) {
      registry.remove(name, range);
    }
    registeredRanges -= entry.registered.length;
    entry.registered = [];
  };

  const drawRanges = (entry: PaintedTarget): void => {
    dropRanges(entry);
    for (const { field, hit, start, end } of targetStretches(entry.target, ranks)) {
      const name = names.get(hit.list);
      const range = rangeOver(field.locate({ start, end }));
      if (name !== undefined && range !== null) {
        registry.add(name, range);
        entry.registered.push({ name, range });
      }
    }
    registeredRanges += entry.registered.length;
    if (current?.root === entry.target.root) {
      drawCurrent();
    }
    registry.reassert();
  };

  const show = (entry: PaintedTarget): void => {
    drawRanges(entry);
    if (entry.guard === null) {
      entry.guard = new MutationObserver(() => drawRanges(entry));
      for (const element of [entry.target.root, ...entry.target.parts]) {
        entry.guard.observe(element, { characterData: true, childList: true, subtree: true });
      }
    }
  };

  const hide = (entry: PaintedTarget): void => {
    entry.guard?.disconnect();
    entry.guard = null;
    dropRanges(entry);
  };

  const view = createViewWatch((root, near) => {
    const entry = painted.get(root);
    if (entry === undefined) {
      return;
    }
    if (isGuessed(entry)) guessed -= 1;
    entry.near = near;
    if (!near) {
      hide(entry);
      if (printing) drawRanges(entry);
    } else if (entry.guard === null) {
      show(entry);
    }
  });

  /**
   * On paper everything can be seen, whatever is told of the view meanwhile; nobody has to look at it again for as long
   * as that takes.
   */
  const showForPrint = (): void => {
    printing = true;
    for (const entry of painted.values()) if (entry.guard === null) drawRanges(entry);
  };
  const hideAfterPrint = (): void => {
    printing = false;
    for (const entry of painted.values()) if (entry.guard === null) dropRanges(entry);
  };

  const forget = (root: Element): void => {
    const entry = painted.get(root);
    if (entry !== undefined) {
      if (isGuessed(entry)) guessed -= 1;
      hide(entry);
      view.unwatch(root);
      painted.delete(root);
    }
    if (current?.root === root) {
      dropCurrentRange();
      current = null;
    }
  };

  return {
    name: "highlight",
    useLists: (lists) => {
      ranks.clear();
      names.clear();
      for (const [rank, list] of lists.entries()) {
        ranks.set(list.id, rank);
        names.set(list.id, highlightName(list.color));
      }
    },
    paint: (targets) => {
      // Heard once, however often it is asked for.
      addEventListener("beforeprint", showForPrint);
      addEventListener("afterprint", hideAfterPrint);
      for (const target of targets) {
        const known = painted.get(target.root);
        if (target.hits.length === 0) {
          forget(target.root);
          continue;
        }
        const entry = known ?? { target, near: null, registered: [], guard: null };
        const wasShown = entry.guard !== null;
        const wasGuessed = isGuessed(entry);
        if (wasShown) hide(entry);
        entry.target = target;
        painted.set(target.root, entry);
        if (current?.root === target.root) {
          const hit = sameHit(target.hits, current.hit);
          current = hit === undefined ? null : { root: target.root, target, hit };
          drawCurrent();
        }
        view.watch(target.root);
        if (entry.near ?? (wasShown || (registeredRanges < eagerRanges && guessed < eagerTargets))) {
          if (entry.near === null && !wasGuessed) guessed += 1;
          show(entry);
        } else if (printing) {
          drawRanges(entry);
        }
      }
    },
    forget: (roots) => {
      for (const root of roots) {
        forget(root);
      }
    },
    setCurrent: (wanted) => {
      current = wanted === null ? null : { root: wanted.target.root, ...wanted };
      const range = drawCurrent();
      registry.reassert();
      return range?.startContainer.parentElement ?? null;
    },
    holds: () => false,
    clear: () => {
      removeEventListener("beforeprint", showForPrint);
      removeEventListener("afterprint", hideAfterPrint);
      painted.forEach(({ guard }) => guard?.disconnect());
      view.stop();
      painted.clear();
      registry.clear();
      printing = false;
      current = null;
      currentRange = null;
      registeredRanges = 0;
      guessed = 0;
    },
  };
};
