import { describe, expect, test } from "vitest";

import { defaultSettings } from "@/settings/default-settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code);

describe("the settings store", () => {
  test("a fresh installation has the default settings and no problem", async () => {
    const store = createSettingsStore(fakeStorage().local);
    expect(await store.load()).toEqual({ settings: defaultSettings, problems: [] });
  });

  test("what is stored is there for the next reader", async () => {
    const { local } = fakeStorage();
    const lists = [fakeList({ lines: ["一致性", "# note", 'bad "line'] })];
    await createSettingsStore(local).update((settings) => ({ ...settings, lists }));
    expect((await createSettingsStore(local).load()).settings.lists).toEqual(lists);
  });

  test("changes made at the same time are all kept", async () => {
    const { local } = fakeStorage();
    const add = (id: string) =>
      createSettingsStore(local).update((settings) => ({ ...settings, lists: [...settings.lists, fakeList({ id })] }));
    await Promise.all(["a", "b", "c"].map(add));
    const { settings } = await createSettingsStore(local).load();
    expect(settings.lists.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("watchers hear of every change until they stop listening", async () => {
    const { local } = fakeStorage();
    const store = createSettingsStore(local);
    const heard: boolean[] = [];
    const stop = new AbortController();
    store.watch(({ settings }) => heard.push(settings.enabled), stop.signal);
    await store.update((settings) => ({ ...settings, enabled: false }));
    await expect.poll(() => heard).toEqual([false]);
    stop.abort();
    await store.update((settings) => ({ ...settings, enabled: true }));
    await store.load();
    expect(heard).toEqual([false]);
  });

  test("one bad list loses neither the others nor itself", async () => {
    const { local } = fakeStorage();
    const bad = { id: "bad", lines: "not lines" };
    local.items.set("settings", { version: 1, lists: [fakeList(), bad], filters: [fakeFilter(), 7] });
    const store = createSettingsStore(local);
    const loaded = await store.load();
    expect(loaded.settings.lists).toEqual([fakeList()]);
    expect(loaded.settings.filters).toEqual([fakeFilter()]);
    expect(codes(loaded.problems)).toEqual(["settings-partly-unreadable"]);
    await store.update((settings) => ({ ...settings, enabled: false }));
    expect(local.items.get("settings-unreadable")).toEqual([[bad, 7]]);
    expect(codes((await store.load()).problems)).toEqual(["settings-kept-aside"]);
    await local.remove(["settings-unreadable"]);
    expect((await store.load()).problems).toEqual([]);
  });

  test.each(["rubbish", 12, null, []])("settings that are none at all are put aside: %j", async (stored) => {
    const { local } = fakeStorage();
    local.items.set("settings", stored);
    const store = createSettingsStore(local);
    const loaded = await store.load();
    expect(loaded.settings).toEqual(defaultSettings);
    expect(codes(loaded.problems)).toEqual(["settings-unreadable"]);
    await store.update((settings) => settings);
    expect(local.items.get("settings-unreadable")).toEqual(stored === null ? undefined : [stored]);
  });

  test("settings of a newer version are used, said and left alone", async () => {
    const { local } = fakeStorage();
    const stored = { version: 99, lists: [fakeList()], filters: [], future: true };
    local.items.set("settings", stored);
    const store = createSettingsStore(local);
    const { settings, problems } = await store.update((before) => ({ ...before, lists: [] }));
    expect(settings.lists).toEqual([fakeList()]);
    expect(codes(problems)).toEqual(["settings-newer"]);
    expect(local.items.get("settings")).toEqual(stored);
  });

  test("a refused write is an error, and the settings are as they were", async () => {
    const { local } = fakeStorage();
    const store = createSettingsStore(local);
    local.refuse = "disk full";
    await expect(store.update((settings) => ({ ...settings, enabled: false }))).rejects.toThrow("disk full");
    local.refuse = null;
    expect((await store.load()).settings.enabled).toBe(true);
  });
});
