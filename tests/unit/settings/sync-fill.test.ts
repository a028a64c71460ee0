import { describe, expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import type { StorageAreas } from "@/settings/storage-area.ts";
import { keepOnDevice, measureSyncFill } from "@/settings/sync-fill.ts";
import { syncQuota } from "@/sync/quotas.ts";

import { fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

let clock = 1_700_000_000_000;
const sync = (areas: StorageAreas) => createSettingsSync(areas, { now: () => (clock += 60_000) }).exchange();
const load = (areas: StorageAreas) => createSettingsStore(areas.local).load();
const set = (areas: StorageAreas, part: Partial<Settings>) =>
  createSettingsStore(areas.local).update((settings) => ({ ...settings, ...part }));
const besides = (other: StorageAreas): StorageAreas => ({ local: fakeStorage().local, sync: other.sync });

/** Lines that do not compress away. */
const manyLines = (count: number, salt = 1): string[] =>
  Array.from({ length: count }, (_, index) => `${Math.sin(index * salt + salt)}`.slice(2));

const settingsWith = (settings: Settings, part: Partial<Settings>): Settings => ({ ...settings, ...part });

/** Fills the sync storage of a device as far as it goes without leaving anything out, line by line of 20. */
async function filled(areas: StorageAreas, share: number): Promise<string[]> {
  const { settings } = await load(areas);
  let [fits, tooMany] = [8000, 10_000];
  while (tooMany - fits > 20) {
    const middle = (fits + tooMany) >> 1;
    const { wanted, room } = await measureSyncFill(
      areas,
      settingsWith(settings, { lists: [fakeList({ lines: manyLines(middle) })] }),
    );
    if (wanted <= room * share) fits = middle;
    else tooMany = middle;
  }
  return manyLines(fits);
}

describe("how full the sync storage is", () => {
  test(
    "a profile at 99 % of the quota is edited without an error, and all of it travels",
    { timeout: 60_000 },
    async () => {
      const first = fakeStorage();
      const lines = await filled(first, 0.99);
      await set(first, { lists: [fakeList({ lines })] });
      await sync(first);
      const { wanted, room } = await measureSyncFill(first, null);
      expect(room).toBe(syncQuota.totalBytes);
      expect(wanted / room).toBeGreaterThan(0.98);
      const second = besides(first);
      await sync(second);
      for (let edit = 0; edit < 5; edit += 1) {
        await set(second, { lists: [fakeList({ lines: lines.with(edit, `edit ${edit}`) })] });
        for (const device of [second, first]) await sync(device);
        expect((await load(second)).problems).toEqual([]);
        expect((await load(first)).settings).toEqual((await load(second)).settings);
      }
    },
  );

  test(
    "it is told before saving what would not fit, and the list that grew stays; the rest is shared",
    { timeout: 60_000 },
    async () => {
      const first = fakeStorage();
      const small = fakeList({ id: "small", name: "Small", lines: ["a"] });
      await set(first, { lists: [small, fakeList({ id: "large", name: "Large", lines: ["b"] })] });
      await sync(first);
      const { settings } = await load(first);
      const large = fakeList({ id: "large", name: "Large", lines: manyLines(12_000) });
      const told = await measureSyncFill(first, settingsWith(settings, { lists: [small, large] }));
      expect(told.wanted).toBeGreaterThan(told.room);
      expect(told.leftOut).toEqual([{ kind: "lists", id: "large", name: "Large" }]);

      await set(first, { lists: [{ ...small, lines: ["a", "more"] }, large] });
      await sync(first);
      const { problems } = await load(first);
      expect(problems).toMatchObject([
        { code: "sync-full", args: ["Large", String(Math.ceil((100 * told.wanted) / told.room))] },
      ]);
      const second = besides(first);
      await sync(second);
      const there = (await load(second)).settings.lists;
      expect(there.map(({ id, lines }) => [id, lines])).toEqual([
        ["small", ["a", "more"]],
        ["large", ["b"]],
      ]);
      // Nothing here was cut off, and the devices do not write back and forth.
      expect((await load(first)).settings.lists[1]).toEqual(large);
      for (const device of [first, second, first]) {
        first.sync.refuse = "no write expected";
        expect(await sync(device)).toBeNull();
      }
      first.sync.refuse = null;

      // What others add to the list arrives all the same; once it fits, all of it is shared.
      await set(second, {
        lists: there.map((list) => (list.id === "large" ? { ...list, lines: ["b", "theirs"] } : list)),
      });
      for (const device of [second, first]) await sync(device);
      expect((await load(first)).settings.lists[1]?.lines).toContain("theirs");
      await set(first, { lists: [small, { ...large, lines: ["c", "theirs"] }] });
      for (const device of [first, second]) await sync(device);
      expect((await load(first)).problems).toEqual([]);
      expect((await load(second)).settings).toEqual((await load(first)).settings);
    },
  );

  test("a list that is kept on this device goes nowhere until it is shared again", async () => {
    const first = fakeStorage();
    await keepOnDevice(first, { kind: "lists", id: "list" }, true);
    await set(first, { lists: [fakeList({ lines: ["secret"] }), fakeList({ id: "other" })] });
    await sync(first);
    const second = besides(first);
    await sync(second);
    expect((await load(second)).settings.lists.map(({ id }) => id)).toEqual(["other"]);
    expect(await measureSyncFill(first, null)).toMatchObject({
      leftOut: [],
      kept: [{ kind: "lists", id: "list", name: "List" }],
    });
    expect((await load(first)).problems).toEqual([]);
    await keepOnDevice(first, { kind: "lists", id: "list" }, false);
    for (const device of [first, second]) await sync(device);
    expect((await load(second)).settings).toEqual((await load(first)).settings);
  });

  test("what others store there is room that is not there", async () => {
    const areas = fakeStorage();
    await areas.sync.set({ other: "x".repeat(1000) });
    expect((await measureSyncFill(areas, null)).room).toBe(syncQuota.totalBytes - 1007);
  });
});
