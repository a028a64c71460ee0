import { describe, expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import type { StorageAreas } from "@/settings/storage-area.ts";

import { fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

/** A device of its own beside another one: its own local storage, the same sync storage. */
const besides = (other: ReturnType<typeof fakeStorage>) => ({ local: fakeStorage().local, sync: other.sync });

const sync = (areas: StorageAreas) => createSettingsSync(areas, Date.now).exchange();
const change = (areas: StorageAreas, part: Partial<Settings>) =>
  createSettingsStore(areas.local).update((settings) => ({ ...settings, ...part }));
const load = (areas: StorageAreas) => createSettingsStore(areas.local).load();

/** Words that do not compress away. */
const manyLines = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${(index * 2_654_435_761) % 4_294_967_291} ${Math.sin(index)}`);

describe("settings between devices", () => {
  test("what one device sets, another has", async () => {
    const first = fakeStorage();
    await change(first, { lists: [fakeList({ lines: ["支持"] })] });
    await sync(first);
    const second = besides(first);
    await sync(second);
    expect((await load(second)).settings).toEqual((await load(first)).settings);
  });

  test("lists far beyond the quota of one item travel whole", async () => {
    const first = fakeStorage();
    const lines = manyLines(2000);
    await change(first, { lists: [fakeList({ lines })] });
    await sync(first);
    expect(first.sync.items.size).toBeGreaterThan(2);
    const second = besides(first);
    await sync(second);
    expect((await load(second)).settings.lists[0]?.lines).toEqual(lines);
  });

  test("settings beyond the quota of the area stay on this device, and it says so", async () => {
    const areas = fakeStorage();
    const lines = manyLines(20_000);
    await change(areas, { lists: [fakeList({ lines })] });
    await sync(areas);
    const { settings, problems } = await load(areas);
    expect(settings.lists[0]?.lines).toEqual(lines);
    expect(problems.map(({ code }) => code)).toEqual(["sync-quota"]);
    await change(areas, { lists: [fakeList({ lines: ["short"] })] });
    await sync(areas);
    expect((await load(areas)).problems).toEqual([]);
  });

  test("a refused write is said, loses nothing and is made again", async () => {
    const areas = fakeStorage();
    await change(areas, { enabled: false });
    areas.sync.refuse = "MAX_WRITE_OPERATIONS_PER_MINUTE";
    await sync(areas);
    expect((await load(areas)).problems.map(({ code }) => code)).toEqual(["sync-refused"]);
    areas.sync.refuse = null;
    await sync(areas);
    expect((await load(areas)).problems).toEqual([]);
    const second = besides(areas);
    await sync(second);
    expect((await load(second)).settings.enabled).toBe(false);
  });

  test("part of a write of another device is left alone", async () => {
    const first = fakeStorage();
    await change(first, { lists: [fakeList({ lines: manyLines(1000) })] });
    await sync(first);
    const second = besides(first);
    second.sync.items.delete("settings.1");
    await sync(second);
    expect((await load(second)).settings.lists).toEqual([]);
  });

  test("what was taken over is kept as it was before", async () => {
    const first = fakeStorage();
    const second = besides(first);
    await change(second, { pausedSites: ["second.example"] });
    await sync(second);
    await change(first, { pausedSites: ["first.example"] });
    first.local.items.set("settings", { ...(first.local.items.get("settings") as object), modified: 1 });
    await sync(first);
    expect((await load(first)).settings.pausedSites).toEqual(["second.example"]);
    expect(first.local.items.get("settings-before-sync")).toMatchObject({ pausedSites: ["first.example"] });
  });

  test("what newer settings replace is kept too", async () => {
    const first = fakeStorage();
    const second = besides(first);
    await change(first, { pausedSites: ["first.example"] });
    await sync(first);
    await change(second, { pausedSites: ["second.example"] });
    second.local.items.set("settings", { ...(second.local.items.get("settings") as object), modified: 9e15 });
    await sync(second);
    expect((await load(second)).settings.pausedSites).toEqual(["second.example"]);
    expect(second.local.items.get("settings-replaced-in-sync")).toContain("first.example");
  });

  test("rubbish in sync storage changes nothing here", async () => {
    const areas = fakeStorage();
    await change(areas, { enabled: false });
    await areas.sync.set({ settings: "rubbish", "settings.0": 7 });
    await sync(areas);
    expect((await load(areas)).settings.enabled).toBe(false);
    expect(areas.sync.items.get("settings")).toMatchObject({ chunks: 1 });
  });

  test("nothing changed: nothing is written", async () => {
    const areas = fakeStorage();
    await change(areas, { enabled: false });
    await sync(areas);
    areas.sync.refuse = "no write expected";
    await sync(areas);
    expect((await load(areas)).problems).toEqual([]);
  });
});
