import { beforeEach, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { browserStorage } from "@/browser/storage-areas.ts";
import type { Settings } from "@/model/settings.ts";
import { readHistory, recordChange } from "@/settings/history-record.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { startOptions } from "@/ui/options/start-options.tsx";
import { startPopup } from "@/ui/popup/start-popup.tsx";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { control, eventually, fakeSurroundings, open, storedSettings } from "./extension-page.ts";

const list = fakeList({ id: "good", name: "Good", lines: ["steel", "copper"] });
const filter = fakeFilter({ id: "short", name: "", condition: "pages<30" });
const body = (): string => document.body.textContent ?? "";

/** Changes the settings and records it, as the background does a little later. */
const change = async (
  next: (settings: Settings) => Partial<Settings>,
  time = Date.now(),
  cause: "here" | "sync" = "here",
): Promise<void> => {
  const { local } = browserStorage();
  const store = createSettingsStore(local);
  const { settings: before } = await store.load();
  const { settings: after } = await store.update((settings) => ({ ...settings, ...next(settings) }));
  const known = readHistory((await fakeBrowser.storage.local.get<{ history: unknown }>("history")).history);
  const record = recordChange(known, before, after, cause, time);
  await local.set({ ...(record && { history: record.changes, ...record.states }), "history-unrecorded": null });
};

const openEntry = async (sentence: string): Promise<HTMLElement> => {
  const entries = [...document.querySelectorAll<HTMLElement>(".history-entry")];
  const entry = entries.find((one) => one.textContent?.includes(sentence));
  if (entry === undefined)
    throw new Error(`No change “${sentence}” among: ${entries.map((one) => one.textContent).join(" | ")}`);
  const details = entry.querySelector("details")!;
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  await eventually(() => expect(entry.querySelector(".history-item")).not.toBeNull());
  return entry;
};

beforeEach(async () => {
  await fakeSurroundings({ lists: [list], filters: [filter] });
});

test("the popup offers to take back what was changed a little while ago, wherever that was", async () => {
  await change(({ filters }) => ({
    filters: [...filters, fakeFilter({ id: "site", name: "", condition: "site:a.example" })],
  }));
  await open(startPopup);
  expect(document.querySelector(".recent-text")?.textContent).toBe("“site:a.example” was added");
  control("button", "Undo").click();
  await eventually(async () => expect((await storedSettings()).filters.map(({ id }) => id)).toEqual(["short"]));
  await eventually(() => expect(body()).toContain("The change is undone."));
});

test("while what was done last is not recorded yet, the popup offers to take back nothing that was done before", async () => {
  await change(() => ({ filters: [] }));
  await open(startPopup);
  const text = (): string | undefined => document.querySelector(".recent-text")?.textContent;
  expect(text()).toBe("“pages<30” was deleted");
  const { local } = browserStorage();
  const store = createSettingsStore(local);
  await store.update((settings) => ({ ...settings, lists: [] }));
  await eventually(() => expect(text()).toBeUndefined());
  await open(startPopup);
  expect(text()).toBeUndefined();
  await local.set({ "history-unrecorded": null });
  await eventually(() => expect(text()).toBe("“pages<30” was deleted"));
});

test("a list or filter without a name is called that way in every sentence of its change", async () => {
  await change(({ lists, filters }) => ({
    lists: [...lists, fakeList({ id: "bare", name: "", lines: ["tin"] })],
    filters: [...filters, fakeFilter({ id: "site", name: "", condition: "site:a.example" })],
  }));
  await open(startOptions);
  const entry = await openEntry("2 were added: Unnamed list, site:a.example");
  const names = [...entry.querySelectorAll(".history-name")].map((name) => name.textContent);
  expect(names).toEqual(["“Unnamed list” was added", "“site:a.example” was added"]);
});

test("the popup says where a change came from, follows new ones and keeps quiet about old ones", async () => {
  await change(() => ({ filters: [] }), Date.now() - 11 * 60_000);
  await open(startPopup);
  expect(document.querySelector(".recent-change")).toBeNull();
  await change(() => ({ lists: [] }), Date.now(), "sync");
  await eventually(() =>
    expect(document.querySelector(".recent-text")?.textContent).toBe("On another device: “Good” was deleted"),
  );
});

test("the settings page lists the changes with what differed, and brings one thing back as it was", async () => {
  await change(({ lists }) => ({ lists: lists.map((one) => ({ ...one, name: "Metals", lines: ["steel", "zinc"] })) }));
  await change(() => ({ filters: [] }));
  await open(startOptions);
  expect([...document.querySelectorAll(".history-text")].map((entry) => entry.textContent)).toEqual([
    "“pages<30” was deleted",
    "“Good” was changed",
  ]);
  const entry = await openEntry("“Good” was changed");
  expect([...entry.querySelectorAll("ins")].map((one) => one.textContent)).toEqual(["Metals", "zinc"]);
  expect([...entry.querySelectorAll("del")].map((one) => one.textContent)).toEqual(["Good", "copper"]);
  control("button", "Bring back “Good” as it was before").click();
  await eventually(async () => expect((await storedSettings()).lists).toEqual([list]));
  // Only that, and it can be taken back too.
  expect((await storedSettings()).filters).toEqual([]);
  await eventually(() => control("button", "Undo").click());
  await eventually(async () => expect((await storedSettings()).lists[0]?.name).toBe("Metals"));
});

test("the settings page takes a change of several things back as a whole", async () => {
  await change(() => ({ filters: [], lists: [] }));
  await open(startOptions);
  await openEntry("2 were deleted: Good, pages<30");
  control("button", "Undo this change").click();
  await eventually(async () => expect(await storedSettings()).toMatchObject({ lists: [list], filters: [filter] }));
});

test("a difference of thousands of lines shows some and counts the rest; older changes come on demand", async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `word ${index}`);
  await change(({ lists }) => ({ lists: lists.map((one) => ({ ...one, lines })) }));
  for (let count = 0; count < 12; count++) {
    // oxlint-disable-next-line no-await-in-loop -- one change after the other
    await change(({ filters }) => ({
      filters: [...filters, fakeFilter({ id: `f${count}`, name: `Filter ${count}` })],
    }));
  }
  await open(startOptions);
  expect(document.querySelectorAll(".history-entry")).toHaveLength(10);
  control("button", "Show more").click();
  await eventually(() => expect(document.querySelectorAll(".history-entry")).toHaveLength(13));
  const entry = await openEntry("“Good” was changed");
  expect(entry.querySelectorAll("ins")).toHaveLength(40);
  expect(entry.textContent).toContain("and 4960 more");
});
