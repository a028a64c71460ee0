import { expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { createSettingsHistory } from "@/settings/history.ts";
import { localKeys } from "@/settings/local-keys.ts";
import { deflatePacking } from "@/settings/pack-text.ts";
import { readReplica } from "@/settings/replica-record.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import type { StorageAreas } from "@/settings/storage-area.ts";
import type { Replica } from "@/sync/document.ts";
import { restoredField } from "@/sync/restored-cells.ts";
import { bringBack } from "@/ui/editing/settings-changes.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

let clock = 1_700_000_000_000;
const now = (): number => (clock += 10_000);
const exchange = async (...devices: readonly StorageAreas[]): Promise<void> => {
  for (const areas of devices) await createSettingsSync(areas, { now }).exchange();
};
const change = (areas: StorageAreas, part: Partial<Settings>) =>
  createSettingsStore(areas.local).update((settings) => ({ ...settings, ...part }));
const load = async (areas: StorageAreas): Promise<Settings> => (await createSettingsStore(areas.local).load()).settings;

/** Two devices that share settings. */
async function twoWith(part: Partial<Settings>) {
  const one = fakeStorage();
  const other = { local: fakeStorage().local, sync: one.sync };
  await change(one, part);
  await exchange(one, other);
  const settle = async (): Promise<void> => {
    await exchange(one, other, one, other);
    expect(await load(one)).toEqual(await load(other));
  };
  return { one, other, settle };
}

const list = fakeList({ lines: ["one", "two", "three", "four"] });
const edited = { lists: [{ ...list, lines: ["one", "three!", "four"] }] };
const emptied = { lists: [{ ...list, lines: [] }] };
const linesOf = async (areas: StorageAreas) => (await load(areas)).lists[0]?.lines;
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `w${index}`);

test.each([false, true])(
  "lines that come back lack what another device took away (it had exchanged: %s)",
  async (soon) => {
    const { one, other, settle } = await twoWith({ lists: [list] });
    await change(other, edited);
    await change(one, emptied);
    await exchange(one);
    if (soon) await exchange(other, one);
    const there = (await linesOf(one)) ?? [];
    await change(one, { lists: [{ ...list, lines: [...list.lines, ...there] }] });
    await settle();
    expect((await linesOf(one))?.toSorted()).toEqual(["four", "one", "three!"]);
  },
);

test("so do those that the history brings back, and those that went in several changes", async () => {
  const { one, other, settle } = await twoWith({ lists: [list] });
  await change(other, edited);
  for (const lines of [["one", "two", "four"], ["one"], []]) {
    await change(one, { lists: [{ ...list, lines }] });
    await exchange(one);
  }
  const history = createSettingsHistory(one.local, createSettingsStore(one.local));
  for (const { number } of (await history.changes()).slice(0, 3)) expect(await history.undo(number)).toBe("done");
  await settle();
  expect((await linesOf(one))?.toSorted()).toEqual(["four", "one", "three!"]);
});

test("one line that comes back is gone where another device had edited it", async () => {
  const { one, other, settle } = await twoWith({ lists: [list] });
  await change(other, edited);
  await change(one, { lists: [{ ...list, lines: ["one", "two", "four"] }] });
  await exchange(one);
  await change(one, { lists: [list] });
  await settle();
  expect(await linesOf(one)).toEqual(["one", "three!", "four"]);
});

test.each([["two"], ["two", "three"]])("what both took away and one writes again stays", async (...gone) => {
  const { one, other, settle } = await twoWith({ lists: [list] });
  const lines = list.lines.filter((line) => !gone.includes(line));
  for (const device of [one, other]) await change(device, { lists: [{ ...list, lines }] });
  await settle();
  await change(one, { lists: [list] });
  await settle();
  expect(await linesOf(other)).toEqual(list.lines);
  // And goes as any other.
  await change(other, { lists: [{ ...list, lines }] });
  await settle();
  expect(await linesOf(one)).toEqual(lines);
});

test("alternatives that come back lack what another device took away", async () => {
  const filter = fakeFilter({ condition: "site:a.com OR site:b.com OR site:c.com" });
  const { one, other, settle } = await twoWith({ filters: [filter] });
  await change(other, { filters: [{ ...filter, condition: "site:a.com OR site:c.com" }] });
  await change(one, { filters: [{ ...filter, condition: "" }] });
  await exchange(one);
  await change(one, { filters: [filter] });
  await settle();
  expect((await load(one)).filters[0]?.condition).toBe("site:a.com OR site:c.com");
});

test.each([false, true])(
  "what was half-typed for a while undoes nothing that another device took away (it had exchanged: %s)",
  async (soon) => {
    const filter = fakeFilter({ condition: "site:a.com OR site:b.com" });
    const { one, other, settle } = await twoWith({ filters: [filter] });
    await change(other, { filters: [{ ...filter, condition: "site:a.com" }] });
    await change(one, { filters: [{ ...filter, condition: `${filter.condition} OR (` }] });
    await exchange(one);
    if (soon) await exchange(other, one);
    await change(one, { filters: [{ ...filter, condition: `${filter.condition} OR (site:d.com)` }] });
    await settle();
    expect((await load(one)).filters[0]?.condition).toBe("site:a.com OR (site:d.com)");
  },
);

test.each([4000, 12_000])("a list of %i lines that comes back lacks what another device took away", async (count) => {
  const long = fakeList({ lines: numbered(count) });
  const { one, other, settle } = await twoWith({ lists: [long] });
  await change(other, { lists: [{ ...long, lines: long.lines.slice(count / 2).with(0, "edited") }] });
  await change(one, { lists: [] });
  await exchange(one);
  await createSettingsStore(one.local).update(bringBack("lists", long, 0));
  await settle();
  expect(await linesOf(one)).toEqual(["edited", ...long.lines.slice(count / 2 + 1)]);
});

test("notes of what came back go with it", async () => {
  const { one, settle } = await twoWith({ lists: [list] });
  const notes = async (): Promise<number> => {
    const stored = (await one.local.get([localKeys.document]))[localKeys.document];
    const replica = (await readReplica(stored, deflatePacking)) as Replica;
    return [...replica.document.cells.values()].filter((cell) => cell.type === "value" && cell.field === restoredField)
      .length;
  };
  for (let time = 0; time < 3; time++) {
    await change(one, emptied);
    await settle();
    expect(await notes()).toBe(0);
    await change(one, { lists: [list] });
    await settle();
    expect(await notes()).toBe(1);
  }
});
