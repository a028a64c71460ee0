import { browserStorage } from "@/browser/storage-areas.ts";
import { announce, answerPageMessages } from "@/messaging/messenger.ts";
import type { Filter } from "@/model/filter.ts";
import type { Problem } from "@/model/problem.ts";
import type { PageReport } from "@/model/report.ts";
import { coverResults } from "@/painting/cover-results.ts";
import { setState } from "@/painting/set-state.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";
import { compileMatchPattern } from "@/recipes/match-pattern.ts";
import { createPageRules } from "@/rulesets/page-rules.ts";
import { runsOn } from "@/settings/paused-sites.ts";
import { createSettingsReader } from "@/settings/settings-reader.ts";
import type { LoadedSettings } from "@/settings/settings-reader.ts";

import { expectedResults } from "./expected-results.ts";
import { createHidingCount } from "./hiding-count.ts";
import { pageFigures, pageReport, reportSummary, switchedOff } from "./page-report.ts";
import type { PageFigures } from "./page-report.ts";
import { createPageSession } from "./page-session.ts";
import type { PageSession } from "./page-session.ts";

/** Under this name a page remembers that Winnow runs in it: a script may be injected more than once. */
const startedKey = Symbol.for("winnow.started");

/**
 * Runs Winnow in a page, wherever and whenever its switches are on, until the signal is aborted. Afterwards the page
 * is as it was. Nothing that goes wrong here reaches the page.
 */
export function startPage(document: Document, signal: AbortSignal): void {
  const here = globalThis as { [startedKey]?: boolean };
  if (here[startedKey] === true) return;
  here[startedKey] = true;

  const end = new AbortController();
  signal.addEventListener("abort", () => end.abort(), { once: true });
  end.signal.addEventListener("abort", () => delete here[startedKey], { once: true });

  const host = document.location.hostname;
  // Until the settings are read, nobody knows what is to be hidden of a page that has begun to arrive.
  const uncover =
    document.readyState === "loading"
      ? coverResults(document, expectedResults(builtInRecipes, document.location.href))
      : () => undefined;
  const { local } = browserStorage();
  const settingsReader = createSettingsReader(local);
  const pageRules = createPageRules(local, () => void (newest && take(newest).catch(() => undefined)), end.signal);
  let session: PageSession | null = null;
  let running = new AbortController();
  let problems: readonly Problem[] = [];

  let filters: readonly Filter[] = [];
  const hiding = createHidingCount(local, pageRules);

  /** The same with the problems that the page as a whole has. */
  const withProblems = <Figures extends PageFigures>(own: Figures): Figures => {
    const overreaching = own.state === "ready" ? hiding.problems(filters) : [];
    return { ...own, problems: [...problems, ...own.problems, ...overreaching] };
  };
  const report = (): PageReport => withProblems(session?.report() ?? pageReport({ ...switchedOff, host }));
  const figures = (): PageFigures => withProblems(session?.figures() ?? pageFigures({ ...switchedOff, host }));
  /** Counts this page as soon as all of it was judged. */
  const countHidden = async (): Promise<void> => {
    if (session !== null && (await hiding.count(session, filters, document.location.href))) tell();
  };
  let told = "";
  /** Telling wakes the background, so a page that changes without end is told of only where the figures changed. */
  const tell = (): void => {
    const now = figures();
    // Other results may be hidden, or for other reasons, and the figures be the same.
    const seen = session
      ?.judged()
      .map(({ found, verdict: { visibility, filters: applied } }) => [
        found.result.id,
        visibility,
        ...(visibility === "show" ? [] : applied.map(({ condition }) => condition)),
      ]);
    const key = JSON.stringify([now, seen]);
    if (key === told) return;
    told = key;
    announce("reportChanged", reportSummary(now));
  };

  const stop = (): void => {
    running.abort();
    session = null;
  };

  let newest: LoadedSettings | null = null;
  /** Applies settings together with what came from elsewhere for every page; of several at once the newest. */
  const take = async (loaded: LoadedSettings): Promise<void> => {
    newest = loaded;
    const { lists, recipes } = await pageRules.load(loaded.settings);
    if (loaded !== newest) return;
    const { settings } = loaded;
    apply({
      ...loaded,
      settings: { ...settings, lists: [...settings.lists, ...lists], recipes: [...settings.recipes, ...recipes] },
    });
  };

  const apply = (loaded: LoadedSettings): void => {
    if (end.signal.aborted) return;
    // A session has a cover of its own where it needs one.
    queueMicrotask(uncover);
    problems = loaded.problems;
    filters = loaded.settings.filters;
    if (!runsOn(loaded.settings, host)) {
      stop();
      setState(document, "off");
      tell();
    } else if (session === null) {
      running = new AbortController();
      const { signal: until } = running;
      session = createPageSession({
        document,
        settings: loaded.settings,
        pageRules,
        signal: until,
        onChange: () => {
          if (session === null) return;
          tell();
          // Storage fails where the extension was reloaded or removed under this page.
          void countHidden().catch(() => undefined);
        },
      });
      tell();
    } else {
      session.applySettings(loaded.settings);
    }
  };

  end.signal.addEventListener(
    "abort",
    () => {
      stop();
      uncover();
      setState(document, null);
    },
    { once: true },
  );
  answerPageMessages(
    {
      report: async () => {
        await session?.readFigures();
        return report();
      },
      showHidden: (show) => {
        session?.showHidden(show);
        return report();
      },
      tryConditions: async (conditions) => {
        await session?.tryConditions(conditions);
        return report();
      },
      sortResults: async (order) => {
        await session?.sortResults(order);
        return report();
      },
      revealResult: (result) => {
        session?.revealResult(result);
        return report();
      },
      walkHits: async (direction, list) => (await session?.walkHits(direction, list)) ?? null,
      stopUnlessAllowed: (patterns) => {
        const address = new URL(document.location.href);
        if (!patterns.some((pattern) => compileMatchPattern(pattern)?.(address))) end.abort();
      },
    },
    end.signal,
  );
  // Storage fails where the extension was reloaded or removed under this page.
  settingsReader.watch((loaded) => void take(loaded).catch(() => undefined), end.signal);
  // A page that was kept while another stood in its tab heard of no change, and the tab's badge is gone.
  globalThis.addEventListener(
    "pageshow",
    ({ persisted }) => {
      if (!persisted) return;
      told = "";
      pageRules.readAnew();
      void settingsReader
        .load()
        .then(take)
        .catch(() => undefined);
    },
    { signal: end.signal },
  );
  void settingsReader
    .load()
    .then(take)
    .catch(() => end.abort());
}
