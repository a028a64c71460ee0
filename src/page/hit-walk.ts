import type { Hit } from "@/model/hit.ts";
import type { HitPlace } from "@/model/report.ts";
import { textFieldNames } from "@/model/result.ts";
import type { PaintTarget } from "@/painting/painter.ts";

import type { JudgedResult } from "./page-report.ts";

/** One hit that can be walked to, with the first text node it stands in. */
interface Stop {
  readonly judged: JudgedResult;
  readonly hit: Hit;
  readonly node: Text;
}

/** What a walk needs of the page. */
export interface HitWalkOptions {
  /** All results, in any order. */
  readonly judged: () => readonly JudgedResult[];
  /** Draws the current hit, or none. */
  readonly setCurrent: (current: { readonly target: PaintTarget; readonly hit: Hit } | null) => void;
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
  /** Forgets the current hit. */
  readonly end: () => void;
}

export function createHitWalk({ judged, setCurrent }: HitWalkOptions): HitWalk {
  let last: Text | null = null;
  let lastStart = 0;

  return {
    step: (direction, list) => {
      const stops = visibleStops(judged(), list);
      if (stops.length === 0) return null;
      const index = nextIndex(stops, direction, last, lastStart);
      const stop = stops[index];
      if (stop === undefined) return null;
      const { judged: one, hit, node } = stop;
      last = node;
      lastStart = startIn(stop);
      setCurrent({ target: { ...one.found, hits: one.hits }, hit });
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      return { list: hit.list, line: hit.line, number: index + 1, of: stops.length };
    },
    end: () => {
      last = null;
      setCurrent(null);
    },
  };
}

/** The hits of one list or of all that can be seen, in the order of the document. */
function visibleStops(judged: readonly JudgedResult[], list: string | null): Stop[] {
  // Results that were moved stand elsewhere on the page than in its own order.
  const asTheyStand = judged.toSorted((a, b) => comparePlaces(a.found.root, 0, b.found.root, 0));
  return asTheyStand.flatMap((one) => {
    if (one.hits.length === 0 || !one.found.root.checkVisibility()) return [];
    const stops = one.hits.flatMap((hit): Stop[] => {
      if (list !== null && hit.list !== list) return [];
      const field = textFieldNames.find((name) => name === hit.field);
      const node = field === undefined ? undefined : one.found.fields[field].locate(hit.span)[0]?.node;
      // A hit may stand in a part of the result that the page keeps closed.
      return node?.parentElement?.checkVisibility({ visibilityProperty: true }) === true
        ? [{ judged: one, hit, node }]
        : [];
    });
    const inOrder = stops.toSorted(inDocumentOrder);
    // Hits of several keywords that begin at one place are one stop.
    return inOrder.filter((stop, index) => {
      const before = inOrder[index - 1];
      return before === undefined || inDocumentOrder(before, stop) !== 0;
    });
  });
}

/** Where in its text node a stop's hit begins. */
function startIn({ judged, hit }: Stop): number {
  const field = textFieldNames.find((name) => name === hit.field);
  return field === undefined ? 0 : (judged.found.fields[field].locate(hit.span)[0]?.start ?? 0);
}

function inDocumentOrder(a: Stop, b: Stop): number {
  return comparePlaces(a.node, startIn(a), b.node, startIn(b));
}

function comparePlaces(a: Node, aStart: number, b: Node, bStart: number): number {
  if (a === b) return aStart - bStart;
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
}

/** The stop after or before the last place, which may have changed or gone since. */
function nextIndex(stops: readonly Stop[], direction: 1 | -1, last: Text | null, lastStart: number): number {
  if (last === null || !last.isConnected) return direction === 1 ? 0 : stops.length - 1;
  const compare = (stop: Stop): number => comparePlaces(stop.node, startIn(stop), last, lastStart);
  if (direction === 1) {
    const after = stops.findIndex((stop) => compare(stop) > 0);
    return after === -1 ? 0 : after;
  }
  const before = stops.findLastIndex((stop) => compare(stop) < 0);
  return before === -1 ? stops.length - 1 : before;
}
