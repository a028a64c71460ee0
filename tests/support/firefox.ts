import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { connectBidi } from "./bidi.ts";
import type { BidiConnection } from "./bidi.ts";
import { headersOf, viewport } from "./browser-engine.ts";
import type { BrowserEngine, EngineTab, LaunchOptions, Point, PressableKey, ServedPages } from "./browser-engine.ts";
import { withDeadline } from "./with-deadline.ts";

/** A fixed host for the extension's pages, which Firefox otherwise draws by lot for each profile. */
const extensionHost = "6f3a6a4e-52f5-4f0e-9a5e-2a1f8f0f7c11";

/** Launches Firefox with the extension in it, as a temporary add-on, and drives it by WebDriver BiDi. */
export const launchFirefox = async (options: LaunchOptions): Promise<BrowserEngine> => {
  const { firefox, address, ended } = await startFirefox(options);
  const bidi = await connectBidi(`${address}/session`);
  const takesAnyCertificate = typeof options.network !== "string";
  await bidi.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: takesAnyCertificate } } });
  let served: ServedPages = new Map();
  if (options.network === "served") await serveOnly(bidi, () => served);
  const { extension: id } = await bidi.send<{ readonly extension: string }>("webExtension.install", {
    extensionData: { type: "path", path: options.extension },
  });
  if (id !== extensionId) throw new Error(`The extension's id is ${id}, not ${extensionId}.`);
  // The tab that the browser starts with goes when there is another in its window.
  let [first] = (await topContexts(bidi)).map(({ context }) => context);
  return {
    extensionRoot: `moz-extension://${extensionHost}`,
    openTab: async (type) => {
      const { context } = await bidi.send<BrowsingContext>("browsingContext.create", { type });
      if (options.headless) await bidi.send("browsingContext.setViewport", { context, viewport });
      if (type === "tab" && first !== undefined) {
        await bidi.send("browsingContext.close", { context: first });
        first = undefined;
      }
      return driveTab(bidi, context);
    },
    serve: (pages) => {
      served = pages;
    },
    // The profile of a headless run has no prompts.
    agreeToRequests: () => Promise.resolve(),
    grantHost: (pattern) => changePermission(bidi, "add", pattern),
    revokeHost: (pattern) => changePermission(bidi, "remove", pattern),
    killBackground: () =>
      inBrowser(
        bidi,
        `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension.terminateBackground().then(() => null)`,
      ),
    ended,
    close: async () => {
      // Firefox closes the connection before it answers.
      await bidi.send("browser.close", {}).catch(() => undefined);
      bidi.close();
      const killed = setTimeout(() => firefox.kill("SIGKILL"), 20_000);
      await ended;
      clearTimeout(killed);
    },
  };
};

/** The id that the manifest declares. */
const extensionId = "winnow@winnow.example";

const preferences = {
  "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: extensionHost }),
  // A temporary add-on goes with the browser's end; its storage stays, as that of an installed one does.
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "browser.tabs.warnOnClose": false,
  "browser.warnOnQuit": false,
};

/** For runs that nobody watches. */
const unattendedPreferences = {
  "extensions.webextOptionalPermissionPrompts": false,
  "intl.locale.requested": "en-US",
};

interface RunningFirefox {
  readonly firefox: ChildProcess;
  /** Where it can be driven. */
  readonly address: string;
  readonly ended: Promise<void>;
}

const proxyPreferences = (proxy: number) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": proxy,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": proxy,
});

const startFirefox = async ({ program, profile, headless, network }: LaunchOptions): Promise<RunningFirefox> => {
  mkdirSync(profile, { recursive: true });
  const lines = Object.entries({
    ...preferences,
    ...(headless ? unattendedPreferences : {}),
    ...(typeof network === "string" ? {} : proxyPreferences(network.proxy)),
  }).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const args = ["--remote-debugging-port=0", "--remote-allow-system-access", "--no-remote", "--profile", profile];
  const firefox = spawn(program, headless ? ["--headless", ...args] : args, { stdio: ["ignore", "ignore", "pipe"] });
  const kill = (): boolean => firefox.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => firefox.on("exit", () => resolve()));
  void ended.then(() => process.off("exit", kill));
  try {
    return { firefox, address: await withDeadline("Firefox's address", addressOf(firefox)), ended };
  } catch (error) {
    kill();
    throw error;
  }
};

