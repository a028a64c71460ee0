import { offeredPart } from "@/model/offered-part.ts";
import type { PainterName } from "@/model/settings.ts";
import { createHighlightPainter } from "@/painting/highlight-painter.ts";
import type { Painter } from "@/painting/painter.ts";

/** Whether this browser has the CSS Custom Highlight API and can be told where to use it. */
const hasHighlights = (): boolean =>
  typeof Highlight === "function" &&
  typeof StaticRange === "function" &&
  typeof IntersectionObserver === "function" &&
  typeof CSS === "object" &&
  "highlights" in CSS;

/** The painter to use: the one that the user chose, or mark.js where the browser lacks what the other needs. */
export const painterFor = (wanted: PainterName): PainterName => (hasHighlights() ? wanted : "mark");

const part = offeredPart<() => Painter>("mark-painter");

/** Makes the mark.js painter known to the content script, which does without its weight until somebody wants it. */
export const offerMarkPainter = part.offer;

/** Makes a painter; null for mark.js where it was not offered yet. */
export const createPainter = (name: PainterName): Painter | null =>
  name === "highlight" ? createHighlightPainter() : (part.offered()?.() ?? null);
