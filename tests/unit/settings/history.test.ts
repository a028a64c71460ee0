import { describe, expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { defaultSettings } from "@/settings/default-settings.ts";
import { createSettingsHistory } from "@/settings/history.ts";
import { revertChange } from "@/settings/merge-settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

const longAfter = 3_600_000;
const soon = 3000;

/** One device whose background records each change by itself. */
function oneDevice() {
  const areas = fakeStorage();
  let clock = 1_700_000_000_000;
  const store = createSettingsStore(areas.local);
  const sync = createSettingsSync(areas, { now: () => clock });
  const set = async (part: Partial<Settings>, later = longAfter): Promise<void> => {
    clock += later;
    await store.update((settings) => ({ ...settings, ...part }));
    await sync.exchange();
  };
  const settings = async (): Promise<Settings> => (await store.load()).settings;
  return { areas, store, sync, set, settings, history: createSettingsHistory(areas.local, store) };
}

describe("the history of lists and filters", () => {
  test("has the state before each change, and gives it back", async () => {
    const { set, history, settings } = oneDevice();
    await set({ lists: [fakeList({ lines: ["a"] })] });
    await set({ lists: [fakeList({ lines: ["b"] })] });
    const [change] = await history.changes();
    expect(change).toMatchObject({
      cause: "here",
      items: [{ kind: "lists", id: "list", name: "List", became: "changed" }],
    });
    expect(await history.stateBefore(change!.number, "lists", "list")).toEqual(fakeList({ lines: ["a"] }));
    await history.restore(change!.number, "lists", "list");
    expect((await settings()).lists).toEqual([fakeList({ lines: ["a"] })]);
  });

  test("a deletion is undone where the list stood, and what changed since then stays", async () => {
    const { set, history, settings } = oneDevice();
    const lists = ["a", "b", "c"].map((id) => fakeList({ id, lines: [`${id} line`] }));
    await set({ lists });
    await set({ lists: lists.filter(({ id }) => id !== "b") });
    await set({ filters: [fakeFilter()] });
    const deletion = (await history.changes()).find(({ items }) => items[0]?.became === "deleted");
    await history.undo(deletion!.number);
    expect((await settings()).lists).toEqual(lists);
    expect((await settings()).filters).toEqual([fakeFilter()]);
  });

  test("an import is undone: what it added is gone, what it changed is as before, later lines stay", async () => {
    const { set, history, settings } = oneDevice();
    await set({ lists: [fakeList({ lines: ["mine"] })] });
    const imported = Array.from({ length: 50 }, (_, index) => `imported ${index}`);
    await set({
      lists: [fakeList({ lines: ["mine", ...imported] }), fakeList({ id: "new" })],
      filters: [fakeFilter()],
    });
    const [change] = await history.changes();
    await set({ lists: [fakeList({ lines: ["mine", ...imported, "later"] }), fakeList({ id: "new" })] });
    await history.undo(change!.number);
    expect((await settings()).lists).toEqual([fakeList({ lines: ["mine", "later"] })]);
    expect((await settings()).filters).toEqual([]);
  });

  test("a site that came to a filter is taken out of it, whatever came since; a later name stays", async () => {
    const { set, history, settings } = oneDevice();
    const filter = (condition: string, name = "One") => ({ filters: [fakeFilter({ name, condition })] });
    await set(filter("site:x.com"));
    await set(filter("site:x.com OR site:a.com", "Two"));
    await set(filter("site:x.com OR site:a.com OR site:b.com", "Three"));
    await history.undo((await history.changes())[1]!.number);
    expect(await settings()).toMatchObject(filter("site:x.com OR site:b.com", "Three"));
  });

  test("a change can be taken back before it is recorded too", () => {
    const before: Settings = { ...defaultSettings, lists: [fakeList({ lines: ["a", "b"] })] };
    const after = { ...before, lists: [] };
    const since = { ...after, pausedSites: ["later.example"] };
    expect(revertChange(before, after)(since)).toEqual({ ...before, pausedSites: ["later.example"] });
  });

  test("typing on does not fill it: the state before the sitting is kept", async () => {
    const { set, history } = oneDevice();
    await set({ lists: [fakeList({ lines: ["before"] })] });
    for (const text of ["t", "ty", "typ"])
      await set({ lists: [fakeList({ lines: ["before", text] })] }, text === "t" ? longAfter : 1000);
    const changes = await history.changes();
    expect(changes.map(({ items }) => items[0]?.became)).toEqual(["changed", "added"]);
    expect(await history.stateBefore(changes[0]!.number, "lists", "list")).toEqual(fakeList({ lines: ["before"] }));
  });

  test("a term that is added soon after another is a change of its own", async () => {
    const { set, history, settings } = oneDevice();
    await set({ filters: [fakeFilter({ condition: "site:a.example" })] });
    await set({ filters: [fakeFilter({ condition: "site:a.example OR site:b.example" })] }, soon);
    await set({ filters: [fakeFilter({ condition: "site:a.example OR site:b.example OR site:c" })] }, soon);
    const [change] = await history.changes();
    await history.undo(change!.number);
    expect((await settings()).filters).toEqual([fakeFilter({ condition: "site:a.example OR site:b.example" })]);
  });

  test.each([
    ["emptied", { condition: "" }],
    ["replaced", { condition: "rain" }],
    ["replaced by something longer", { condition: "words that are wholly different from it" }],
    ["of another action", { condition: "harbor", action: "dim" as const }],
    ["switched off", { condition: "harbor", enabled: false }],
    ["called otherwise", { condition: "harbor", name: "Ports" }],
  ])("a filter that is %s while someone types can be brought back", async (_, part) => {
    const { set, history, settings } = oneDevice();
    for (const condition of ["har", "harb", "harbo", "harbor"])
      await set({ filters: [fakeFilter({ condition })] }, soon);
    const known = (await history.changes()).length;
    await set({ filters: [fakeFilter(part)] }, soon);
    const changes = await history.changes();
    expect([known, changes.length]).toEqual([2, 3]);
    await history.restore(changes[0]!.number, "filters", "filter");
    expect((await settings()).filters).toEqual([fakeFilter({ condition: "harbor" })]);
  });

  test("many lines that come soon after a line was typed are a change of their own", async () => {
    const { set, history, settings } = oneDevice();
    const imported = Array.from({ length: 5000 }, (_, index) => `imported ${index}`);
    await set({ lists: [fakeList({ lines: ["mine"] })] });
    await set({ lists: [fakeList({ lines: ["mine", "typed"] })] });
    await set({ lists: [fakeList({ lines: ["mine", "typed", ...imported] })] }, soon);
    const [change] = await history.changes();
    await history.undo(change!.number);
    expect((await settings()).lists).toEqual([fakeList({ lines: ["mine", "typed"] })]);
  });

  test.each([1, 3])("lines that go %i at a time can all be brought back", async (atOnce) => {
    const { set, history } = oneDevice();
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    await set({ lists: [fakeList({ lines })] });
    await set({ lists: [fakeList({ lines: [...lines, "typed"] })] });
    const kept: unknown[] = [];
    for (let left = lines.length; left > 0; left -= atOnce) {
      kept.unshift(fakeList({ lines: [...lines.slice(0, left), "typed"] }));
      await set({ lists: [fakeList({ lines: [...lines.slice(0, left - atOnce), "typed"] })] }, soon);
    }
    const changes = (await history.changes()).slice(0, kept.length);
    expect(await Promise.all(changes.map(({ number }) => history.stateBefore(number, "lists", "list")))).toEqual(kept);
  });

  test("typing without an end is kept now and then", async () => {
    const { set, history } = oneDevice();
    const text = "abcdefghij".repeat(40);
    await set({ lists: [fakeList({ lines: ["before"] })] });
    for (let length = 10; length <= text.length; length += 10)
      await set({ lists: [fakeList({ lines: ["before", text.slice(0, length)] })] }, soon);
    const { length } = await history.changes();
    expect(length).toBeGreaterThan(4);
    expect(length).toBeLessThan(10);
  });

  test("a deletion and an import are entries of their own, however soon after other changes they come", async () => {
    const { areas, store, sync, set, history, settings } = oneDevice();
    const words = Array.from({ length: 50 }, (_, index) => `imported ${index}`);
    await set({ lists: [fakeList({ lines: ["mine", "type"] }), fakeList({ id: "other" })], filters: [fakeFilter()] });
    const change = (part: (now: Settings) => Partial<Settings>) => store.update((now) => ({ ...now, ...part(now) }));
    // All of this before the background had its turn.
    await change(({ lists }) => ({ lists: lists.map((one) => ({ ...one, lines: ["mine", "typed"] })) }));
    await change(() => ({ filters: [] }));
    await change(({ lists }) => ({ lists: lists.filter(({ id }) => id !== "other") }));
    await change(({ lists }) => ({ lists: [...lists, fakeList({ id: "new", lines: words })] }));
    await change(({ lists }) => ({
      lists: lists.map((one) => (one.id === "list" ? { ...one, lines: ["mine", "typed on"] } : one)),
    }));
    await sync.exchange();
    const told = (await history.changes()).map(({ items }) => items.map(({ id, became }) => `${id} ${became}`).join());
    expect(told.slice(0, 5)).toEqual([
      "new added",
      "other deleted",
      "filter deleted",
      "list changed,other changed",
      "list added,other added,filter added",
    ]);
    const deletion = (await history.changes())[2];
    expect(await history.undo(deletion!.number)).toBe("done");
    expect(await settings()).toMatchObject({
      filters: [fakeFilter()],
      lists: [{ lines: ["mine", "typed on"] }, { id: "new" }],
    });
    await sync.exchange();
    expect(areas.local.items.get("history-unrecorded")).toBeNull();
  });

  test("going back is refused, and said, where settings cannot be stored", async () => {
    const { areas, set, history, settings } = oneDevice();
    await set({ filters: [fakeFilter()] });
    await set({ filters: [] });
    const [deletion] = await history.changes();
    areas.local.refuse = "The disk is full";
    expect(await history.undo(deletion!.number)).toBe("refused");
    areas.local.refuse = null;
    areas.local.items.set("settings", { ...(areas.local.items.get("settings") as object), version: 99 });
    expect(await history.restore(deletion!.number, "filters", "filter")).toBe("refused");
    expect((await settings()).filters).toEqual([]);
  });

  test("what it lets go of is removed from storage too", async () => {
    const { areas, set, history } = oneDevice();
    const states = 510;
    for (let index = 0; index < states; index += 1)
      await set({ filters: [fakeFilter({ condition: `state ${index}` })] });
    const changes = await history.changes();
    expect(changes.length).toBeLessThan(states);
    expect(await history.stateBefore(changes[0]!.number, "filters", "filter")).toMatchObject({
      condition: "state 508",
    });
    const kept = [...areas.local.items.keys()].filter((key) => key.startsWith("history."));
    expect(kept.toSorted()).toEqual(changes.map(({ number }) => `history.${number}`).toSorted());
  }, 60_000);

  test("what another device deletes can be brought back here", async () => {
    const { areas, set, history, sync, settings } = oneDevice();
    await set({ lists: [fakeList({ lines: ["mine"] })] });
    const other = { local: fakeStorage().local, sync: areas.sync };
    await createSettingsSync(other).exchange();
    await createSettingsStore(other.local).update((before) => ({ ...before, lists: [] }));
    await createSettingsSync(other).exchange();
    await sync.exchange();
    expect((await settings()).lists).toEqual([]);
    const [change] = await history.changes();
    expect(change?.cause).toBe("sync");
    await history.undo(change!.number);
    await sync.exchange();
    await createSettingsSync(other).exchange();
    expect((await createSettingsStore(other.local).load()).settings.lists).toEqual([fakeList({ lines: ["mine"] })]);
  });

  test.each([["rubbish"], [{}], [[null, 1, { number: "x" }]]])(
    "a stored history that is none is empty: %j",
    async (stored) => {
      const { areas, history } = oneDevice();
      areas.local.items.set("history", stored);
      expect(await history.changes()).toEqual([]);
      expect(await history.undo(1)).toBe("gone");
      expect(await history.restore(1, "lists", "list")).toBe("gone");
    },
  );
});