const addressOf = (firefox: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = "";
    firefox.stderr?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    firefox.on("error", reject);
    firefox.on("exit", () => reject(new Error(`Firefox ended before it could be driven.\n${output}`)));
  });

interface BlockedRequest {
  readonly isBlocked: boolean;
  readonly request: { readonly request: string; readonly url: string };
}

/** Answers every request from the served pages, and lets all others fail. */
const serveOnly = async (bidi: BidiConnection, served: () => ServedPages): Promise<void> => {
  await bidi.send("session.subscribe", { events: ["network.beforeRequestSent"] });
  await bidi.send("network.addIntercept", {
    phases: ["beforeRequestSent"],
    urlPatterns: [
      { type: "pattern", protocol: "https" },
      { type: "pattern", protocol: "http" },
    ],
  });
  bidi.on("network.beforeRequestSent", ({ isBlocked, request: { request, url } }: BlockedRequest) => {
    if (!isBlocked) return;
    const page = served().get(url.replace(/#.*/s, ""));
    const answer = page
      ? bidi.send("network.provideResponse", {
          request,
          statusCode: 200,
          headers: Object.entries(headersOf(page)).map(([name, value]) => ({ name, value: { type: "string", value } })),
          body: { type: "base64", value: Buffer.from(page.body).toString("base64") },
        })
      : bidi.send("network.failRequest", { request });
    // The page that asked may be gone by now.
    answer.catch(() => undefined);
  });
};

const topContexts = async (bidi: BidiConnection, params: object = {}): Promise<readonly BrowsingContext[]> =>
  (await bidi.send<{ readonly contexts: readonly BrowsingContext[] }>("browsingContext.getTree", params)).contexts;

interface BrowsingContext {
  readonly context: string;
}

/** Evaluates an expression with the rights of the browser itself. */
const inBrowser = async (bidi: BidiConnection, expression: string): Promise<void> => {
  const [chromeWindow] = await topContexts(bidi, { "moz:scope": "chrome" });
  await evaluate(bidi, chromeWindow?.context ?? "", expression);
};

/** Changes what the extension may do as Firefox's own add-ons page does. */
const changePermission = async (bidi: BidiConnection, change: "add" | "remove", pattern: string): Promise<void> => {
  const id = JSON.stringify(extensionId);
  await inBrowser(
    bidi,
    `ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs").ExtensionPermissions.${change}(
       ${id},
       { permissions: [], origins: [${JSON.stringify(pattern)}] },
       WebExtensionPolicy.getByID(${id}).extension,
     ).then(() => null)`,
  );
};

interface Evaluation {
  readonly type: "success" | "exception";
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

const evaluate = async (bidi: BidiConnection, context: string, expression: string): Promise<unknown> => {
  const { type, result, exceptionDetails } = await bidi.send<Evaluation>("script.evaluate", {
    expression: `(async () => JSON.stringify(await (${expression})))()`,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  });
  if (type === "exception") throw new Error(exceptionDetails?.text);
  return result?.value === undefined ? undefined : JSON.parse(result.value);
};

/** What the protocol tells of an element and of its shadow root. */
interface LocatedNode {
  readonly result?: { readonly value?: { readonly shadowRoot?: { readonly sharedId: string } | null } };
}

const evaluateInShadow = async (
  bidi: BidiConnection,
  context: string,
  host: string,
  declaration: string,
): Promise<unknown> => {
  const target = { context };
  const { result: located } = await bidi.send<LocatedNode>("script.evaluate", {
    expression: `document.querySelector(${JSON.stringify(host)})`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 0, includeShadowTree: "all" },
  });
  const root = located?.value?.shadowRoot;
  if (!root) return null;
  const { type, result, exceptionDetails } = await bidi.send<Evaluation>("script.callFunction", {
    functionDeclaration: `async (root) => JSON.stringify(await (${declaration})(root))`,
    arguments: [{ sharedId: root.sharedId }],
    target,
    awaitPromise: true,
    userActivation: true,
  });
  if (type === "exception") throw new Error(exceptionDetails?.text);
  return result?.value === undefined ? undefined : JSON.parse(result.value);
};

/** Normalised key values: https://www.w3.org/TR/webdriver/#keyboard-actions */
const shift = "\uE008";
const control = "\uE009";
const keys: Readonly<Record<PressableKey, readonly string[]>> = {
  Enter: ["\uE007"],
  Escape: ["\uE00C"],
  Tab: ["\uE004"],
  Delete: ["\uE017"],
  ArrowLeft: ["\uE012"],
  ArrowUp: ["\uE013"],
  ArrowRight: ["\uE014"],
  Home: ["\uE011"],
  End: ["\uE010"],
  ArrowDown: ["\uE015"],
  SelectAll: [control, "a"],
  BackTab: [shift, "\uE004"],
};

const moveTo = (x: number, y: number) => ({ type: "pointerMove", x: Math.round(x), y: Math.round(y) });
const pointer = (actions: readonly object[]) => ({ type: "pointer", id: "mouse", actions });

const driveTab = (bidi: BidiConnection, context: string): EngineTab => {
  const pressAll = (actions: readonly object[]): Promise<void> =>
    bidi.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
  return {
    evaluate: (expression) => evaluate(bidi, context, expression),
    evaluateInShadow: (host, declaration) => evaluateInShadow(bidi, context, host, declaration),
    goto: async (url) => {
      // Firefox tells when a page of the web has loaded, but not when one of an extension has.
      const wait = url.startsWith("http") ? "complete" : "none";
      await bidi.send("browsingContext.navigate", { context, url, wait });
    },
    moveTo: (x, y) => bidi.send("input.performActions", { context, actions: [pointer([moveTo(x, y)])] }),
    clickAt: async (x, y, held) => {
      const click = [moveTo(x, y), { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      if (held) await pressAll([{ type: "keyDown", value: shift }]);
      await bidi.send("input.performActions", { context, actions: [pointer(click)] });
      if (held) await pressAll([{ type: "keyUp", value: shift }]);
    },
    drag: async (from, to) => {
      const move = ({ x, y }: Point, duration: number) => ({
        type: "pointerMove",
        x: Math.round(x),
        y: Math.round(y),
        duration,
      });
      const middle = { x: (from.x + to.x) / 2, y: to.y };
      const actions = [
        move(from, 0),
        { type: "pointerDown", button: 0 },
        move(middle, 30),
        move(to, 30),
        { type: "pointerUp", button: 0 },
      ];
      await bidi.send("input.performActions", { context, actions: [{ type: "pointer", id: "mouse", actions }] });
    },
    type: (text) =>
      pressAll(
        [...text].flatMap((value) => [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ]),
      ),
    press: (key) =>
      pressAll([
        ...keys[key].map((value) => ({ type: "keyDown", value })),
        ...keys[key].toReversed().map((value) => ({ type: "keyUp", value })),
      ]),
    screenshot: async (file) => {
      const { data } = await bidi.send<{ readonly data: string }>("browsingContext.captureScreenshot", { context });
      writeFileSync(file, data, "base64");
    },
    bringToFront: () => bidi.send("browsingContext.activate", { context }),
    pressToolbarButton: async () => {
      await bidi.send("browsingContext.activate", { context });
      await inBrowser(
        bidi,
        `[...Services.wm.getEnumerator("navigator:browser")].forEach(({ gBrowser }) =>
           WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension.tabManager
             .addActiveTabPermission(gBrowser.selectedTab),
         )`,
      );
    },
    close: async () => {
      // A page of the extension may have closed itself.
      const open = await topContexts(bidi);
      if (open.some((one) => one.context === context)) await bidi.send("browsingContext.close", { context });
    },
  };
};
