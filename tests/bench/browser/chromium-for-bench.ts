import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";
import type { BrowserContext, CDPSession } from "playwright-core";

import { viewport } from "../../support/browser-engine.ts";
import { provideBrowsers } from "../../support/find-browsers.ts";
import { callText, pageHeaders, untilSettled } from "./bench-browser.ts";
import type { BenchBrowser, BenchTab, Counters, OwnPage, ProfiledFunction } from "./bench-browser.ts";
import { traceLongestTask, traceOwnTasks } from "./task-trace.ts";

/**
 * Garbage is collected by the main thread, whose own time is what is measured: so that what a highlighter throws away
 * counts, on however many processors.
 */
const engineFlags = "--single-threaded-gc";

/** Milliseconds that a page of the extension is given for what it does, on a machine however busy. */
const longestWait = 120_000;

/** Microseconds between the samples of a profile. */
const samplingInterval = 100;

/** Starts Chromium with an extension; every page it loads comes from `pages`, by the path of its address. */
export const startChromium = async (extension: string, pages: (path: string) => string): Promise<BenchBrowser> => {
  const profile = mkdtempSync(join(tmpdir(), "winnow-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: provideBrowsers(["chromium"]).chromium,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: ["--disable-quic", "--no-first-run", `--js-flags=${engineFlags}`, `--load-extension=${extension}`],
  });
  await context.route(/^https?:/, (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ body: pages(new URL(route.request().url()).pathname), headers: pageHeaders })
      : route.abort(),
  );
  const [worker = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
  // A first tab stays, so that closing the others never ends the browser.
  const desk = context.pages()[0] ?? (await context.newPage());
  await desk.goto(new URL("/icons/128.png", worker.url()).href);
  const storeItems = async (items: Readonly<Record<string, unknown>>): Promise<void> => {
    const session = await context.newCDPSession(desk);
    await evaluateIn(
      session,
      callText((stored: object) => chrome.storage.local.set(stored), [items]),
    );
    await session.detach();
  };
  return {
    name: "chromium",
    version: context.browser()?.version() ?? "",
    openTab: (address) => openTab(context, address),
    storeSettings: (settings) => storeItems({ settings }),
    storeItems,
    openOwnPage: (path) => openOwnPage(context, new URL(path, worker.url()).href),
    traceOwnTasks: async (run) => {
      const session = await context.browser()?.newBrowserCDPSession();
      if (!session) return null;
      try {
        return await traceOwnTasks(session, run);
      } finally {
        await session.detach();
      }
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

declare const chrome: { readonly storage: { readonly local: { readonly set: (items: object) => Promise<void> } } };

const evaluateIn = async (session: CDPSession, expression: string): Promise<unknown> => {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
};

const openTab = async (context: BrowserContext, address: string): Promise<BenchTab> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(address, { waitUntil: "load" });
  const evaluate: BenchTab["evaluate"] = (run, ...args) => evaluateIn(session, callText(run, args)) as Promise<never>;
  await evaluate(untilSettled);
  return {
    evaluate,
    count: async () => countersOf((await session.send("Performance.getMetrics")).metrics),
    memory: async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
      return usedSize + embedderHeapUsedSize + backingStorageSize;
    },
    profile: async (run) => {
      await session.send("Profiler.enable");
      await session.send("Profiler.setSamplingInterval", { interval: samplingInterval });
      await session.send("Profiler.start");
      await run();
      return functionsOf((await session.send("Profiler.stop")).profile);
    },
    close: () => page.close(),
  };
};

const openOwnPage = async (context: BrowserContext, address: string): Promise<OwnPage> => {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(address, { waitUntil: "load" });
  return {
    evaluate: (run, ...args) => evaluateIn(session, callText(run, args)) as Promise<never>,
    waitFor: async (selector) => {
      await page.waitForSelector(selector, { timeout: longestWait });
    },
    click: (selector) => page.click(selector, { timeout: longestWait }),
    paste: async (selector, text) => {
      // Another page copies, so that it is not in the way of what is measured.
      const copying = await context.newPage();
      await copying.goto(new URL("/icons/128.png", address).href);
      await copying.evaluate((copied) => {
        const give = (event: ClipboardEvent): void => {
          event.clipboardData?.setData("text/plain", copied);
          event.preventDefault();
        };
        document.addEventListener("copy", give, { once: true });
        document.execCommand("copy");
      }, text);
      await copying.close();
      await page.bringToFront();
      await page.focus(selector);
      await page.keyboard.press("ControlOrMeta+v");
    },
    chooseFile: (selector, file) => page.setInputFiles(selector, file),
    longestTask: async (run) => {
      const browser = await context.browser()?.newBrowserCDPSession();
      if (!browser) return null;
      try {
        return await traceLongestTask(browser, run);
      } finally {
        await browser.detach();
      }
    },
    close: () => page.close(),
  };
};

const countersOf = (metrics: readonly { readonly name: string; readonly value: number }[]): Counters => {
  const values = new Map(metrics.map(({ name, value }) => [name, value]));
  const value = (name: string): number => values.get(name) ?? 0;
  const inMilliseconds = (name: string): number => value(name) * 1000;
  return {
    layouts: value("LayoutCount"),
    layoutTime: inMilliseconds("LayoutDuration"),
    styleTime: inMilliseconds("RecalcStyleDuration"),
    scriptTime: inMilliseconds("ScriptDuration"),
    taskTime: inMilliseconds("TaskDuration"),
    nodes: value("Nodes"),
  };
};

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const functionsOf = ({ nodes, samples = [], timeDeltas = [] }: CpuProfile): readonly ProfiledFunction[] => {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, ProfiledFunction>();
  for (const [index, sample] of samples.entries()) {
    const frame = frames.get(sample);
    if (!frame) continue;
    const { functionName: name, url: script, lineNumber: line, columnNumber: column } = frame;
    const key = `${script} ${line}:${column} ${name}`;
    // A sample's time is that until the next one.
    const milliseconds = (times.get(key)?.milliseconds ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000;
    times.set(key, { name, script, line, column, milliseconds });
  }
  return [...times.values()];
};
