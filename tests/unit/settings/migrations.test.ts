import { deflateRawSync } from "node:zlib";

import { describe, expect, test } from "vitest";

import { createSettingsHistory } from "@/settings/history.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import type { StorageAreas } from "@/settings/storage-area.ts";
import { checksum } from "@/sync/split-chunks.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

let clock = 1_700_000_000_000;
const sync = (areas: StorageAreas) => createSettingsSync(areas, { now: () => (clock += 200_000) }).exchange();
const load = (areas: StorageAreas) => createSettingsStore(areas.local).load();

const firstForm = (part: object) => ({
  version: 1,
  modified: 5,
  enabled: true,
  pausedSites: [],
  painter: "highlight",
  lists: [],
  filters: [],
  recipes: [],
  ...part,
});

/** The items of `storage.sync` as the first version wrote them. */
function firstRegister(settings: object): Record<string, unknown> {
  const text = deflateRawSync(JSON.stringify(settings)).toString("base64");
  const head = { chunks: 1, length: text.length, checksum: checksum(text), modified: 5, device: "old" };
  return { settings: head, "settings.0": text };
}

describe("what the first version stored", () => {
  test("settings go on as they are, and reach other devices", async () => {
    const areas = fakeStorage();
    areas.local.items.set(
      "settings",
      firstForm({ enabled: false, lists: [fakeList({ lines: ["a"] })], filters: [fakeFilter()] }),
    );
    areas.local.items.set("sync", { device: "old", checksum: 7, modified: 5, problem: null });
    const before = (await load(areas)).settings;
    await sync(areas);
    expect((await load(areas)).settings).toEqual(before);
    const other = { local: fakeStorage().local, sync: areas.sync };
    await sync(other);
    expect((await load(other)).settings).toEqual(before);
  });

  test("a synced copy is taken over by a fresh device, and merged by one with settings of its own", async () => {
    const register = firstRegister(firstForm({ painter: "mark", lists: [fakeList({ lines: ["a", "theirs"] })] }));
    const fresh = fakeStorage();
    await fresh.sync.set(register);
    await sync(fresh);
    expect((await load(fresh)).settings).toMatchObject({ painter: "mark", lists: [{ lines: ["a", "theirs"] }] });

    const own = fakeStorage();
    await own.sync.set(register);
    own.local.items.set(
      "settings",
      firstForm({ lists: [fakeList({ lines: ["a", "mine"] })], filters: [fakeFilter()] }),
    );
    await sync(own);
    expect((await load(own)).settings).toMatchObject({
      painter: "highlight",
      lists: [{ lines: ["a", "mine", "theirs"] }],
      filters: [fakeFilter()],
    });
    expect(own.sync.items.get("settings")).toMatchObject({ form: 3 });
  });

  test("settings that an exchange had put aside become history, once", async () => {
    const areas = fakeStorage();
    areas.local.items.set("settings", firstForm({ lists: [fakeList({ lines: ["now"] })] }));
    areas.local.items.set("settings-before-sync", firstForm({ lists: [fakeList({ lines: ["before"] })] }));
    areas.local.items.set("settings-replaced-in-sync", JSON.stringify(firstForm({ filters: [fakeFilter()] })));
    await sync(areas);
    await sync(areas);
    expect([...areas.local.items.keys()].filter((key) => key.startsWith("settings-"))).toEqual([]);
    const history = createSettingsHistory(areas.local, createSettingsStore(areas.local));
    const kept = (await history.changes()).filter(({ items }) => items.some(({ became }) => became !== "added"));
    expect(kept.flatMap(({ items }) => items.map(({ id, became }) => [id, became]))).toEqual([
      ["filter", "deleted"],
      ["list", "changed"],
    ]);
    expect(await history.stateBefore(kept[1]!.number, "lists", "list")).toEqual(fakeList({ lines: ["before"] }));
  });
});

describe("what a newer version stored", () => {
  test.each([
    ["settings", { version: 99, lists: [fakeList()] }],
    ["document", { form: 99, device: "d", counter: 1, packed: "" }],
  ])("%s here are left alone, and nothing is exchanged", async (key, stored) => {
    const areas = fakeStorage();
    areas.local.items.set(key, stored);
    expect(await sync(areas)).toBeNull();
    // Of the exchange nothing is stored but why there is none.
    expect([...areas.local.items].filter(([name]) => name !== "sync")).toEqual([[key, stored]]);
    expect(areas.sync.items.size).toBe(0);
  });

  test("properties that are not known here survive an edit made here", async () => {
    const newer = fakeStorage();
    const older = { local: fakeStorage().local, sync: newer.sync };
    await createSettingsStore(older.local).update((settings) => ({ ...settings, filters: [fakeFilter()] }));
    await sync(older);
    await sync(newer);
    // A filter whose action only the newer version knows is neither shown nor lost.
    await createSettingsStore(newer.local).update((settings) => ({
      ...settings,
      filters: [...settings.filters, { ...fakeFilter({ id: "new" }), action: "blur" as "hide" }],
    }));
    expect((await load(newer)).settings.filters).toHaveLength(1);
  });
});

describe("stored data that is damaged", () => {
  const damage: readonly (readonly [string, unknown])[] = [
    ["rubbish", "rubbish"],
    ["an empty list", []],
    ["lists of nothing", { version: 1, lists: 3 }],
    ["one bad list", { version: 1, lists: [{ id: "list", lines: "not lines" }], filters: [fakeFilter()] }],
    [
      "values nested without end",
      {
        version: 1,
        recipes: [{ id: "r", data: { deep: JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) as unknown } }],
      },
    ],
  ];
  test.each(damage)("%s in the settings is put aside, and deletes nothing anywhere", async (_, stored) => {
    const first = fakeStorage();
    const second = { local: fakeStorage().local, sync: first.sync };
    const settings = { lists: [fakeList({ lines: ["a"] })], filters: [fakeFilter()] };
    await createSettingsStore(first.local).update((before) => ({ ...before, ...settings }));
    for (const device of [first, second]) await sync(device);
    first.local.items.set("settings", stored);
    // A page may write before the background gets to it.
    await createSettingsStore(first.local).update((before) => ({ ...before, pausedSites: ["new.example"] }));
    for (const device of [first, second]) await sync(device);
    expect((await load(first)).settings).toMatchObject({ ...settings, pausedSites: ["new.example"] });
    expect((await load(second)).settings).toEqual((await load(first)).settings);
    const holdsSomething = typeof stored === "string" || Object.keys(stored as object).length > 1;
    expect(first.local.items.has("settings-unreadable") || !holdsSomething).toBe(true);
  });

  test.each(["rubbish", null, { form: 2 }, { form: 2, device: "d", counter: 3, packed: "AAAA" }])(
    "a document that is none is made anew from the settings: %j",
    async (stored) => {
      const first = fakeStorage();
      const second = { local: fakeStorage().local, sync: first.sync };
      await createSettingsStore(first.local).update((before) => ({
        ...before,
        lists: [fakeList({ lines: ["a", "b", ""] })],
      }));
      for (const device of [first, second]) await sync(device);
      first.local.items.set("document", stored);
      await createSettingsStore(first.local).update((before) => ({
        ...before,
        lists: [fakeList({ lines: ["a", "b", "", "c"] })],
      }));
      for (const device of [first, second, first]) await sync(device);
      expect((await load(first)).settings.lists).toEqual([fakeList({ lines: ["a", "b", "", "c"] })]);
      expect((await load(second)).settings).toEqual((await load(first)).settings);
    },
  );
});
