import Mark from "mark.js";

import type { NodeSpan } from "@/dom-text/field-text.ts";
import type { Hit } from "@/model/hit.ts";
import type { CutNode } from "@/painting/cut-node.ts";
import { isIntact, joinCut, recordCut } from "@/painting/cut-node.ts";
import { pageNames } from "@/painting/page-names.ts";
import type { PaintTarget, Painter } from "@/painting/painter.ts";
import { sameHit } from "@/painting/same-hit.ts";
import { targetStretches } from "@/painting/target-stretches.ts";

interface ListPiece extends NodeSpan {
  readonly list: string;
}

interface PaintedTarget {
  readonly cuts: CutNode[];
  readonly guard: MutationObserver;
}

/** Elements whose text mark.js leaves out when it counts. */
const uncountedParents = "script,style,title,head,html";

/** Where each text node starts by mark.js's count, which is of all text nodes under an element. */
const startsInContext = (context: Element): ReadonlyMap<Node, number> => {
  const starts = new Map<Node, number>();
  const walker = context.ownerDocument.createTreeWalker(context, NodeFilter.SHOW_TEXT);
  let start = 0;
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.matches(uncountedParents) !== true) {
      starts.set(node, start);
      start += node.length;
    }
  }
  return starts;
};

/** Wraps pieces of one element's text nodes into marks and returns what was cut up. */
const wrapPieces = (context: Element, pieces: readonly ListPiece[]): CutNode[] => {
  const starts = startsInContext(context);
  const marks = new Set<Node>();
  const ranges = pieces
    .flatMap(({ node, start, end, list }) => {
      const base = starts.get(node);
      return base === undefined ? [] : [{ start: base + start, length: end - start, list }];
    })
    .toSorted((a, b) => a.start - b.start);
  const lists = new Map(ranges.map(({ start, list }) => [start, list]));
  new Mark(context as HTMLElement).markRanges(ranges, {
    element: "mark",
    className: pageNames.hitClass,
    each: (mark, range) => {
      mark.setAttribute(pageNames.list, lists.get(range.start) ?? "");
      marks.add(mark);
    },
  });
  const nodes = new Set(pieces.map(({ node }) => node));
  return [...nodes].map((node) => recordCut(node, marks)).filter(({ rest }) => rest.length > 0);
};

/**
 * Paints by mark.js, which wraps hits into `mark` elements. For browsers without the CSS Custom Highlight API, and
 * for those who need the marks to be elements. Unlike mark.js's own `unmark`, undoing puts back the very text nodes
 * that were there, and never joins nodes that the page kept apart.
 */
export const createMarkPainter = (): Painter => {
  const painted = new Map<Element, PaintedTarget>();
  const own = new WeakSet<Node>();
  const ranks = new Map<string, number>();
  let current: { readonly target: PaintTarget; readonly hit: Hit } | null = null;
  let currentMarks: Element[] = [];

  const forget = (root: Element): void => {
    const entry = painted.get(root);
    entry?.guard.disconnect();
    for (const cut of entry?.cuts ?? []) {
      joinCut(cut);
    }
    painted.delete(root);
  };

  const paint = (target: PaintTarget): void => {
    forget(target.root);
    const contexts = [target.root, ...target.parts];
    const byContext = new Map<Element, ListPiece[]>();
    for (const { field, hit, start, end } of targetStretches(target, ranks)) {
      for (const piece of field.locate({ start, end })) {
        const context = contexts.find((element) => element.contains(piece.node)) ?? piece.node.parentElement;
        if (context !== null) {
          const pieces = byContext.get(context) ?? [];
          pieces.push({ ...piece, list: hit.list });
          byContext.set(context, pieces);
        }
      }
    }
    if (byContext.size === 0) {
      return;
    }
    const cuts = [...byContext].flatMap(([context, pieces]) => wrapPieces(context, pieces));
    for (const { rest } of cuts) for (const piece of rest) own.add(piece);
    const guard = new MutationObserver(() => {
      const spoilt = cuts.filter((cut) => !isIntact(cut));
      for (const cut of spoilt) {
        joinCut(cut);
        cuts.splice(cuts.indexOf(cut), 1);
      }
      guard.takeRecords();
    });
    for (const context of byContext.keys()) {
      guard.observe(context, { characterData: true, childList: true, subtree: true });
    }
    painted.set(target.root, { cuts, guard });
  };

  const drawCurrent = (): Element | null => {
    for (const mark of currentMarks) {
      mark.removeAttribute(pageNames.current);
    }
    currentMarks = [];
    if (current === null || current.hit.field === "url" || current.hit.field === "site") {
      return null;
    }
    const pieces = current.target.fields[current.hit.field].locate(current.hit.span);
    for (const { node } of pieces) {
      const mark = node.parentElement?.closest(`mark.${pageNames.hitClass}`);
      if (mark !== null && mark !== undefined) {
        mark.setAttribute(pageNames.current, "");
        currentMarks.push(mark);
      }
    }
    return pieces[0]?.node.parentElement ?? null;
  };

  return {
    name: "mark",
    useLists: (lists) => {
      ranks.clear();
      for (const [rank, list] of lists.entries()) {
        ranks.set(list.id, rank);
      }
    },
    paint: (targets) => {
      for (const target of targets) {
        paint(target);
        if (current?.target.root === target.root) {
          const hit = sameHit(target.hits, current.hit);
          current = hit === undefined ? null : { target, hit };
          drawCurrent();
        }
      }
    },
    forget: (roots) => {
      for (const root of roots) {
        forget(root);
        if (current?.target.root === root) current = null;
      }
    },
    setCurrent: (wanted) => {
      current = wanted;
      return drawCurrent();
    },
    holds: (element) => own.has(element),
    clear: () => {
      for (const root of painted.keys()) {
        forget(root);
      }
      current = null;
      currentMarks = [];
    },
  };
};
