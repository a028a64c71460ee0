import type { Facet } from "@/model/facet.ts";
import type { ResultReport } from "@/model/report.ts";

import type { FacetGroup, GroupedFigure } from "./facet-groups.ts";
import type { FacetScale } from "./facet-scale.ts";

/** A lonely result beside hundreds is still to be seen. */
const lowestBar = 8;

interface HistogramProps {
  readonly group: FacetGroup;
  readonly scale: FacetScale;
  /** Whether the trials leave a result out. */
  readonly leftOut: (report: ResultReport) => boolean;
}

/** How many results there are between each two stops, for the eye alone; those left out are pale. */
export function Histogram({ group, scale, leftOut }: HistogramProps) {
  const bars = fillBars(group.figures, scale, leftOut);
  const highest = bars.reduce((most, { kept, gone }) => Math.max(most, kept + gone), 1);
  const height = (count: number): string => (count === 0 ? "0" : `max(${lowestBar}%, ${(100 * count) / highest}%)`);
  return (
    <div class="histogram" aria-hidden="true">
      {bars.map(({ kept, gone }, index) => (
        <span key={index} class="bar-place">
          <span class="bar-gone" style={{ blockSize: height(gone) }} />
          <span class="bar-kept" style={{ blockSize: height(kept) }} />
        </span>
      ))}
    </div>
  );
}

interface Bar {
  kept: number;
  gone: number;
}

function fillBars(
  figures: readonly GroupedFigure[],
  { stops }: FacetScale,
  leftOut: (report: ResultReport) => boolean,
): readonly Bar[] {
  const bars = Array.from({ length: Math.max(stops.length - 1, 1) }, (): Bar => ({ kept: 0, gone: 0 }));
  for (const { report, figure } of figures) {
    const stop = stops.findLastIndex(({ value }) => value <= middle(figure));
    // The last stop is the right edge of the last bar.
    const bar = bars[Math.min(Math.max(stop, 0), bars.length - 1)];
    if (bar) bar[leftOut(report) ? "gone" : "kept"]++;
  }
  return bars;
}

const middle = ({ value, upper }: Facet): number => (upper === undefined ? value : (value + upper) / 2);
