import { offeredPart } from "@/model/offered-part.ts";
import type { PageTone } from "@/model/palette.ts";
import type { PaintedList, Painter, PaintTarget } from "@/painting/painter.ts";

/** Marks along the scroll bar where hits are. Targets are known by their roots. */
export interface ScrollMarkers {
  useLists(lists: readonly PaintedList[]): void;
  setTone(tone: PageTone): void;
  /** Marks the hits of targets; of one whose root was marked before, those that it has now. */
  show(targets: readonly PaintTarget[]): void;
  forget(roots: readonly Element[]): void;
  setCurrent(current: Parameters<Painter["setCurrent"]>[0]): void;
  /** Takes everything off the page, for good. */
  clear(): void;
}

const part = offeredPart<(page: Document) => ScrollMarkers>("scroll-markers");

/** Makes the markers known to the content script, which does without their weight until somebody wants them. */
export const offerScrollMarkers = part.offer;

/** Makes the markers of a page; null where they were not offered yet. */
export const createOfferedMarkers = (page: Document): ScrollMarkers | null => part.offered()?.(page) ?? null;
