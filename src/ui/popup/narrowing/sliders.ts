import type { PageReport, ResultReport } from "@/model/report.ts";
import { triedFilterId } from "@/model/verdict.ts";

import { groupFacets } from "./facet-groups.ts";
import type { FacetGroup } from "./facet-groups.ts";
import { scaleOf } from "./facet-scale.ts";
import type { FacetScale } from "./facet-scale.ts";
import { leavesOut, noTrial, readTrial } from "./trial.ts";
import type { Trial } from "./trial.ts";

/** One slider of a page. */
export interface Slider {
  readonly group: FacetGroup;
  readonly scale: FacetScale;
  /** The condition that is tried out with it, and what it says; null where there is none. */
  readonly condition: string | null;
  readonly trial: Trial;
}

export interface Sliders {
  readonly sliders: readonly Slider[];
  /** Conditions that are tried out and belong to none of the sliders, as the page has lost those figures. */
  readonly others: readonly string[];
  /** Whether what is tried out, or a filter, takes a result away. */
  readonly leftOut: (report: ResultReport) => boolean;
}

/** The sliders of a page, with their handles where the conditions that are tried out say. */
export function slidersOf({ results }: PageReport, tried: readonly string[], now: number): Sliders {
  const others = new Set(tried);
  const sliders = groupFacets(results).map((group): Slider => {
    const condition = [...others].find((one) => readTrial(one, group) !== null) ?? null;
    if (condition !== null) others.delete(condition);
    const trial = (condition === null ? null : readTrial(condition, group)) ?? noTrial;
    const held = [trial.low, trial.high].filter((operand) => operand !== null);
    return { group, scale: scaleOf(group, held, now), condition, trial };
  });
  const tests = sliders.map(({ group: { facet }, scale, trial }) => {
    const out = leavesOut(trial, scale.measure, now);
    return ({ result }: ResultReport): boolean => {
      const figure = result.facets.find(({ name }) => name === facet);
      return figure === undefined ? trial.hideMissing : out(figure);
    };
  });
  return {
    sliders,
    others: [...others],
    leftOut: (report) => !isKept(report) && (isHidden(report) || tests.some((test) => test(report))),
  };
}

/** Whether a filter of the user's hides a result, whatever is tried out. */
const isHidden = ({ verdict: { reasons } }: ResultReport): boolean =>
  reasons.some(({ filter, action, decisive }) => decisive && action === "hide" && filter !== triedFilterId);

const isKept = ({ verdict: { reasons } }: ResultReport): boolean =>
  reasons.some(({ action, decisive }) => decisive && action === "keep");
