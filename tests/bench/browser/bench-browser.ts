import type { BrowserName } from "../../support/find-browsers.ts";
import type { Figures, ProbeAnswer, ProbeCall, ProbeMessage } from "../probe/probe-calls.ts";
import type { OwnTask } from "./task-trace.ts";

/** What Chromium counts of a page since it was loaded. Times are milliseconds of the main thread's own time. */
export interface Counters {
  readonly layouts: number;
  readonly layoutTime: number;
  readonly styleTime: number;
  readonly scriptTime: number;
  /** Everything the main thread did. */
  readonly taskTime: number;
  readonly nodes: number;
}

/** What one piece of work took. */
export interface Measurement {
  /**
   * Milliseconds of JavaScript: in Chromium of the main thread's own time, which a busy machine does not stretch; in
   * other browsers by the clock.
   */
  readonly script: number;
  /** The same of style and layout, null where the browser does not count. */
  readonly layout: number | null;
  readonly layouts: number | null;
  readonly nodes: number | null;
  /** Milliseconds of `script` by the clock. */
  readonly clock: number;
  readonly figures: Figures;
}

/** A fresh page in a tab of its own. */
export interface BenchTab {
  /** Runs a function in the page's own world; arguments and result are JSON values. */
  readonly evaluate: <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => Promise<Result>;
  /** Null in browsers that do not count. */
  readonly count: () => Promise<Counters | null>;
  /**
   * Bytes that the page and all scripts on it hold once what nobody needs was collected, with what stands outside of
   * the engine's own heap, as typed arrays do; null in browsers that do not count.
   */
  readonly memory: () => Promise<number | null>;
  /** Samples where the time goes while something runs. */
  readonly profile: (run: () => Promise<unknown>) => Promise<readonly ProfiledFunction[]>;
  readonly close: () => Promise<void>;
}

/** The time spent in a function itself. */
export interface ProfiledFunction {
  readonly name: string;
  /** The address of its script, empty for what is the engine's own. */
  readonly script: string;
  /** From 0. */
  readonly line: number;
  readonly column: number;
  readonly milliseconds: number;
}

/** A page of the extension, watched from outside. */
export interface OwnPage {
  readonly evaluate: BenchTab["evaluate"];
  readonly waitFor: (selector: string) => Promise<void>;
  readonly click: (selector: string) => Promise<void>;
  /** Pastes what is on the clipboard into a field, with the keys. */
  readonly paste: (selector: string, text: string) => Promise<void>;
  readonly chooseFile: (selector: string, file: string) => Promise<void>;
  /** The longest task of the page while something runs, in milliseconds of its main thread's own time. */
  readonly longestTask: (run: () => Promise<unknown>) => Promise<number | null>;
  readonly close: () => Promise<void>;
}

/** A real browser with the build for measurements in it, whose pages are the generated ones. */
export interface BenchBrowser {
  readonly name: BrowserName;
  readonly version: string;
  /** Loads an address in a new tab and waits until the page has settled. */
  readonly openTab: (address: string) => Promise<BenchTab>;
  /** Stores settings where the extension has them. */
  readonly storeSettings: (settings: object) => Promise<void>;
  /** Stores any items beside them. */
  readonly storeItems: (items: Readonly<Record<string, unknown>>) => Promise<void>;
  /**
   * Opens a page of the extension, in which files are chosen and texts pasted as users do; null where nothing can be
   * traced.
   */
  readonly openOwnPage: (path: string) => Promise<OwnPage | null>;
  /** The tasks in which the product's content script ran meanwhile; null in browsers that cannot tell. */
  readonly traceOwnTasks: (run: () => Promise<unknown>) => Promise<readonly OwnTask[] | null>;
  readonly close: () => Promise<void>;
}

/** An expression that calls a function with JSON values. */
export const callText = (run: (...args: never) => unknown, args: readonly unknown[]): string =>
  `(${String(run)})(...${JSON.stringify(args)})`;

/** The pages' headers: with these the browsers' clocks tell microseconds. */
export const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Runs in the page: asks the content script and waits for its answer. */
const ask = (message: ProbeMessage): Promise<ProbeAnswer> =>
  new Promise((resolve) => {
    addEventListener("message", function listen({ data }: MessageEvent<unknown>) {
      if (typeof data !== "string" || !data.startsWith("answer:")) return;
      removeEventListener("message", listen);
      resolve(JSON.parse(data.slice("answer:".length)) as ProbeAnswer);
    });
    postMessage(`bench:${JSON.stringify(message)}`, "*");
  });

/** Runs in the page: waits until it is loaded, and then for as many frames as observers need to tell what they see. */
export const untilSettled = async (): Promise<void> => {
  while (document.readyState !== "complete") await new Promise((done) => setTimeout(done, 10));
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
};

/** Runs in the page: waits for the content script of measurements. */
const untilProbed = async (): Promise<void> => {
  while (document.documentElement.dataset["benchReady"] === undefined) {
    await new Promise((done) => setTimeout(done, 10));
  }
};

/**
 * Has the content script of measurements do something, once, and tells what it took, without what it takes to ask for
 * it: doing nothing is measured first.
 *
 * @throws with what it threw
 */
export const measure = async (tab: BenchTab, call: ProbeCall): Promise<Measurement> => {
  await tab.evaluate(untilProbed);
  await measureOnce(tab, { do: "nothing" });
  const nothing = await measureOnce(tab, { do: "nothing" });
  const measurement = await measureOnce(tab, call);
  return { ...measurement, script: Math.max(0, measurement.script - nothing.script) };
};

/** Samples where the time goes while the content script of measurements does something. @throws with what it threw */
export const profile = async (tab: BenchTab, call: ProbeCall): Promise<readonly ProfiledFunction[]> => {
  await tab.evaluate(untilProbed);
  let functions: readonly ProfiledFunction[] = [];
  await measureOnce(tab, call, async (run) => {
    functions = await tab.profile(run);
  });
  return functions;
};

/** @param watch runs the work, and may watch it */
const measureOnce = async (
  tab: BenchTab,
  call: ProbeCall,
  watch = async (run: () => Promise<void>): Promise<void> => run(),
): Promise<Measurement> => {
  const send = async (message: ProbeMessage): Promise<ProbeAnswer> => {
    const answer = await tab.evaluate(ask, message);
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  };
  await send({ step: "prepare", call });
  await tab.evaluate(untilSettled);
  const before = await tab.count();
  let ran: ProbeAnswer = { ready: true };
  await watch(async () => {
    ran = await send({ step: "run" });
    await tab.evaluate(untilSettled);
  });
  const after = await tab.count();
  const reported = await send({ step: "report" });
  const milliseconds = "milliseconds" in ran ? Number(ran.milliseconds) : null;
  if (milliseconds === null || !("figures" in reported)) throw new Error("The content script gave another answer.");
  const spent = (of: (counters: Counters) => number): number | null =>
    before && after ? of(after) - of(before) : null;
  return {
    script: spent(({ scriptTime }) => scriptTime) ?? milliseconds,
    layout: spent(({ styleTime, layoutTime }) => styleTime + layoutTime),
    layouts: spent(({ layouts }) => layouts),
    nodes: spent(({ nodes }) => nodes),
    clock: milliseconds,
    figures: reported.figures,
  };
};
