import { comparePageOrder } from "@/detection/page-order.ts";
import type { Problem } from "@/model/problem.ts";
import type { SortOrder, WantedOrder } from "@/model/report.ts";
import type { Arranger, Arrangement } from "@/painting/arranging/arranger.ts";
import { offeredArranger } from "@/painting/arranging/offer-arranger.ts";

import { currenciesOf, orderResults } from "./order-results.ts";
import type { JudgedResult } from "./page-report.ts";

/** What could not be done, by the problem that says so. */
const problemFor: Readonly<Partial<Record<Arrangement | "overruled", Problem>>> = {
  partial: { code: "reorder-partial", args: [] },
  declined: { code: "reorder-declined", args: [] },
  overruled: { code: "reorder-overruled", args: [] },
};

/**
 * Milliseconds that arranging what the page renders anew may take until the page is looked at, at most, and that is
 * every two seconds: a page may bring a thousand results one by one.
 */
const mostArranging = 200;

/** The order that the results of a page stand in. */
export interface PageOrder {
  /** The order the user asked for, if the results stand in it. */
  readonly sortedBy: () => SortOrder | null;
  /** Whether results stand in another order than the page's own. */
  readonly isArranged: () => boolean;
  readonly problems: () => readonly Problem[];
  /** Takes an order over, that of the filters or the page's own; `arrange` brings it about. */
  readonly sortBy: (order: WantedOrder) => void;
  /** Lets filters raise and lower again after the user asked for the page's own order. */
  readonly allowLifts: () => void;
  /** Compares two roots by the page's own order. */
  readonly compare: (a: Element, b: Element) => number;
  /**
   * To be called before the page is looked at: where it changed among the results, they go back to its own order.
   *
   * @returns whether they did, so that they have to be arranged anew before the page is painted
   */
  readonly beforeLook: () => boolean;
  /** Brings the order about, each listing by itself. Settled once that was done or could not be done. */
  readonly arrange: (listings: readonly (readonly JudgedResult[])[]) => Promise<void>;
  /** Does the same where results are arranged and the page brought some of them anew, before it is looked at. */
  readonly arrangeAgain: (listings: () => readonly (readonly JudgedResult[])[]) => void;
  /** Puts everything back. */
  readonly clear: () => void;
}

/**
 * @param loadArranger brings what moves results into the page's script
 * @param onArranger called once it is there; the order is to be brought about then
 * @param onOverruled called when the page put its results into an order of its own
 */
export function createPageOrder(
  loadArranger: () => Promise<void>,
  onArranger: () => void,
  onOverruled: () => void,
): PageOrder {
  let arranger: Arranger | null = null;
  let sortedBy: SortOrder | null = null;
  let keepsOwn = false;
  let outcome: Arrangement | "overruled" = "whole";
  let loading: Promise<void> | null = null;
  let arranged = false;
  /** Milliseconds that went into arranging again since the last look. */
  let spent = 0;
  /** Those of the prices that results are sorted by. */
  let currencies: readonly string[] = [];

  const load = async (): Promise<void> => {
    await loadArranger();
    const create = offeredArranger();
    loading = null;
    if (create === null) {
      outcome = "declined";
      return;
    }
    arranger = create(() => {
      outcome = "overruled";
      sortedBy = null;
      keepsOwn = true;
      arranged = false;
      onOverruled();
    });
    onArranger();
  };
  const restore = (): void => {
    arranger?.restore();
    arranged = false;
  };
  const arrange: PageOrder["arrange"] = (listings) => {
    // The page may just have overruled the order.
    arranger?.pageChanged();
    const lifts = !keepsOwn && listings.some((listing) => listing.some(({ verdict }) => verdict.lift !== 0));
    if (sortedBy === null && !lifts) {
      if (arranged) restore();
      return Promise.resolve();
    }
    if (arranger === null) return (loading ??= load());
    currencies = sortedBy?.by === "price" ? currenciesOf(listings.flat()) : [];
    outcome = arranger.arrange(
      listings.map((listing) =>
        orderResults(listing, sortedBy, currencies).map(({ found: { root, parts } }) => ({ root, parts })),
      ),
    );
    arranged = outcome !== "declined";
    return Promise.resolve();
  };
  return {
    sortedBy: () => (arranged ? sortedBy : null),
    isArranged: () => arranged,
    problems: () => {
      const problem = problemFor[outcome];
      const isMixed = arranged && sortedBy?.by === "price" && currencies.length > 1;
      return [
        ...(problem === undefined ? [] : [problem]),
        ...(isMixed ? [{ code: "sort-currencies", args: [currencies.join(", ")] }] : []),
      ];
    },
    sortBy: (order) => {
      sortedBy = order === "filters" ? null : order;
      keepsOwn = order === null;
      outcome = "whole";
    },
    allowLifts: () => {
      keepsOwn = false;
      outcome = "whole";
    },
    compare: (a, b) => arranger?.compare(a, b) ?? comparePageOrder(a, b),
    beforeLook: () => {
      spent = 0;
      const isChanged = arranger?.pageChanged() === true;
      if (isChanged) restore();
      return isChanged;
    },
    arrange,
    arrangeAgain: (listings) => {
      if (!arranged || spent > mostArranging) return;
      const from = performance.now();
      void arrange(listings());
      spent += performance.now() - from;
    },
    clear: restore,
  };
}
