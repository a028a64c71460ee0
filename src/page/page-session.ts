import { visibilityOf } from "@/deciding/precedence.ts";
import { createScanner, type Scanner, type StepwiseScan } from "@/detection/scan-page.ts";
import { askBackground } from "@/messaging/messenger.ts";
import type { Filter } from "@/model/filter.ts";
import type { PagePart } from "@/model/page-part.ts";
import type { Problem } from "@/model/problem.ts";
import type { HitPlace, PageReport, PageState, SortOrder } from "@/model/report.ts";
import type { Settings } from "@/model/settings.ts";
import { coverResults } from "@/painting/cover-results.ts";
import { setState } from "@/painting/set-state.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";
import type { Recipe } from "@/recipes/recipe.ts";
import type { PageRules } from "@/rulesets/page-rules.ts";

import { expectedResults } from "./expected-results.ts";
import { hasArrived } from "./has-arrived.ts";
import { createHitWalk, type HitWalk } from "./hit-walk.ts";
import { judgeResult } from "./judge-result.ts";
import { missingParts } from "./missing-parts.ts";
import { noticeText } from "./notice-text.ts";
import { createPace } from "./pace.ts";
import { createPageOrder } from "./page-order.ts";
import { createPagePainting } from "./page-painting.ts";
import { pageFigures, pageReport } from "./page-report.ts";
import type { JudgedResult, PageFigures, ReportSource } from "./page-report.ts";
import { createResultButtons } from "./result-buttons.ts";
import { createRuleMaker, triedProblems } from "./rules.ts";
import { runInSlices } from "./run-in-slices.ts";
import { watchPage } from "./watch-page.ts";

/** Winnow at work on one page, from when it is switched on there until it is switched off. */
export interface PageSession {
  /** Judges what is known by other settings; the page is looked at again only for other recipes. */
  readonly applySettings: (settings: Settings) => void;
  readonly showHidden: (show: boolean) => void;
  /** Hides for now what meets any of these conditions; settled once the results were judged by them. */
  readonly tryConditions: (conditions: readonly string[]) => Promise<void>;
  /** Puts the results into an order, or back into the page's own; settled once that was done or given up. */
  readonly sortResults: (order: SortOrder | null) => Promise<void>;
  /** Shows a result, by its id, until the page goes, and scrolls to it. */
  readonly revealResult: (id: string) => void;
  readonly walkHits: HitWalk["step"];
  /** Has the figures of the results read where they were not; settled once they are in the report. */
  readonly readFigures: () => Promise<void>;
  readonly report: () => PageReport;
  readonly figures: () => PageFigures;
  /** What tells the results from others, in the page's order. */
  readonly resultIds: () => readonly string[];
}

/** What a session needs. */
export interface PageSessionOptions {
  readonly document: Document;
  readonly settings: Settings;
  /** The rules that were brought or subscribed to; they are judged by once they are there. */
  readonly pageRules: PageRules;
  /** Ends the session and leaves the page as it was. */
  readonly signal: AbortSignal;
  /** Called when the report may have changed. */
  readonly onChange: () => void;
}

/**
 * Milliseconds for which a page that arrives bit by bit is looked at before every frame. Engines are there by then; a
 * page that never ends is looked at with pauses after that.
 */
const arrival = 5000;

const recipesOf = ({ recipes }: Settings): readonly Recipe[] => [
  ...recipes.flatMap(({ enabled, data }) => (enabled ? (readRecipe(data).recipe ?? []) : [])),
  ...builtInRecipes,
];

const takesAway = ({ enabled, action }: Filter): boolean => enabled && (visibilityOf[action] ?? "show") !== "show";

const scannerFor = (
  document: Document,
  settings: Settings,
  compareOrder: (a: Element, b: Element) => number,
  takeHosts: (hosts: readonly Element[]) => void,
): Scanner =>
  createScanner({
    document,
    compareOrder,
    takeHosts,
    currentUrl: () => document.location.href,
    recipes: recipesOf(settings),
    useRecipes: true,
    now: Date.now,
    userAgent: /\bMobi/.test(navigator.userAgent) ? "mobile" : "desktop",
  });

