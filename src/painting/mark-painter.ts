import Mark from "mark.js";

import type { Hit } from "@/model/hit.ts";
import type { CutNode } from "@/painting/cut-node.ts";
import { isIntact, joinCut, mendCut, recordCut } from "@/painting/cut-node.ts";
import { createHeadEnds } from "@/painting/head-ends.ts";
import { keepSelection } from "@/painting/keep-selection.ts";
import { pageNames } from "@/painting/page-names.ts";
import type { PaintTarget, Painter } from "@/painting/painter.ts";
import { sameHit } from "@/painting/same-hit.ts";
import { isWritten, settleCut } from "@/painting/settle-cut.ts";
import { holdSame, wantedPieces } from "@/painting/wanted-pieces.ts";
import type { ListPiece } from "@/painting/wanted-pieces.ts";

/** A cut with what is painted in it: pieces of the whole text of its node. */
interface PaintedCut extends CutNode {
  readonly pieces: readonly ListPiece[];
}

interface PaintedTarget {
  cuts: PaintedCut[];
  readonly guard: MutationObserver;
  readonly settle: (records: readonly MutationRecord[]) => void;
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
const wrapPieces = (context: Element, pieces: readonly ListPiece[]): PaintedCut[] => {
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
  return [...Map.groupBy(pieces, ({ node }) => node)].flatMap(([node, inNode]) => {
    const cut = recordCut(node, marks);
    return cut === null ? [] : [{ ...cut, pieces: inNode }];
  });
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
  const ends = createHeadEnds();
  let current: { readonly target: PaintTarget; readonly hit: Hit } | null = null;
  let currentMarks: Element[] = [];

  const undo = (cut: CutNode): void => {
    ends.forget(cut.node);
    joinCut(cut);
  };

  const forget = (root: Element): void => {
    const entry = painted.get(root);
    if (entry === undefined) return;
    entry.settle(entry.guard.takeRecords());
    entry.guard.disconnect();
    keepSelection(root, entry.cuts, () => {
      entry.cuts.forEach(undo);
      return [];
    });
    painted.delete(root);
  };

  const createEntry = ({ root, parts }: PaintTarget): PaintedTarget => {
    const settle = (records: readonly MutationRecord[]): void => {
      if (records.length === 0) return;
      const isSpoilt = (cut: PaintedCut): boolean => !isIntact(cut) || isWritten(cut, records);
      // What is put together again can become part of what another cut left, where the page joined both.
      for (let spoilt = entry.cuts.filter(isSpoilt); spoilt.length > 0; spoilt = entry.cuts.filter(isSpoilt)) {
        entry.cuts = entry.cuts.filter((cut) => !spoilt.includes(cut));
        for (const cut of spoilt) {
          settleCut(cut, records, ends.of(cut.node));
          ends.forget(cut.node);
        }
      }
      for (const cut of entry.cuts) {
        mendCut(cut);
        ends.mend(cut.node);
      }
      guard.takeRecords();
    };
    const guard = new MutationObserver(settle);
    for (const element of [root, ...parts]) {
      guard.observe(element, { characterData: true, childList: true, subtree: true });
    }
    const entry: PaintedTarget = { cuts: [], guard, settle };
    return entry;
  };

  const paint = (target: PaintTarget): void => {
    const { root, parts } = target;
    const entry = painted.get(root) ?? createEntry(target);
    entry.settle(entry.guard.takeRecords());
    const wanted = wantedPieces(target, ranks, entry.cuts);
    // What is painted as it should be is left alone, and with it what the user has selected there.
    const kept = entry.cuts.filter((cut) => holdSame(cut.pieces, wanted.get(cut.node) ?? []));
    for (const { node } of kept) wanted.delete(node);
    const changed = entry.cuts.filter((cut) => !kept.includes(cut));
    if (changed.length > 0 || wanted.size > 0) {
      const contexts = [root, ...parts];
      keepSelection(root, changed, () => {
        changed.forEach(undo);
        const byContext = Map.groupBy(
          [...wanted.values()].flat(),
          ({ node }) => contexts.find((element) => element.contains(node)) ?? node.parentElement,
        );
        const cuts = [...byContext].flatMap(([context, pieces]) =>
          context === null ? [] : wrapPieces(context, pieces),
        );
        for (const cut of cuts) {
          for (const piece of cut.rest) own.add(piece);
          ends.set(cut.node);
        }
        entry.cuts = [...kept, ...cuts];
        return cuts;
      });
      entry.guard.takeRecords();
    }
    if (entry.cuts.length > 0) {
      painted.set(root, entry);
    } else {
      entry.guard.disconnect();
      painted.delete(root);
    }
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
