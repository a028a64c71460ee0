import { readFileSync } from "node:fs";
import { join } from "node:path";

import { generateChromeMessages, parseMessagesText } from "@wxt-dev/i18n/build";
import { render } from "preact";
import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import type { PageMessages } from "@/messaging/protocol.ts";
import type { HitPlace, PageReport, WantedOrder } from "@/model/report.ts";
import type { Settings } from "@/model/settings.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

const project = join(import.meta.dirname, "../../..");

/** The messages of a locale by the names that the browser knows them under. */
export const readMessages = (locale: string): Record<string, string> => {
  const text = readFileSync(join(project, `assets/locales/${locale}.yml`), "utf8");
  const messages = generateChromeMessages(parseMessagesText(text, "YAML"));
  return Object.fromEntries(Object.entries(messages).map(([name, { message }]) => [name, message]));
};

const english = readMessages("en");
/** What the browser says of its own interface. */
export const predefined = { "@@ui_locale": "en", "@@bidi_dir": "ltr" };

/** Milliseconds after which a wait is given up: only a test that fails waits so long. */
const longestWait = 20_000;
vi.setConfig({ testTimeout: 3 * longestWait });

/** Waits until the check passes. */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: longestWait, interval: 10 });

type Step = (lock: object | null) => unknown;

/** The locks that pages hold for as long as they are open. */
const heldByPages = new Set<string>();

/** Locks, as the environment has none: steps wait for the last one, and a page's own is held until it is closed. */
function fakeLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = (name: string, ...rest: [Step] | [object, Step]): Promise<unknown> => {
    const run = rest.at(-1) as Step;
    if (name.startsWith("winnow-page ")) {
      if (rest.length === 1) heldByPages.add(name);
      return Promise.resolve(run(rest.length === 2 && heldByPages.has(name) ? null : {}));
    }
    const next = last.then(() => run({}));
    last = next.catch(() => undefined);
    return next;
  };
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
}

let root: HTMLElement | null = null;

/** Opens a page of the extension in place of the one that is open. */
export async function open(start: (root: HTMLElement) => Promise<void>): Promise<void> {
  close();
  root = document.body.appendChild(document.createElement("div"));
  await start(root);
}

/** Closes the open page as the browser does: it tells the page and waits for nothing. */
export function close(): void {
  dispatchEvent(new Event("pagehide"));
  if (root !== null) render(null, root);
  root?.remove();
  root = null;
  heldByPages.clear();
}

/** What the browser around a page of the extension is like. */
export interface FakeSurroundings {
  /** What the conductor in the tab answers; null where none runs. */
  report: PageReport | null;
  /** Where a walk through the hits comes to. */
  place: HitPlace | null;
  url: string | undefined;
  /** Whether the tab's page is allowed, and what the user answers when asked. */
  allowed: boolean;
  answer: boolean;
  granted: string[];
  /** What the page in the tab was asked, by name and arguments. */
  readonly asked: unknown[][];
  /** What each answer of the page waits for. */
  answering: Promise<unknown>;
  readonly requested: string[];
}

export const tabId = 7;

/** Makes a fresh browser with English texts, stored settings and one tab. */
export async function fakeSurroundings(stored: Partial<Settings> = {}): Promise<FakeSurroundings> {
  fakeBrowser.reset();
  fakeLocks();
  close();
  localStorage.clear();
  const around: FakeSurroundings = {
    report: null,
    place: null,
    url: "https://shop.example/search?q=x",
    allowed: false,
    answer: true,
    granted: [],
    asked: [],
    answering: Promise.resolve(),
    requested: [],
  };
  const fake = fakeBrowser as unknown as Record<string, Record<string, unknown>>;
  fake["i18n"] = {
    getMessage: (name: string, args: string[] = []) =>
      ((predefined as Record<string, string>)[name] ?? english[name] ?? "").replaceAll(
        /\$(\d)/gu,
        (_, place: string) => args[Number(place) - 1] ?? "",
      ),
  };
  const event = { addListener: vi.fn<() => void>(), removeListener: vi.fn<() => void>() };
  fake["permissions"] = {
    contains: async () => around.allowed,
    getAll: async () => ({ origins: around.granted }),
    request: async ({ origins }: { origins: string[] }) => {
      around.requested.push(...origins);
      return around.answer;
    },
    remove: async () => around.answer,
    onAdded: event,
    onRemoved: event,
  };
  Object.assign(fakeBrowser.tabs, {
    get: async () => ({ id: tabId, url: around.url }),
    query: async () => [{ id: tabId, url: around.url }],
    reload: async () => undefined,
    sendMessage: async (_: number, { winnow, args }: { winnow: keyof PageMessages; args: unknown[] }) => {
      around.asked.push([winnow, ...args]);
      if (around.report === null) throw new Error("Receiving end does not exist.");
      if (winnow === "showHidden") around.report = { ...around.report, showingHidden: args[0] === true };
      if (winnow === "tryConditions") around.report = { ...around.report, tried: args[0] as readonly string[] };
      if (winnow === "sortResults") {
        const order = args[0] as WantedOrder;
        around.report = { ...around.report, sortedBy: order === "filters" ? null : order, reordered: order !== null };
      }
      await around.answering;
      return winnow === "walkHits" ? around.place : around.report;
    },
  });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ manifest_version: 3, name: "", version: "1" }) });
  await fakeBrowser.storage.local.set({ settings: { version: 1, modified: 1, ...defaultSettings, ...stored } });
  return around;
}

/** Tells the extension's pages that the report of the tab has changed. */
export function announceReport(): void {
  const sender = { tab: { id: tabId } } as Parameters<typeof fakeBrowser.runtime.onMessage.trigger>[1];
  void fakeBrowser.runtime.onMessage.trigger({ winnow: "reportChanged", args: [{}] }, sender, () => undefined);
}

/** The settings as they are stored. */
export async function storedSettings(): Promise<Settings> {
  const { settings } = await fakeBrowser.storage.local.get<{ settings: Settings }>("settings");
  return settings;
}

/** A report of a page with no results but what is given. */
export const fakeReport = (overrides: Partial<PageReport> = {}): PageReport => ({
  state: "ready",
  host: "shop.example",
  recognition: null,
  found: 0,
  readable: 0,
  hidden: 0,
  folded: 0,
  dimmed: 0,
  marked: 0,
  showingHidden: false,
  sortedBy: null,
  tried: [],
  hitsByList: {},
  hitsByLine: {},
  resultsByFilter: {},
  results: [],
  problems: [],
  ...overrides,
});

/** The control of that kind that has this accessible name. */
export function control<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const nameOf = (element: HTMLElement): string =>
    (element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent).trim();
  const all = [...document.querySelectorAll(tag)];
  const found = all.find((element) => nameOf(element) === name);
  if (found === undefined) throw new Error(`No ${tag} “${name}” among: ${all.map(nameOf).join(" | ")}`);
  return found;
}

/** Types into a field as a person does: the whole text at once, with the focus in it. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

export function choose(field: HTMLSelectElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
