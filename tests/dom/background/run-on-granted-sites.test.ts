import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { runOnGrantedSites } from "@/background/run-on-granted-sites.ts";

import { eventually, fakeSurroundings } from "../ui/extension-page.ts";

interface Script {
  readonly id: string;
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
  readonly js: readonly string[];
}

/** What is registered, as browsers tell it: patterns sorted, files by their names in the package. */
let registered: Script[];
let calls: string[];
let granted: string[];

const told = (script: Script): Script => ({
  ...script,
  matches: script.matches.toSorted(),
  excludeMatches: script.excludeMatches.toSorted(),
  js: script.js.map((file) => file.replace("/", "")),
});

beforeEach(async () => {
  await fakeSurroundings();
  [registered, calls, granted] = [[], [], []];
  Object.assign(fakeBrowser.permissions, { getAll: async () => ({ origins: granted }) });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => registered,
    registerContentScripts: async (scripts: Script[]) => {
      calls.push("register");
      registered = [...registered, ...scripts.map(told)];
    },
    updateContentScripts: async (scripts: Script[]) => {
      calls.push("update");
      registered = registered.map((old) => told({ ...old, ...scripts.find(({ id }) => id === old.id) }));
    },
    unregisterContentScripts: async () => {
      calls.push("unregister");
      registered = [];
    },
  });
});

const start = async (...origins: string[]): Promise<void> => {
  granted = origins;
  const asked = vi.spyOn(fakeBrowser.scripting, "getRegisteredContentScripts");
  runOnGrantedSites();
  await eventually(() => expect(asked).toHaveBeenCalled());
};

test("a background that starts again leaves the script registered, for a page may be opening just then", async () => {
  await start("https://b.example/*", "https://a.example/*");
  await eventually(() => expect(registered[0]?.matches).toEqual(["https://a.example/*", "https://b.example/*"]));
  expect(registered[0]?.js).toEqual(["detector.js", "content-scripts/content.js"]);
  await start("https://b.example/*", "https://a.example/*");
  await start("https://b.example/*", "https://a.example/*", "https://c.example/*");
  await eventually(() => expect(registered[0]?.matches).toHaveLength(3));
  expect(calls).toEqual(["register", "update"]);
});

test("what was granted or taken back meanwhile changes it in one step", async () => {
  await start("https://a.example/*");
  await eventually(() => expect(calls).toEqual(["register"]));
  await start("https://a.example/*", "https://b.example/*");
  await eventually(() => expect(registered[0]?.matches).toEqual(["https://a.example/*", "https://b.example/*"]));
  await start("https://b.example/*");
  await eventually(() => expect(registered[0]?.matches).toEqual(["https://b.example/*"]));
  expect(calls).toEqual(["register", "update", "update"]);
  await start();
  await eventually(() => expect(registered).toEqual([]));
});