export function createPageSession({
  document,
  settings,
  pageRules,
  signal,
  onChange,
}: PageSessionOptions): PageSession {
  let makeRules = createRuleMaker(pageRules);
  const order = createPageOrder(
    () => askBackground("loadPart", "arranger"),
    () => {
      if (!signal.aborted) write(arrange);
    },
    () => {
      pending = "all";
      pace.request();
    },
  );
  const followHosts = (hosts: readonly Element[]): void => watch.followHosts(hosts);
  let scanner = scannerFor(document, settings, order.compare, followHosts);
  let current = settings;
  let recipes = settings.recipes;
  const painting = createPagePainting(
    document,
    settings,
    (part) => askBackground("loadPart", part),
    () => {
      // Results that a look under way has read already would be missed by painting only those known from before.
      stale = true;
      startWork();
    },
    () => showHidden(!showingHidden),
  );
  const walk = createHitWalk({ judged: () => [...judged.values()], setCurrent: painting.setCurrent });
  let tried: readonly string[] = [];
  let figuresAsked = false;
  let rules = makeRules(settings, tried, null);
  let scan: StepwiseScan | null = null;
  /** What is known of the page's results, in the page's order. */
  let judged = new Map<Element, JudgedResult>();
  /** The listing that each result belongs to. */
  const listingOf = new WeakMap<Element, number>();
  let state: PageState = "scanning";
  let showingHidden = false;
  let failure: Problem | null = null;
  /** What the page changed that was not looked at yet. */
  let pending: Node[] | "all" = "all";
  /** Whether the page is to be looked at, and whether results were judged by other rules than the present ones. */
  let unseen = false;
  let stale = false;
  let working = false;

  const isLoading = (): boolean => document.readyState === "loading";
  /** Where results will be on a page that still loads, if that is known. */
  const expected = isLoading() ? expectedResults(recipesOf(settings), document.location.href) : [];
  const arrivesUntil = performance.now() + arrival;
  let uncover =
    expected.length > 0 && [...settings.filters, ...pageRules.unbound()].some(takesAway)
      ? coverResults(document, expected)
      : null;
  /** Without knowing where the results are, a listing that is still being parsed would be judged by its first half. */
  const lookWhileLoading = (): void => {
    if (expected.length === 0) return;
    if (performance.now() > arrivesUntil) {
      pace.request();
    } else {
      unseen = true;
      startWork();
    }
  };

  const watch = watchPage(
    document,
    ({ dirty, moved }) => {
      if (moved) pending = "all";
      else if (pending !== "all") pending.push(...dirty);
      if (isLoading()) lookWhileLoading();
      else pace.request();
    },
    signal,
  );
  let rested: ((cost: number) => void) | null = null;
  /** Those who wait until there is nothing left to do. */
  const waiting: (() => void)[] = [];
  const pace = createPace((done) => {
    rested = done;
    unseen = true;
    startWork();
  }, signal);

  /** Writes to the page. What goes wrong is told in the report and goes no further. */
  const write = (paint: () => unknown): void => {
    watch.unwatched(() => {
      try {
        paint();
      } catch (error) {
        failure = { code: "page-failed", args: [String(error)] };
      }
      setState(document, state);
    });
  };

  const buttons = createResultButtons({
    document,
    judged: () => judged,
    write,
    load: () => askBackground("loadPart", "result-buttons"),
    signal,
  });
  const showButtons = (): void => {
    const known = scan?.recognitions.some(({ by }) => by === "recipe") === true;
    const { resultButtons } = current;
    buttons.set(judged.size > 0 && (resultButtons === "everywhere" || (resultButtons === "known" && known)));
    buttons.changed();
  };

  /** Parts that filters need and that are on their way. */
  let awaited = 0;
  /** A page is ready once its results were judged by all that the settings ask for. */
  const settleState = (): void => {
    if (!isLoading() && awaited === 0) state = judged.size > 0 ? "ready" : "empty";
  };

  /** Looks at what changed on the page and judges what is new there. */
  function* look(fresh: JudgedResult[]): Iterator<void> & Iterable<void> {
    const before = judged;
    const now = new Map<Element, JudgedResult>();
    order.beforeLook();
    scan = scanner.scanStepwise(pending);
    pending = [];
    for (const { listing, found } of scan.results) {
      // What is still on its way may yet say what takes it away.
      if (isLoading() && !hasArrived(found.root)) continue;
      listingOf.set(found.root, listing);
      const known = before.get(found.root);
      const one = known?.found === found ? known : judgeResult(found, rules, Date.now());
      now.set(found.root, one);
      if (one !== known) {
        fresh.push(one);
        for (const element of [found.root, ...found.parts, ...found.claimed]) watch.follow(element);
      }
      yield;
    }
    painting.forget([...before.keys()].filter((root) => !now.has(root)));
    judged = now;
    settleState();
    askForRules();
  }

  const useBroughtRules = (): void => {
    void fetchParts();
    if (signal.aborted) return;
    write(() => {
      rules = makeRules(current, tried, rules);
    });
    stale = true;
    startWork();
  };
  /** Has the rules brought that may hold for results here, and judges by them once they are there. */
  const askForRules = (): void => {
    const hosts = [...judged.values()].flatMap(({ found }) => found.result.host ?? []);
    // Storage fails where the extension was reloaded or removed under this page: nothing is left to judge by then.
    pageRules.need(hosts)?.then(useBroughtRules, () => undefined);
  };

  /** Judges what is known by the present rules. */
  function* judgeAgain(fresh: JudgedResult[]): Iterator<void> & Iterable<void> {
    stale = false;
    const by = rules;
    for (const { found } of judged.values()) {
      // Rules that changed on the way make all of it stale again.
      if (by !== rules) return;
      const one = judgeResult(found, by, Date.now(), judged.get(found.root));
      judged.set(found.root, one);
      fresh.push(one);
      yield;
    }
  }

  function* work(fresh: JudgedResult[]): Iterator<void> {
    while (unseen || stale) {
      if (unseen) {
        unseen = false;
        yield* look(fresh);
      } else {
        yield* judgeAgain(fresh);
      }
    }
  }

  const arrange = (): Promise<void> =>
    order.arrange([...Map.groupBy(judged.values(), ({ found }) => listingOf.get(found.root)).values()]);

  /** Says so where nothing is left to see. */
  const drawNotice = (): void => {
    const all = [...judged.values()];
    const allHidden =
      !isLoading() &&
      all.every(({ found: { root }, verdict: { visibility } }) => visibility === "hide" && !painting.isOpen(root));
    painting.setNotice(
      all.length > 0 && allHidden
        ? { roots: all.map(({ found }) => found.root), text: noticeText(all), open: showingHidden }
        : null,
    );
  };
  const showHidden = (show: boolean): void => {
    showingHidden = show;
    write(() => {
      painting.showHidden(show);
      drawNotice();
    });
    onChange();
  };

  /** Starts on what there is to do, unless that is under way; what the first slice gets done is done on return. */
  const startWork = (): void => {
    if (working) return;
    working = true;
    failure = null;
    const fresh: JudgedResult[] = [];
    const slice = (steps: () => void): void =>
      write(() => {
        steps();
        painting.show(fresh.splice(0));
      });
    const end = (cost: number): void => {
      working = false;
      if (uncover !== null && !isLoading() && missing().length === 0) {
        write(uncover);
        uncover = null;
      }
      // Also where the first look failed: the report says how.
      settleState();
      write(() => {
        void arrange();
        drawNotice();
      });
      rested?.(cost);
      rested = null;
      for (const resolve of waiting.splice(0)) resolve();
      showButtons();
      onChange();
    };
    runInSlices(work(fresh), slice, end, signal);
  };

  if (document.readyState === "loading") {
    write(() => undefined);
    document.addEventListener("DOMContentLoaded", pace.request, { once: true, signal });
    lookWhileLoading();
  } else {
    pace.request();
  }
  signal.addEventListener(
    "abort",
    () => {
      uncover?.();
      painting.clear();
      order.clear();
    },
    { once: true },
  );

  const missing = (): readonly PagePart[] =>
    missingParts(current, [...pageRules.unbound(), ...pageRules.bound()], tried, figuresAsked);
  /** Brings what some lists and filters need, and judges by them again once it is there. */
  const fetchParts = async (): Promise<void> => {
    const wanted = missing();
    if (wanted.length === 0) return;
    awaited++;
    // What cannot be brought is done without.
    await Promise.allSettled(wanted.map((part) => askBackground("loadPart", part)));
    awaited--;
    if (signal.aborted) return;
    const brought = wanted.filter((part) => !missing().includes(part));
    // Lists that could not be read without are read anew.
    const readAnew = brought.some((part) => part !== "facet-reader");
    if (readAnew) makeRules = createRuleMaker(pageRules);
    write(() => {
      rules = makeRules(current, tried, readAnew ? null : rules);
    });
    stale = true;
    startWork();
  };
  void fetchParts();

  const readFigures = async (): Promise<void> => {
    figuresAsked = true;
    await fetchParts();
  };

  const reportSource = (): ReportSource => ({
    state,
    host: document.location.hostname,
    recognition: scan?.recognitions[0] ?? null,
    judged: [...judged.values()],
    isOpen: (root) => painting.isOpen(root),
    showingHidden,
    sortedBy: order.sortedBy(),
    reordered: order.isArranged(),
    tried,
    problems: [
      ...(scan?.problems() ?? []),
      ...triedProblems(rules),
      ...order.problems(),
      ...(failure === null ? [] : [failure]),
    ],
  });

  return {
    applySettings: (changed) => {
      const before = current;
      current = changed;
      write(() => {
        rules = makeRules(changed, tried, rules);
        painting.applySettings(changed);
      });
      void fetchParts();
      if (JSON.stringify(changed.recipes) !== JSON.stringify(recipes)) {
        recipes = changed.recipes;
        scanner = scannerFor(document, changed, order.compare, followHosts);
        pending = "all";
        unseen = true;
      }
      askForRules();
      if (JSON.stringify(changed.filters) !== JSON.stringify(before.filters)) order.allowLifts();
      stale = true;
      startWork();
    },
    showHidden,
    tryConditions: async (conditions) => {
      tried = conditions;
      await fetchParts();
      write(() => {
        rules = makeRules(current, tried, rules);
      });
      stale = true;
      startWork();
      await new Promise<void>((resolve) => {
        if (working) waiting.push(resolve);
        else resolve();
      });
    },
    readFigures,
    sortResults: async (wanted) => {
      if (wanted !== null && wanted.by !== "hits") await readFigures();
      order.sortBy(wanted);
      const settling: Promise<void>[] = [];
      write(() => settling.push(arrange()));
      await Promise.all(settling);
      onChange();
    },
    revealResult: (id) => {
      const root = [...judged.values()].find(({ found }) => found.result.id === id)?.found.root;
      if (root === undefined) return;
      write(() => {
        painting.reveal(root);
        drawNotice();
        root.scrollIntoView({ block: "center", behavior: "instant" });
      });
      onChange();
    },
    walkHits: (direction, list) => {
      let place: HitPlace | null = null;
      write(() => {
        place = walk.step(direction, list);
      });
      return place;
    },
    report: () => pageReport(reportSource()),
    figures: () => pageFigures(reportSource()),
    resultIds: () => Array.from(judged.values(), ({ found }) => found.result.id),
  };
}
