import { visibilityOf } from "@/deciding/precedence.ts";
import { nearTo } from "@/detection/changed-nodes.ts";
import { askBackground } from "@/messaging/messenger.ts";
import type { Filter } from "@/model/filter.ts";
import type { PagePart } from "@/model/page-part.ts";
import type { Problem } from "@/model/problem.ts";
import type { HitPlace, PageReport, PageState, WantedOrder } from "@/model/report.ts";
import type { Settings } from "@/model/settings.ts";
import { atOnce } from "@/model/steps.ts";
import type { Steps } from "@/model/steps.ts";
import { setState } from "@/painting/set-state.ts";
import type { PageRules } from "@/rulesets/page-rules.ts";

import { awaitRules } from "./awaited-rules.ts";
import { bringsMany } from "./brings-many.ts";
import { expectResults } from "./expected-results.ts";
import type { HitWalk } from "./hit-walk.ts";
import { createLateResults } from "./late-results.ts";
import { missingParts } from "./missing-parts.ts";
import { noticeText } from "./notice-text.ts";
import { offeredHitWalk } from "./offered-hit-walk.ts";
import { createPace } from "./pace.ts";
import { arriveAt } from "./page-arrival.ts";
import { createPageOrder } from "./page-order.ts";
import { createPagePainting } from "./page-painting.ts";
import { createPageParts } from "./page-parts.ts";
import { pageFigures, pageReport } from "./page-report.ts";
import type { JudgedResult, PageFigures, ReportSource } from "./page-report.ts";
import { createPageResults } from "./page-results.ts";
import { recipesOf, scannerFor } from "./page-scanner.ts";
import { createResultButtons } from "./result-buttons.ts";
import { createReturningResults } from "./returning-results.ts";
import { createRuleMaker, triedProblems } from "./rules.ts";
import { runInSlices } from "./run-in-slices.ts";
import { searchProblems } from "./search-problems.ts";
import { soon } from "./soon.ts";
import { watchPage } from "./watch-page.ts";

