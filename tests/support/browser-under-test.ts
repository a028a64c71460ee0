import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { browser as extensionApi } from "wxt/browser";

import type { BrowserEngine, EngineTab, LaunchOptions, ServedPages } from "./browser-engine.ts";
import { buildExtension, builtExtension } from "./build-extension.ts";
import type { BuildTarget } from "./build-extension.ts";
import { launchChromium } from "./chromium.ts";
import { provideBrowsers } from "./find-browsers.ts";
import type { BrowserName } from "./find-browsers.ts";
import { launchFirefox } from "./firefox.ts";
import { driveTab } from "./tab-under-test.ts";
import type { TabUnderTest } from "./tab-under-test.ts";
import { withDeadline } from "./with-deadline.ts";

/** The extension API as it stands on a page of the extension, in either browser. */
export type ExtensionApi = typeof extensionApi;

/** A real browser with the built extension in it. */
export interface BrowserUnderTest {
  readonly name: BrowserName;
  /** Replaces the pages that the browser gets instead of the network's, under any host name. */
  readonly serve: (pages: ServedPages) => void;
  /** Opens a tab in front and loads an address in it. */
  readonly open: (url: string) => Promise<TabUnderTest>;
  /** Opens a page of the extension in a window of its own, so that the tabs under test stay in view. */
  readonly openExtensionPage: (path: string) => Promise<TabUnderTest>;
  /** Opens the popup as it would stand over a tab. */
  readonly openPopup: (tab: TabUnderTest) => Promise<TabUnderTest>;
  /** Runs a function with the extension API on a page of the extension; arguments and result are JSON values. */
  readonly inExtension: <Args extends readonly unknown[], Result>(
    run: (api: ExtensionApi, ...args: Args) => Promise<Result>,
    ...args: Args
  ) => Promise<Result>;
  /** Closes the page that the API was used from; the next use opens another. */
  readonly putAwayDesk: () => Promise<void>;
  /** Closes what was opened with this interface. */
  readonly closeTabs: () => Promise<void>;
  /** From now on the extension gets what it asks the user for. */
  readonly agreeToRequests: () => Promise<void>;
  readonly grantHost: (pattern: string) => Promise<void>;
  readonly revokeHost: (pattern: string) => Promise<void>;
  /** Ends the extension's background in the middle of whatever it does; the next event starts it again. */
  readonly killBackground: () => Promise<void>;
  /** Ends the browser and starts it with the same profile; open tabs are gone, served pages stay. */
  readonly restart: () => Promise<void>;
  /** Settles when the browser has ended, by whatever hand. */
  readonly ended: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const targets: Readonly<Record<BrowserName, BuildTarget>> = { chromium: "chrome", firefox: "firefox" };
const launchers = { chromium: launchChromium, firefox: launchFirefox };

interface StartOptions {
  readonly headless?: boolean;
  readonly network?: LaunchOptions["network"];
  /** The folder of the profile; by default a new one that is removed in the end. */
  readonly profile?: string;
}

/** Builds the extension for a browser and gives its folder. */
export const buildFor = (name: BrowserName): Promise<string> => buildExtension(targets[name]);

/** Starts a browser with the build of the extension that is there, by default headless and without a network. */
export const startBrowser = async (name: BrowserName, start: StartOptions = {}): Promise<BrowserUnderTest> => {
  const profile = start.profile ?? mkdtempSync(join(tmpdir(), "winnow-profile-"));
  const options: LaunchOptions = {
    program: provideBrowsers([name])[name],
    extension: builtExtension(targets[name]),
    profile,
    headless: start.headless ?? true,
    network: start.network ?? "served",
  };
  let engine: BrowserEngine;
  let desk: EngineTab | null = null;
  let served: ServedPages = new Map();
  let opened: TabUnderTest[] = [];
  const launch = async (): Promise<void> => {
    engine = await launchers[name](options);
    engine.serve(served);
  };
  await launch();
  const putAwayDesk = async (): Promise<void> => {
    await desk?.close();
    desk = null;
  };

  const inExtension = async <Args extends readonly unknown[], Result>(
    run: (api: ExtensionApi, ...args: Args) => Promise<Result>,
    ...args: Args
  ): Promise<Result> => {
    if (desk === null) {
      // An image of the extension: a page with the extension API that runs nothing of its own.
      desk = await engine.openTab("window");
      await desk.goto(`${engine.extensionRoot}/icons/128.png`);
    }
    const call = `(${String(run)})(globalThis.browser ?? globalThis.chrome, ...${JSON.stringify(args)})`;
    return (await withDeadline(call, desk.evaluate(call))) as Result;
  };
  const tabIds = (): Promise<number[]> =>
    inExtension(async (api) => (await api.tabs.query({})).map(({ id }) => id ?? api.tabs.TAB_ID_NONE));
  const openIn = async (where: "tab" | "window", url: string): Promise<TabUnderTest> => {
    const before = await tabIds();
    const engineTab = await engine.openTab(where);
    const id = (await tabIds()).find((candidate) => !before.includes(candidate));
    if (id === undefined) throw new Error("The browser did not tell of the tab it opened.");
    const tab = driveTab(engineTab, id);
    opened.push(tab);
    await tab.goto(url);
    return tab;
  };
  return {
    name,
    serve: (pages) => {
      served = pages;
      engine.serve(pages);
    },
    open: (url) => openIn("tab", url),
    openExtensionPage: (path) => openIn("window", `${engine.extensionRoot}/${path}`),
    openPopup: (tab) => openIn("window", `${engine.extensionRoot}/popup.html?tab=${tab.id}`),
    inExtension,
    putAwayDesk,
    closeTabs: async () => {
      for (const tab of opened) await tab.close();
      opened = [];
    },
    agreeToRequests: () => engine.agreeToRequests(),
    grantHost: (pattern) => withDeadline(`permission for ${pattern}`, engine.grantHost(pattern)),
    revokeHost: (pattern) => engine.revokeHost(pattern),
    killBackground: () => withDeadline("end of the background", engine.killBackground()),
    restart: async () => {
      await engine.close();
      desk = null;
      opened = [];
      await launch();
    },
    ended: () => engine.ended,
    close: async () => {
      await engine.close();
      if (start.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
