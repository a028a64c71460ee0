import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";

import { headersOf, viewport } from "./browser-engine.ts";
import type { BrowserEngine, EngineTab, LaunchOptions, PressableKey, ServedPages } from "./browser-engine.ts";

/** What functions use that run in pages of the browser or of the extension. */
declare const chrome: {
  readonly permissions: {
    readonly request: (permissions: { origins: string[] }) => Promise<boolean>;
    readonly remove: (permissions: { origins: string[] }) => Promise<boolean>;
  };
  /** On `chrome://extensions` alone. */
  readonly developerPrivate: {
    readonly addHostPermission: (extension: string, pattern: string) => Promise<void>;
    readonly getExtensionsInfo: () => Promise<readonly { readonly id: string; readonly location: string }[]>;
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
    // Chromium on Linux takes the language of its interface from here.
    ...(options.headless ? { env: { ...process.env, LANGUAGE: "en_US" } } : {}),
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      "--disable-quic",
      "--no-first-run",
      `--load-extension=${options.extension}`,
      "--enable-unsafe-extension-debugging",
      ...(typeof options.network === "string"
        ? []
        : [`--proxy-server=http://127.0.0.1:${options.network.proxy}`, "--ignore-certificate-errors"]),
    ],
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
      const tab = await driveTab(
        context,
        extensionRoot,
        where === "tab" ? await context.newPage() : await newWindow(context),
      );
      if (where === "tab") await first.close();
      return tab;
    },
    serve: (pages) => {
      served = pages;
    },
    agreeToRequests: () => allowOnRequest(context, extensionRoot, "*://*/*"),
    grantHost: (pattern) => grantHost(context, extensionRoot, pattern),
    revokeHost: (pattern) =>
      onPage(context, `${extensionRoot}/icons/128.png`, (page) =>
        page.evaluate(async (origin) => {
          await chrome.permissions.remove({ origins: [origin] });
        }, pattern),
      ),
    killBackground: () =>
      onBrowser(context, async (send) => {
        const { targetInfos } = (await send("Target.getTargets", {})) as TargetList;
        const workers = targetInfos.filter(
          ({ type, url }) => type === "service_worker" && url.startsWith(extensionRoot),
        );
        await Promise.all(workers.map(({ targetId }) => send("Target.closeTarget", { targetId })));
      }),
    ended,
    close: () => context.close(),
  };
};

/**
 * The id of the extension that was named on the command line. Branded builds no longer take one from there: they load
 * it as their developer page would, but then forget at their end what it was permitted.
 */
const loadExtension = async (context: BrowserContext, path: string): Promise<string> => {
  const present = await onPage(context, "chrome://extensions", (page) =>
    page.evaluate(() => chrome.developerPrivate.getExtensionsInfo()),
  );
  const loaded = present.find(({ location }) => location === "UNPACKED");
  if (loaded) return loaded.id;
  return onBrowser(context, async (send) => {
    const { id } = (await send("Extensions.loadUnpacked", { path })) as { readonly id: string };
    return id;
  });
};

type Send = (method: string, params: object) => Promise<unknown>;

interface TargetList {
  readonly targetInfos: readonly { readonly targetId: string; readonly type: string; readonly url: string }[];
}

/** Does something by the protocol's commands to the browser as a whole, known to Playwright or not. */
const onBrowser = async <Result>(context: BrowserContext, action: (send: Send) => Promise<Result>): Promise<Result> => {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error("Chromium gave no access to itself.");
  try {
    return await action(session.send.bind(session) as Send);
  } finally {
    await session.detach();
  }
};

/** Does something on a page of its own, which is closed afterwards. */
const onPage = async <Result>(
  context: BrowserContext,
  address: string,
  action: (page: Page) => Promise<Result>,
): Promise<Result> => {
  const page = await context.newPage();
  try {
    await page.goto(address);
    return await action(page);
  } finally {
    await page.close();
  }
};

/** What was granted on `chrome://extensions` is given without asking once the extension requests it. */
const allowOnRequest = (context: BrowserContext, extensionRoot: string, pattern: string): Promise<void> =>
  onPage(context, "chrome://extensions", (page) =>
    page.evaluate(([extension, origin]) => chrome.developerPrivate.addHostPermission(extension, origin), [
      new URL(extensionRoot).host,
      pattern,
    ] as const),
  );

const grantHost = async (context: BrowserContext, extensionRoot: string, pattern: string): Promise<void> => {
  await allowOnRequest(context, extensionRoot, pattern);
  await onPage(context, `${extensionRoot}/icons/128.png`, async (page) => {
    const granted = await page.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), pattern);
    if (!granted) throw new Error(`Chromium did not grant ${pattern}.`);
  });
};

const newWindow = async (context: BrowserContext): Promise<Page> => {
  const opened = context.waitForEvent("page");
  await onBrowser(context, (send) => send("Target.createTarget", { url: "about:blank", newWindow: true }));
  return opened;
};

const combinations: Readonly<Partial<Record<PressableKey, string>>> = {
  SelectAll: "ControlOrMeta+a",
  BackTab: "Shift+Tab",
};

const driveTab = async (context: BrowserContext, extensionRoot: string, page: Page): Promise<EngineTab> => {
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
    evaluateInShadow: async (host, declaration) => {
      const { root } = await session.send("DOM.getDocument", { depth: 0 });
      const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: host });
      if (nodeId === 0) return null;
      const { node } = await session.send("DOM.describeNode", { nodeId, depth: 0, pierce: true });
      const [shadow] = node.shadowRoots ?? [];
      if (!shadow) return null;
      const { object } = await session.send("DOM.resolveNode", { backendNodeId: shadow.backendNodeId });
      const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
        functionDeclaration: `async function () { return (${declaration})(this); }`,
        ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
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
    moveTo: (x, y) => page.mouse.move(x, y),
    clickAt: async (x, y, held) => {
      if (held) await page.keyboard.down(held);
      await page.mouse.click(x, y);
      if (held) await page.keyboard.up(held);
    },
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    type: (text) => page.keyboard.type(text),
    press: async (key) => {
      try {
        await page.keyboard.press(combinations[key] ?? key);
      } catch (error) {
        // A key may close the page it is pressed in before it is let go.
        if (!page.isClosed()) throw error;
      }
    },
    screenshot: async (file) => {
      await page.screenshot({ path: file });
    },
    bringToFront: () => page.bringToFront(),
    pressToolbarButton: async () => {
      await page.bringToFront();
      await onBrowser(context, async (send) => {
        const { targetInfos } = (await send("Target.getTargets", { filter: [{ type: "tab" }] })) as TargetList;
        const targetId = targetInfos.find(({ url }) => url === page.url())?.targetId;
        await send("Extensions.triggerAction", { id: new URL(extensionRoot).host, targetId });
      });
    },
    close: () => page.close(),
  };
};
