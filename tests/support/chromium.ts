import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";

import { headersOf, viewport } from "./browser-engine.ts";
import type { BrowserEngine, EngineTab, LaunchOptions, ServedPages } from "./browser-engine.ts";

/** What functions use that run in pages of the browser or of the extension. */
declare const chrome: {
  readonly permissions: {
    readonly request: (permissions: { origins: string[] }) => Promise<boolean>;
    readonly remove: (permissions: { origins: string[] }) => Promise<boolean>;
  };
  /** On `chrome://extensions` alone. */
  readonly developerPrivate: {
    readonly addHostPermission: (extension: string, pattern: string) => Promise<void>;
  };
};

/** Launches Chromium, Chrome or Edge with the extension in it. */
export const launchChromium = async (options: LaunchOptions): Promise<BrowserEngine> => {
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.program,
    headless: options.headless,
    chromiumSandbox: !isRoot,
    viewport: options.headless ? viewport : null,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: ["--disable-quic", "--no-first-run", "--enable-unsafe-extension-debugging"],
  });
  let served: ServedPages = new Map();
  if (options.network === "served") {
    await context.route(/^https?:/, async (route) => {
      const page = served.get(route.request().url());
      if (page) await route.fulfill({ body: page.body, headers: headersOf(page) });
      else await route.abort();
    });
  }
  const id = await loadExtension(context, options.extension);
  const extensionRoot = `chrome-extension://${id}`;
  // The empty tab that the browser starts with goes when there is another in its window.
  const first = context.pages()[0] ?? (await context.newPage());
  const ended = new Promise<void>((resolve) => context.on("close", () => resolve()));
  return {
    extensionRoot,
    openTab: async (where) => {
      const tab = await driveTab(context, where === "tab" ? await context.newPage() : await newWindow(context));
      if (where === "tab") await first.close();
      return tab;
    },
    serve: (pages) => {
      served = pages;
    },
    grantHost: (pattern) => grantHost(context, extensionRoot, pattern),
    revokeHost: (pattern) =>
      onPage(context, `${extensionRoot}/icons/128.png`, (page) =>
        page.evaluate(async (origin) => {
          await chrome.permissions.remove({ origins: [origin] });
        }, pattern),
      ),
    ended,
    close: () => context.close(),
  };
};

/** Loads the unpacked extension as its developer page would; branded builds no longer take it from the command line. */
const loadExtension = async (context: BrowserContext, path: string): Promise<string> => {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error("Chromium gave no access to itself.");
  const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  const { id } = (await send("Extensions.loadUnpacked", { path })) as { readonly id: string };
  await session.detach();
  return id;
};

/** Does something on a page of its own, which is closed afterwards. */
const onPage = async (
  context: BrowserContext,
  address: string,
  action: (page: Page) => Promise<void>,
): Promise<void> => {
  const page = await context.newPage();
  try {
    await page.goto(address);
    await action(page);
  } finally {
    await page.close();
  }
};

/** What was granted on `chrome://extensions` is given without asking once the extension requests it. */
const grantHost = async (context: BrowserContext, extensionRoot: string, pattern: string): Promise<void> => {
  await onPage(context, "chrome://extensions", (page) =>
    page.evaluate(([extension, origin]) => chrome.developerPrivate.addHostPermission(extension, origin), [
      new URL(extensionRoot).host,
      pattern,
    ] as const),
  );
  await onPage(context, `${extensionRoot}/icons/128.png`, async (page) => {
    const granted = await page.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), pattern);
    if (!granted) throw new Error(`Chromium did not grant ${pattern}.`);
  });
};

const newWindow = async (context: BrowserContext): Promise<Page> => {
  const opened = context.waitForEvent("page");
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send("Target.createTarget", { url: "about:blank", newWindow: true });
  await session?.detach();
  return opened;
};

const keys = { Enter: "Enter", Escape: "Escape", Tab: "Tab", Delete: "Delete", SelectAll: "ControlOrMeta+a" };

const driveTab = async (context: BrowserContext, page: Page): Promise<EngineTab> => {
  // The protocol's own evaluation works under any content security policy.
  const session = await context.newCDPSession(page);
  return {
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    goto: async (url) => {
      await page.goto(url, { waitUntil: "load" });
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(keys[key]),
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
};
