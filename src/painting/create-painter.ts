import type { PainterName } from "@/model/settings.ts";
import { createHighlightPainter } from "@/painting/highlight-painter.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";
import type { Painter } from "@/painting/painter.ts";

/** Whether this browser has the CSS Custom Highlight API and can be told where to use it. */
export const hasHighlights = (): boolean =>
  typeof Highlight === "function" &&
  typeof StaticRange === "function" &&
  typeof IntersectionObserver === "function" &&
  typeof CSS === "object" &&
  "highlights" in CSS;

/** The painter that the user chose, or mark.js where the browser lacks what the other needs. */
export const createPainter = (wanted: PainterName): Painter =>
  wanted === "highlight" && hasHighlights() ? createHighlightPainter() : createMarkPainter();
