import { compileFilters } from "@/deciding/compile-filters.ts";
import type { PageScan } from "@/detection/found-result.ts";
import { createScanner, type Scanner } from "@/detection/scan-page.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import { askBackground } from "@/messaging/messenger.ts";
import type { Problem } from "@/model/problem.ts";
import type { HitPlace, PageReport, PageState } from "@/model/report.ts";
import type { Settings } from "@/model/settings.ts";
import { setState } from "@/painting/set-state.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";

import { createHitWalk, type HitWalk } from "./hit-walk.ts";
import { judgeResult } from "./judge-result.ts";
import type { Rules } from "./judge-result.ts";
import { createPace } from "./pace.ts";
import { createPagePainting } from "./page-painting.ts";
import { pageReport } from "./page-report.ts";
import type { JudgedResult } from "./page-report.ts";
import { watchPage } from "./watch-page.ts";

/** Winnow at work on one page, from when it is switched on there until it is switched off. */
export interface PageSession {
  /** Judges what is known by other settings; the page is looked at again only for other recipes. */
  readonly applySettings: (settings: Settings) => void;
  readonly showHidden: (show: boolean) => void;
  readonly walkHits: HitWalk["step"];
  readonly report: () => PageReport;
}

/** What a session needs. */
export interface PageSessionOptions {
  readonly document: Document;
  readonly settings: Settings;
  /** Ends the session and leaves the page as it was. */
  readonly signal: AbortSignal;
  /** Called when the report may have changed. */
  readonly onChange: () => void;
}

const compileRules = ({ lists, filters }: Settings): Rules => ({
  matcher: compileKeywords(lists),
  judge: compileFilters(filters, lists),
});

const scannerFor = (document: Document, { recipes }: Settings): Scanner =>
  createScanner({
    document,
    currentUrl: () => document.location.href,
    recipes: [
      ...recipes.flatMap(({ enabled, data }) => (enabled ? (readRecipe(data).recipe ?? []) : [])),
      ...builtInRecipes,
    ],
    useRecipes: true,
    now: Date.now,
    userAgent: /\bMobi/.test(navigator.userAgent) ? "mobile" : "desktop",
  });

export function createPageSession({ document, settings, signal, onChange }: PageSessionOptions): PageSession {
  let scanner = scannerFor(document, settings);
  let recipes = settings.recipes;
  const painting = createPagePainting(
    document,
    settings,
    () => askBackground("loadMarkPainter"),
    () => write(() => painting.show(judged)),
  );
  const walk = createHitWalk({ judged: () => judged, setCurrent: painting.setCurrent });
  let rules = compileRules(settings);
  let scan: PageScan = { listings: [], problems: [] };
  let judged: readonly JudgedResult[] = [];
  let state: PageState = "scanning";
  let showingHidden = false;
  let failure: Problem | null = null;

  let pending: Node[] | "all" = "all";
  const watch = watchPage(
    document,
    ({ dirty, moved }) => {
      if (moved) pending = "all";
      else if (pending !== "all") pending.push(...dirty);
      // A document that is still being parsed is looked at when it is there.
      if (document.readyState !== "loading") pace.request();
    },
    signal,
  );
  const pace = createPace(() => {
    const dirty = pending;
    pending = [];
    write(() => look(dirty));
  }, signal);

  /** Works on the page. What goes wrong is told in the report and goes no further. */
  const write = (work: () => void): void => {
    watch.unwatched(() => {
      try {
        work();
        failure = null;
      } catch (error) {
        failure = { code: "page-failed", args: [String(error)] };
      }
      setState(document, state);
    });
    onChange();
  };

  const look = (dirty: readonly Node[] | "all"): void => {
    const before = new Map(judged.map((one) => [one.found, one]));
    scan = scanner.scan(dirty);
    const now = Date.now();
    judged = scan.listings
      .flatMap(({ results }) => results)
      .map((found) => before.get(found) ?? judgeResult(found, rules, now));
    const roots = new Set(judged.map(({ found }) => found.root));
    state = judged.length > 0 ? "ready" : "empty";
    painting.forget([...before.keys()].map(({ root }) => root).filter((root) => !roots.has(root)));
    painting.show(judged.filter(({ found }) => !before.has(found)));
  };

  const start = (): void => {
    if (!signal.aborted) pace.request();
  };
  // Until the document is parsed, a listing would be judged by its first half.
  if (document.readyState === "loading") {
    watch.unwatched(() => setState(document, state));
    document.addEventListener("DOMContentLoaded", start, { once: true, signal });
  } else {
    start();
  }
  signal.addEventListener("abort", () => painting.clear(), { once: true });

  return {
    applySettings: (changed) => {
      write(() => {
        rules = compileRules(changed);
        painting.applySettings(changed);
        if (JSON.stringify(changed.recipes) !== JSON.stringify(recipes)) {
          recipes = changed.recipes;
          scanner = scannerFor(document, changed);
          look("all");
        }
        const now = Date.now();
        judged = judged.map(({ found }) => judgeResult(found, rules, now));
        painting.show(judged);
      });
    },
    showHidden: (show) => {
      showingHidden = show;
      write(() => painting.showHidden(show));
    },
    walkHits: (direction, list) => {
      let place: HitPlace | null = null;
      watch.unwatched(() => {
        place = walk.step(direction, list);
      });
      return place;
    },
    report: () =>
      pageReport({
        state,
        host: document.location.hostname,
        recognition: scan.listings[0]?.recognition ?? null,
        judged,
        showingHidden,
        problems: failure === null ? scan.problems : [...scan.problems, failure],
      }),
  };
}