/** Winnow at work on one page, from when it is switched on there until it is switched off. */
export interface PageSession {
  /** Judges what is known by other settings; the page is looked at again only for other recipes. */
  readonly applySettings: (settings: Settings) => void;
  readonly showHidden: (show: boolean) => void;
  /** Hides for now what meets any of these conditions; settled once the results were judged by them. */
  readonly tryConditions: (conditions: readonly string[]) => Promise<void>;
  /** Puts the results into an order, or back into the page's own; settled once that was done or given up. */
  readonly sortResults: (order: WantedOrder) => Promise<void>;
  /** Shows a result, by its id, until the page goes, and scrolls to it. */
  readonly revealResult: (id: string) => void;
  /** Goes to the next hit or the one before, as {@link HitWalk} does. */
  readonly walkHits: (...step: Parameters<HitWalk["step"]>) => Promise<HitPlace | null>;
  /** Has the figures of the results read where they were not; settled once they are in the report. */
  readonly readFigures: () => Promise<void>;
  readonly report: () => PageReport;
  readonly figures: () => PageFigures;
  /** The results that were judged, in the page's order. */
  readonly judged: () => readonly JudgedResult[];
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

const takesAway = ({ enabled, action }: Filter): boolean => enabled && (visibilityOf[action] ?? "show") !== "show";

/** What lifts results by the user's own filters. */
const liftingOf = ({ filters }: Settings): string =>
  JSON.stringify(filters.filter(({ enabled, action }) => enabled && (action === "raise" || action === "lower")));

const loadPart = (part: PagePart): Promise<void> => askBackground("loadPart", part);

export function createPageSession({
  document,
  settings,
  pageRules,
  signal,
  onChange,
}: PageSessionOptions): PageSession {
  let current = settings;
  let recipes = settings.recipes;
  let usedRecipes = recipesOf(settings);
  let makeRules = createRuleMaker(pageRules);
  let tried: readonly string[] = [];
  let rules = makeRules(settings, tried, null);
  let state: PageState = "scanning";
  let showingHidden = false;
  let failure: Problem | null = null;
  /** What the page changed that was not looked at yet. */
  let pending: Node[] | "all" = "all";
  /** The elements in and around results by which the page may show other things than were read. */
  let restyled = new Set<Node>();
  let nearest = nearTo(() => []);
  /** Whether the page is to be looked at, and whether results were judged by other rules than the present ones. */
  let unseen = false;
  let stale = false;
  /** Whether everything is to be looked for once more, because the page changed in the midst of it. */
  let isLookedAtAgain = false;
  let working = false;
  /** Whether many results may wait for a look, and whether the look under way is for many: what is known is not all. */
  let manyWait = false;
  let manyAreLookedAt = false;

  const mayTakeAway = (): boolean =>
    pageRules.haveHosts() || current.filters.some(takesAway) || pageRules.unbound().some(takesAway);
  const arrival = arriveAt(document, usedRecipes, mayTakeAway(), signal);
  const order = createPageOrder(
    () => loadPart("arranger"),
    () => {
      if (signal.aborted) return;
      write(arrange);
      showButtons();
    },
    () => {
      pending = "all";
      pace.request();
    },
  );
  const followHosts = (hosts: readonly Element[]): void => watch.followHosts(hosts);
  let scanner = scannerFor(document, settings, order.compare, followHosts);
  const painting = createPagePainting(
    document,
    settings,
    loadPart,
    // Results that a look under way has read already would be missed by painting only those known from before.
    () => judgeAnew(),
    () => showHidden(!showingHidden),
  );
  /** What comes when the page is there; before, the arrival sees to it. */
  const late = createLateResults({
    expected: expectResults(() => usedRecipes, document),
    roots: () => judged().keys(),
  });
  const returning = createReturningResults(() => judged());
  const takeAdded = (added: readonly Element[]): void => {
    // Nothing is to be seen before it is judged where results may be taken away or moved.
    if (arrival.isLoading() || arrival.isCovered() || !(order.isArranged() || mayTakeAway())) return;
    const { by, left } = returning.take(added);
    if (by.size + left.length > 0) {
      write(() => {
        painting.forget(left);
        painting.showAgain(by);
        order.arrangeAgain(listings);
      });
    }
    late.take(added);
  };
  const isCovered = (): boolean => arrival.isCovered() || late.isOn();
  const lookWhileLoading = (): void => {
    const how = arrival.look();
    if (how === "with pauses") pace.request(late.isOn());
    if (how !== "at once") return;
    unseen = true;
    startWork();
  };
  const watch = watchPage(
    document,
    ({ dirty, restyled: changed, moved, spoilt, added }) => {
      const near = changed.map(nearest).filter((node) => node !== null);
      const unchanged = dirty.length === 0 && near.length === 0 && !moved;
      // Copies are of what is there, and a page that arrives would be searched bit by bit.
      const copies = judged().size === 0 || arrival.isLoading() ? [] : added;
      if (spoilt.length > 0 || copies.length > 0) {
        write(() => {
          painting.repair(spoilt, copies);
          if (unchanged) painting.settle();
        });
      }
      if (unchanged) return;
      late.willBeLookedAt();
      for (const element of near) restyled.add(element);
      if (moved) pending = "all";
      else if (pending !== "all") pending.push(...dirty);
      manyWait ||= bringsMany(added);
      lookWhileLoading();
      if (manyWait) write(() => undefined);
    },
    signal,
    arrival.whenLookedAt,
    takeAdded,
  );
  const results = createPageResults({
    scanner: () => scanner,
    rules: () => rules,
    changeCount: watch.changeCount,
    isEarly: ({ root, result: { host } }) =>
      !arrival.isThere(root) || ((arrival.isCovered() || late.holds(root)) && awaitedRules.mayCome(host)),
    follow: ({ root, parts: further, claimed }) => {
      for (const element of [root, ...further]) watch.guard(element);
      for (const element of [root, ...further, ...claimed]) watch.follow(element);
    },
  });
  const { judged } = results;
  const all = (): readonly JudgedResult[] => [...judged().values()];
  let walk: HitWalk | null = null;
  const walkOf = async (): Promise<HitWalk | null> => {
    if (offeredHitWalk() === null) await loadPart("hit-walk");
    walk ??= offeredHitWalk()?.({ judged: all, setCurrent: painting.setCurrent }) ?? null;
    return walk;
  };

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
      // The report keeps telling what is known, so that neither popup nor badge flickers.
      setState(document, manyWait || manyAreLookedAt ? "scanning" : state);
    });
  };

  const parts = createPageParts({
    missing: (figuresAsked) =>
      missingParts(current, [...pageRules.unbound(), ...pageRules.bound()], tried, figuresAsked),
    load: loadPart,
    onBrought: (brought) => {
      // Lists and filters that could not be read without are read anew.
      const readAnew = brought.some((part) => part !== "facet-reader" && part !== "result-lines");
      if (readAnew) makeRules = createRuleMaker(pageRules);
      renewRules(readAnew);
    },
    onDetector: () => {
      pending = "all";
      unseen = true;
      startWork();
    },
    signal,
  });
  const awaitedRules = awaitRules(
    pageRules,
    () => {
      void parts.bring();
      // Results that waited for their rules are seen at another look.
      unseen ||= isCovered();
      renewRules();
    },
    signal,
  );
  /** Makes the rules of what they are made of now, and judges by them. */
  const renewRules = (fromNothing = false): void => {
    write(() => {
      rules = makeRules(current, tried, fromNothing ? null : rules);
    });
    judgeAnew();
  };
  const judgeAnew = (): void => {
    stale = true;
    startWork();
  };

  const buttons = createResultButtons({
    document,
    judged,
    order,
    write,
    load: () => loadPart("result-buttons"),
    signal,
  });
  const showButtons = (): void => {
    const known = results.lastScan()?.recognitions.some(({ by }) => by === "recipe") === true;
    const { resultButtons } = current;
    buttons.set(judged().size > 0 && (resultButtons === "everywhere" || (resultButtons === "known" && known)));
    buttons.changed();
  };

  /** A page is ready once its results were judged by all that the settings ask for. */
  const settleState = (): void => {
    if (arrival.isLoading() || parts.areAwaited() || awaitedRules.areAwaited()) return;
    state = judged().size > 0 ? "ready" : "empty";
    manyAreLookedAt = false;
  };

  function* look(fresh: JudgedResult[]): Steps<void> {
    const isTakenBack = order.beforeLook();
    late.isLookedAt();
    const unconfirmed = returning.isLookedAt();
    const dirty = pending;
    const around = [...restyled];
    pending = [];
    restyled = new Set();
    manyAreLookedAt ||= manyWait;
    manyWait = false;
    const steps = results.look(dirty, around, fresh);
    // While the results stand in the page's own order, nothing is painted.
    const { gone, hosts, wasDisturbed } = isTakenBack ? atOnce(steps) : yield* steps;
    if (isTakenBack) void arrange();
    // The change itself has a look follow. On a page that never stops changing, every other one will have to do.
    isLookedAtAgain = wasDisturbed && !isLookedAtAgain;
    if (isLookedAtAgain) pending = "all";
    nearest = nearTo(() => all().flatMap(({ found }) => [found.root, ...found.parts]));
    painting.forget([...gone, ...unconfirmed()]);
    if (results.lastScan()?.lacksDetector === true) parts.bringDetector();
    // Results that were too early for their rules are judged at the next look.
    if (awaitedRules.ask(hosts) && isCovered()) unseen = true;
    // Judging by other rules than those of the look may still be to come.
    if (!unseen && !stale) settleState();
  }
  function* work(fresh: JudgedResult[]): Steps<void> {
    while (unseen || stale) {
      if (unseen) {
        unseen = false;
        yield* look(fresh);
      } else {
        stale = false;
        yield* results.judgeAgain(fresh);
      }
    }
  }

  const listings = (): readonly (readonly JudgedResult[])[] => results.listings().map(returning.present);
  const arrange = (): Promise<void> => order.arrange(listings());

  /** Whether the page says that all its results are hidden. */
  let isNoticeUp = false;
  /**
   * Says so where nothing is left to see; while they are shown, also where some are hidden no more: it hides the rest.
   */
  const drawNotice = (): void => {
    const known = arrival.isLoading() ? [] : all();
    const hidden = known.filter(({ verdict: { visibility } }) => visibility === "hide");
    const areAll = hidden.length === known.length;
    const isEmpty = areAll && hidden.every(({ found: { root } }) => !painting.isOpen(root));
    isNoticeUp = hidden.length > 0 && (isEmpty || (isNoticeUp && showingHidden));
    painting.setNotice(
      isNoticeUp
        ? { roots: known.map(({ found }) => found.root), text: noticeText(hidden, areAll), open: showingHidden }
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
      const isJudged = !parts.areAwaited() && !awaitedRules.areAwaited();
      if (arrival.isCovered() && !arrival.isLoading() && isJudged) write(arrival.uncover);
      // Also where the first look failed: the report says how.
      settleState();
      write(() => {
        painting.settle();
        void arrange();
        drawNotice();
        if (isJudged && !isLookedAtAgain) late.uncover();
        late.remember();
      });
      rested?.(cost);
      rested = null;
      for (const resolve of waiting.splice(0)) resolve();
      showButtons();
      onChange();
    };
    runInSlices(work(fresh), slice, end, signal);
  };
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      if (working) waiting.push(resolve);
      else resolve();
    });

  if (arrival.isLoading()) {
    write(() => undefined);
    const isDue = arrival.look() !== "not";
    const request = (): void => pace.request();
    // The parser's last task need not be longer for a page that is looked at in many slices anyway.
    document.addEventListener("DOMContentLoaded", () => (isDue ? request() : soon(request)), { once: true, signal });
  }
  lookWhileLoading();
  void parts.bring();
  signal.addEventListener(
    "abort",
    () => {
      arrival.uncover();
      late.clear();
      painting.clear();
      order.clear();
    },
    { once: true },
  );

  const source = (): ReportSource => ({
    state,
    host: document.location.hostname,
    recognition: results.lastScan()?.recognitions[0] ?? null,
    judged: all(),
    isOpen: (root) => painting.isOpen(root),
    showingHidden,
    sortedBy: order.sortedBy(),
    reordered: order.isArranged(),
    tried,
    problems: [
      ...(results.lastScan()?.problems() ?? []),
      ...triedProblems(rules),
      ...searchProblems(rules),
      ...order.problems(),
      ...(failure === null ? [] : [failure]),
    ],
  });

  return {
    applySettings: (changed) => {
      const before = current;
      current = changed;
      write(() => painting.applySettings(changed));
      void parts.bring();
      if (JSON.stringify(changed.recipes) !== JSON.stringify(recipes)) {
        recipes = changed.recipes;
        usedRecipes = recipesOf(changed);
        scanner = scannerFor(document, changed, order.compare, followHosts);
        pending = "all";
        unseen = true;
      }
      awaitedRules.ask(all().flatMap(({ found }) => found.result.host ?? []));
      if (liftingOf(changed) !== liftingOf(before)) order.allowLifts();
      renewRules();
    },
    showHidden,
    tryConditions: async (conditions) => {
      tried = conditions;
      await parts.bring();
      renewRules();
      await settled();
    },
    readFigures: () => parts.bringFigures(),
    sortResults: async (wanted) => {
      if (wanted !== null && wanted !== "filters" && wanted.by !== "hits") await parts.bringFigures();
      order.sortBy(wanted);
      const settling: Promise<void>[] = [];
      write(() => settling.push(arrange()));
      await Promise.all(settling);
      onChange();
    },
    revealResult: (id) => {
      const root = all().find(({ found }) => found.result.id === id)?.found.root;
      if (root === undefined) return;
      write(() => {
        painting.reveal(root);
        drawNotice();
        root.scrollIntoView({ block: "center", behavior: "instant" });
      });
      onChange();
    },
    walkHits: async (direction, list) => {
      const hits = await walkOf();
      let place: HitPlace | null = null;
      if (!signal.aborted) {
        write(() => {
          place = hits?.step(direction, list) ?? null;
        });
      }
      return place;
    },
    report: () => pageReport(source()),
    figures: () => pageFigures(source()),
    judged: all,
  };
}
