import type { PagePart } from "@/model/page-part.ts";

/** The scripts that what is asked of a page calls for, brought into it when they are first wanted. */
export interface PageParts {
  /** Whether results cannot be judged yet by all that is asked for, or cannot be found yet. */
  readonly areAwaited: () => boolean;
  /** Brings what is missing; settled once it is there or could not be brought. */
  readonly bring: () => Promise<void>;
  /** The same, and what reads figures, whether or not anything is judged by them. */
  readonly bringFigures: () => Promise<void>;
  /** Brings what finds results without a recipe, once for a page. */
  readonly bringDetector: () => void;
}

interface PagePartsOptions {
  /** What is missing of all that is asked for, with or without the figures for their own sake. */
  readonly missing: (figuresAsked: boolean) => readonly PagePart[];
  readonly load: (part: PagePart) => Promise<void>;
  /** Called when parts that results are judged by have come, or could not be brought and are done without. */
  readonly onBrought: (parts: readonly PagePart[]) => void;
  /** Called when what finds results without a recipe has come, or could not be brought. */
  readonly onDetector: () => void;
  readonly signal: AbortSignal;
}

export function createPageParts({ missing, load, onBrought, onDetector, signal }: PagePartsOptions): PageParts {
  let figuresAsked = false;
  let underWay = 0;
  let detector: "not asked for" | "awaited" | "asked for" = "not asked for";
  const bring = async (): Promise<void> => {
    const wanted = missing(figuresAsked);
    const judgedBy = missing(false);
    if (wanted.length === 0) return;
    underWay++;
    await Promise.allSettled(wanted.map((part) => load(part)));
    underWay--;
    // Figures that are merely shown change no verdict.
    if (judgedBy.length === 0 || signal.aborted) return;
    const still = missing(false);
    onBrought(judgedBy.filter((part) => !still.includes(part)));
  };
  return {
    areAwaited: () => detector === "awaited" || (underWay > 0 && missing(false).length > 0),
    bring,
    bringFigures: () => {
      figuresAsked = true;
      return bring();
    },
    bringDetector: () => {
      if (detector !== "not asked for") return;
      detector = "awaited";
      const end = (): void => {
        detector = "asked for";
        if (!signal.aborted) onDetector();
      };
      load("detector").then(end, end);
    },
  };
}
