import { describe, expect, test } from "vitest";

import type { RunAlone } from "@/model/run-alone.ts";
import type { Settings } from "@/model/settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import type { StorageAreas } from "@/settings/storage-area.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { killedAt } from "../../support/killed-at.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

/** A killed script lets go of its locks, so each script here has its own. */
const unlocked: RunAlone = (run) => run();

let clock = 1_700_000_000_000;
const now = (): number => (clock += 200_000);
const sync = (areas: StorageAreas) => createSettingsSync(areas, { now, alone: unlocked }).exchange();
const store = (areas: StorageAreas) => createSettingsStore(areas.local, unlocked);
const change = (areas: StorageAreas, part: Partial<Settings>) =>
  store(areas).update((settings) => ({ ...settings, ...part }));
const load = async (areas: StorageAreas): Promise<Settings> => (await store(areas).load()).settings;

/** Two devices that changed the same list apart, so that an exchange has to take in and to give out. */
async function twoApart() {
  const first = fakeStorage();
  const second = { local: fakeStorage().local, sync: first.sync };
  await change(first, { lists: [fakeList({ lines: ["a", "b"] })], filters: [fakeFilter()] });
  for (const device of [first, second]) await sync(device);
  await change(second, { lists: [fakeList({ lines: ["a", "b", "second"] })] });
  await sync(second);
  await change(first, { lists: [fakeList({ lines: ["first", "a"] })], filters: [fakeFilter({ condition: "edited" })] });
  return { first, second };
}

const merged = { lists: [{ lines: ["first", "a", "second"] }], filters: [{ condition: "edited" }] };

describe("killed at every call of storage", () => {
  test.each(["before", "after"])(
    "an exchange that ends %s the call loses nothing and is made up for",
    async (moment) => {
      let killed = 0;
      for (let last = 1; ; last += 1) {
        const { first, second } = await twoApart();
        const mortal = killedAt(first, last, moment === "after");
        const ended = await sync(mortal.areas).then(
          () => "finished",
          () => "killed",
        );
        // What was set here is here at once, whatever came of the exchange.
        expect(await load(first)).toMatchObject({ filters: [{ condition: "edited" }] });
        expect((await load(first)).lists[0]?.lines).toEqual(expect.arrayContaining(["first", "a"]));
        for (const device of [first, second, first, second]) await sync(device);
        expect(await load(first)).toMatchObject(merged);
        expect(await load(second)).toEqual(await load(first));
        if (ended === "finished" && mortal.calls() < last) break;
        killed += 1;
      }
      expect(killed).toBeGreaterThan(5);
    },
  );

  test("a change under a lent lock that is lost is not made", async () => {
    const { first } = await twoApart();
    let held = true;
    const before = await load(first);
    const lent: RunAlone = (run) => run(() => held);
    const write = createSettingsStore(first.local, lent).update((settings) => {
      held = false;
      return { ...settings, filters: [] };
    });
    await expect(write).rejects.toThrow("cannot be reached");
    expect(await load(first)).toEqual(before);
  });

  test.each(["before", "after"])("a change that ends %s the call is made in whole or not at all", async (moment) => {
    const seen = new Set<string>();
    for (let last = 1; last <= 2; last += 1) {
      const { first, second } = await twoApart();
      await change(killedAt(first, last, moment === "after").areas, {
        pausedSites: ["new.example"],
        filters: [],
      }).catch(() => undefined);
      const { pausedSites, filters } = await load(first);
      expect([pausedSites.length, filters.length]).toEqual(pausedSites.length === 0 ? [0, 1] : [1, 0]);
      seen.add(String(pausedSites.length));
      for (const device of [first, second, first]) await sync(device);
      expect(await load(second)).toEqual(await load(first));
      expect((await load(second)).pausedSites).toEqual(pausedSites);
    }
    expect(seen.has("0")).toBe(true);
    expect(seen.has("1")).toBe(moment === "after");
  });
});
