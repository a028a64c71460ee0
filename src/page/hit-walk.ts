import type { Hit } from "@/model/hit.ts";
import type { HitPlace } from "@/model/report.ts";
import { textFieldNames } from "@/model/result.ts";
import type { PaintTarget } from "@/painting/painter.ts";

import { bringIntoView } from "./bring-into-view.ts";
import { isCutOff, isDrawn } from "./is-seen.ts";
import type { JudgedResult } from "./page-report.ts";

/** One hit that can be walked to, with the first text node it stands in and where in that it begins. */
interface Stop {
  readonly judged: JudgedResult;
  readonly hit: Hit;
  readonly node: Text;
  readonly start: number;
  readonly range: Range;
}

/** Where a walk is, in ways to find it again when the page has put other nodes there. */
interface Place {
  readonly node: Text;
  readonly start: number;
  readonly root: Element;
  readonly id: string;
  readonly hit: Hit;
  /** How many stops were before it. */
  readonly index: number;
}

/** What a walk needs of the page. */
export interface HitWalkOptions {
  /** All results, in any order. */
  readonly judged: () => readonly JudgedResult[];
  /** Draws the current hit. */
  readonly setCurrent: (current: { readonly target: PaintTarget; readonly hit: Hit }) => void;
}

/** Goes from hit to hit through a page, in reading order, past everything that cannot be seen. */
export interface HitWalk {
  /**
   * Goes one hit on or back and scrolls it into view; past the last comes the first.
   *
   * @param list the id of a keyword list to stay with, or null for all
   * @returns where the walk is now, or null where there is no hit to go to
   */
  readonly step: (direction: 1 | -1, list: string | null) => HitPlace | null;
}

export function createHitWalk({ judged, setCurrent }: HitWalkOptions): HitWalk {
  let last: Place | null = null;

  return {
    step: (direction, list) => {
      const stops = visibleStops(judged(), list);
      if (stops.length === 0) return null;
      const index = nextIndex(stops, direction, last);
      const stop = stops[index];
      if (stop === undefined) return null;
      const { judged: one, hit, node, start, range } = stop;
      const { root, result } = one.found;
      last = { node, start, root, id: result.id, hit, index };
      setCurrent({ target: { ...one.found, hits: one.hits }, hit });
      bringIntoView(range);
      return { list: hit.list, line: hit.line, number: index + 1, of: stops.length };
    },
  };
}

/** The hits of one list or of all that can be seen, in the order of the document. */
function visibleStops(judged: readonly JudgedResult[], list: string | null): Stop[] {
  // Results that were moved stand elsewhere on the page than in its own order.
  const asTheyStand = judged.toSorted((a, b) => comparePlaces(a.found.root, 0, b.found.root, 0));
  return asTheyStand.flatMap((one) => {
    if (one.hits.length === 0 || !isDrawn(one.found.root)) return [];
    const stops = one.hits.flatMap((hit): Stop[] => {
      if (list !== null && hit.list !== list) return [];
      const field = textFieldNames.find((name) => name === hit.field);
      const [piece] = field === undefined ? [] : one.found.fields[field].locate(hit.span);
      const around = piece?.node.parentElement ?? null;
      // A hit may stand in a part of the result that the page keeps closed.
      if (piece === undefined || around === null || !isDrawn(around)) return [];
      const { node, start, end } = piece;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return isCutOff(range, one.found.root) ? [] : [{ judged: one, hit, node, start, range }];
    });
    const inOrder = stops.toSorted(inDocumentOrder);
    // Hits of several keywords that begin at one place are one stop.
    return inOrder.filter((stop, index) => {
      const before = inOrder[index - 1];
      return before === undefined || inDocumentOrder(before, stop) !== 0;
    });
  });
}

function inDocumentOrder(a: Stop, b: Stop): number {
  return comparePlaces(a.node, a.start, b.node, b.start);
}

function comparePlaces(a: Node, aStart: number, b: Node, bStart: number): number {
  if (a === b) return aStart - bStart;
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
}

/** The stop after or before the last place, which may have changed or gone since. */
function nextIndex(stops: readonly Stop[], direction: 1 | -1, last: Place | null): number {
  const wrap = (index: number): number => (index + stops.length) % stops.length;
  if (last === null) return direction === 1 ? 0 : stops.length - 1;
  if (!last.node.isConnected) {
    const same = stops.findIndex((stop) => isAt(stop, last));
    if (same !== -1) return wrap(same + direction);
    // The hit itself is gone: what followed it has moved up.
    const next = Math.min(last.index, stops.length);
    return wrap(direction === 1 ? next : next - 1);
  }
  const compare = (stop: Stop): number => comparePlaces(stop.node, stop.start, last.node, last.start);
  if (direction === 1) {
    const after = stops.findIndex((stop) => compare(stop) > 0);
    return after === -1 ? 0 : after;
  }
  const before = stops.findLastIndex((stop) => compare(stop) < 0);
  return before === -1 ? stops.length - 1 : before;
}

/** Whether a stop is at the same place of the same result, in whatever nodes it stands by now. */
function isAt({ judged: { found }, hit }: Stop, last: Place): boolean {
  const isSameResult = found.root === last.root || found.result.id === last.id;
  return isSameResult && hit.field === last.hit.field && hit.span.start === last.hit.span.start;
}
