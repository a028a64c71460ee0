import type { Scanner, StepwiseScan } from "@/detection/scan-page.ts";
import type { Steps } from "@/model/steps.ts";

import { judgeResult } from "./judge-result.ts";
import type { JudgedResult } from "./page-report.ts";
import type { Rules } from "./rules.ts";

/** What is known of a page's results. */
export interface PageResults {
  /** The results that were judged, in the page's order, by their roots. */
  readonly judged: () => ReadonlyMap<Element, JudgedResult>;
  /** The same, each listing by itself. */
  readonly listings: () => readonly (readonly JudgedResult[])[];
  /** The last look at the page; null before the first. */
  readonly lastScan: () => StepwiseScan | null;
  /** Looks at the page and judges what is new or changed there. To be gone through to its end. */
  readonly look: (
    dirty: readonly Node[] | "all",
    restyled: readonly Node[],
    fresh: JudgedResult[],
  ) => Steps<LookOutcome>;
  /** Judges what is known by the present rules. */
  readonly judgeAgain: (fresh: JudgedResult[]) => Steps<void>;
}

/** What a look left to do. */
interface LookOutcome {
  /** The roots of results that are gone. */
  readonly gone: readonly Element[];
  /** The hosts of all results, those that were not judged yet too. */
  readonly hosts: readonly string[];
  /** Whether the page changed while results were looked for, so that what was found may be half of this and of that. */
  readonly wasDisturbed: boolean;
}

interface PageResultsOptions {
  readonly scanner: () => Scanner;
  readonly rules: () => Rules;
  /** How many changes the page made so far. */
  readonly changeCount: () => number;
  /** Whether a result is to be judged only at a later look. */
  readonly isEarly: (found: JudgedResult["found"]) => boolean;
  /** Called with a result that is new or was read anew. */
  readonly follow: (found: JudgedResult["found"]) => void;
}

export function createPageResults({ scanner, rules, changeCount, isEarly, follow }: PageResultsOptions): PageResults {
  let judged = new Map<Element, JudgedResult>();
  const listingOf = new WeakMap<Element, number>();
  let scan: StepwiseScan | null = null;

  function* look(dirty: readonly Node[] | "all", restyled: readonly Node[], fresh: JudgedResult[]): Steps<LookOutcome> {
    const before = judged;
    const now = new Map<Element, JudgedResult>();
    const hosts: string[] = [];
    const time = Date.now();
    const changes = changeCount();
    scan = yield* scanner().scanStepwise(dirty, restyled);
    const wasDisturbed = changeCount() !== changes;
    yield;
    let by: Rules | null = null;
    for (const { listing, found } of scan.results) {
      if (found.result.host !== null) hosts.push(found.result.host);
      if (isEarly(found)) continue;
      listingOf.set(found.root, listing);
      const known = before.get(found.root);
      // Rules that change on the way make what was judged stale.
      if (by !== rules()) {
        by = rules();
        yield* by.prepare();
      }
      const one = known?.found === found ? known : judgeResult(found, by, time);
      now.set(found.root, one);
      if (one !== known) {
        fresh.push(one);
        follow(found);
      }
      yield;
    }
    judged = now;
    return { gone: [...before.keys()].filter((root) => !now.has(root)), hosts, wasDisturbed };
  }

  function* judgeAgain(fresh: JudgedResult[]): Steps<void> {
    const by = rules();
    const time = Date.now();
    if (judged.size > 0) yield* by.prepare();
    for (const { found } of judged.values()) {
      // Rules that changed on the way make all of it stale again.
      if (by !== rules()) return;
      const one = judgeResult(found, by, time, judged.get(found.root));
      judged.set(found.root, one);
      fresh.push(one);
      yield;
    }
  }

  return {
    judged: () => judged,
    listings: () => [...Map.groupBy(judged.values(), ({ found }) => listingOf.get(found.root)).values()],
    lastScan: () => scan,
    look,
    judgeAgain,
  };
}
