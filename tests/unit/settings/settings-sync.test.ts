import { describe, expect, test } from "vitest";

import type { KeywordList } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";
import { createSettingsHistory } from "@/settings/history.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import type { StorageAreas } from "@/settings/storage-area.ts";
import { conditionLines } from "@/sync/split-alternatives.ts";
import { bringBack } from "@/ui/editing/settings-changes.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

/** A device of its own beside another one: its own local storage, the same sync storage. */
const besides = (other: ReturnType<typeof fakeStorage>) => ({ local: fakeStorage().local, sync: other.sync });

let clock = Date.now();
const now = (): number => (clock += 10_000);
const sync = (areas: StorageAreas) => createSettingsSync(areas, { now }).exchange();
const update = (areas: StorageAreas, change: (settings: Settings) => Partial<Settings>) =>
  createSettingsStore(areas.local).update((settings) => ({ ...settings, ...change(settings) }));
const set = (areas: StorageAreas, part: Partial<Settings>) => update(areas, () => part);
const setLines = (areas: StorageAreas, change: (lines: readonly string[]) => readonly string[], id = "list") =>
  update(areas, ({ lists }) => ({
    lists: lists.map((list) => (list.id === id ? { ...list, lines: change(list.lines) } : list)),
  }));
const load = (areas: StorageAreas) => createSettingsStore(areas.local).load();
const codes = async (areas: StorageAreas): Promise<string[]> => (await load(areas)).problems.map(({ code }) => code);
const lists = async (areas: StorageAreas): Promise<readonly KeywordList[]> => (await load(areas)).settings.lists;
const lines = async (areas: StorageAreas) => (await lists(areas))[0]?.lines;

const conditions = async (areas: StorageAreas): Promise<readonly string[]> =>
  (await load(areas)).settings.filters.map(({ condition }) => condition);

/** A device that no longer hears of others unless it is told. */
const apart = ({ local }: StorageAreas) => ({ local, sync: fakeStorage().sync });

/** Words that do not compress away. */
const manyLines = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${(index * 2_654_435_761) % 4_294_967_291} ${Math.sin(index)}`);

/** Two devices with the same settings. */
async function twoDevices(part: Partial<Settings>) {
  const first = fakeStorage();
  const second = besides(first);
  await set(first, part);
  await sync(first);
  await sync(second);
  return [first, second] as const;
}

describe("settings between devices", () => {
  test("what one device sets, another has", async () => {
    const [first, second] = await twoDevices({ enabled: false, lists: [fakeList({ lines: ["支持"] })] });
    expect((await load(second)).settings).toEqual((await load(first)).settings);
  });

  test("lists far beyond the quota of one item travel whole", async () => {
    const many = manyLines(2000);
    const [first, second] = await twoDevices({ lists: [fakeList({ lines: many })] });
    expect(first.sync.items.size).toBeGreaterThan(2);
    expect(await lines(second)).toEqual(many);
  });

  test("what both add is kept, what either deletes is gone", async () => {
    const [first, second] = await twoDevices({ lists: [fakeList({ lines: ["a", "b", "c"] })] });
    await setLines(first, () => ["a", "first", "c"]);
    await setLines(second, () => ["second", "a", "b"]);
    for (const device of [first, second, first]) await sync(device);
    expect(await lines(first)).toEqual(["second", "a", "first"]);
    expect(await lines(second)).toEqual(["second", "a", "first"]);
  });

  test.each([
    ["before it comes to the other", ["first", "first", "second", "first", "second"]],
    ["after it came to the other", ["first", "second", "first", "second", "first"]],
    ["after the other's came here", ["first", "second", "first", "first", "second", "first", "second"]],
  ])("a deletion that is taken back %s leaves what the other deleted and edited as it is there", async (_, order) => {
    const list = fakeList({ lines: ["one", "two", "three"] });
    const filter = fakeFilter({ condition: "word OR site:a.test" });
    const [first, second] = await twoDevices({ lists: [list], filters: [filter] });
    await setLines(second, () => ["one", "three!"]);
    await update(second, ({ lists: [one] }) => ({
      lists: [{ ...one!, color: 7 }],
      filters: [{ ...filter, condition: "site:a.test OR other" }],
    }));
    await set(first, { lists: [], filters: [] });
    const [deletedAt, ...later] = order;
    await sync(deletedAt === "first" ? first : second);
    // The deletion is known to the register, in some orders with what the other did.
    for (const name of later.slice(0, later.length - 3)) await sync(name === "first" ? first : second);
    await update(first, (settings) => bringBack("filters", filter, 0)(bringBack("lists", list, 0)(settings)));
    for (const name of [...later.slice(-3), "first", "second", "first", "second"]) {
      await sync(name === "first" ? first : second);
    }
    const { settings } = await load(first);
    expect(settings.lists).toMatchObject([{ lines: expect.arrayContaining(["one", "three!"]) }]);
    expect(settings.lists[0]?.lines.filter((line) => line !== "one")).toEqual(["three!"]);
    expect(settings.filters.map(({ condition }) => condition.split(" OR ").toSorted())).toEqual([
      ["other", "site:a.test"],
    ]);
    expect((await load(second)).settings).toEqual(settings);
  });

  test("a deletion that is taken back beside what was half-typed meanwhile leaves that, and what it took away", async () => {
    const former = fakeFilter({ condition: "word" });
    const [first, second] = await twoDevices({ filters: [former] });
    await set(first, { filters: [] });
    await set(second, { filters: [fakeFilter({ condition: "other -title:(" })] });
    for (const device of [first, second, first]) await sync(device);
    await update(first, bringBack("filters", former, 0));
    for (const device of [first, second, first]) await sync(device);
    expect((await load(first)).settings.filters).toMatchObject([{ condition: "other -title:(" }]);
    expect((await load(second)).settings.filters).toEqual((await load(first)).settings.filters);
  });

  test("of what was half-typed on two devices, deleted and brought back, what one took away meanwhile stays away", async () => {
    const [first, second] = await twoDevices({ filters: [fakeFilter({ condition: "word" })] });
    await set(first, { filters: [fakeFilter({ condition: "one (" })] });
    await set(second, { filters: [fakeFilter({ condition: "two (" })] });
    for (const device of [first, second, first]) await sync(device);
    const [former] = (await load(first)).settings.filters;
    expect(conditionLines(former!.condition, ["one (", "two ("]).toSorted()).toEqual(["one (", "two ("]);
    await set(first, { filters: [] });
    await set(second, { filters: [fakeFilter({ condition: "two (" })] });
    await sync(first);
    await update(first, bringBack("filters", former!, 0));
    for (const device of [first, second, first, second]) await sync(device);
    expect((await load(first)).settings.filters).toEqual([fakeFilter({ condition: "two (" })]);
    expect((await load(second)).settings.filters).toEqual((await load(first)).settings.filters);
  });

  test.each([true, false])(
    "what was half-typed goes with its filter from beside another's edit; taken back: %s",
    async (taken) => {
      const [first, second] = await twoDevices({ filters: [fakeFilter({ condition: "word" })] });
      const half = fakeFilter({ condition: "half -title:(" });
      await set(first, { filters: [half] });
      await sync(first);
      await set(second, { filters: [fakeFilter({ condition: "word OR other" })] });
      await set(first, { filters: [] });
      await sync(second);
      expect((await load(second)).settings.filters).toHaveLength(2);
      for (const device of [first, second, first]) await sync(device);
      expect((await load(first)).settings.filters).toEqual([fakeFilter({ condition: "other" })]);
      if (taken) await update(first, bringBack("filters", half, 0));
      for (const device of [first, second, first]) await sync(device);
      const { filters } = (await load(first)).settings;
      expect(filters.map(({ condition }) => conditionLines(condition, ["half -title:("]).toSorted())).toEqual([
        taken ? ["half -title:(", "other"] : ["other"],
      ]);
      expect((await load(second)).settings.filters).toEqual(filters);
    },
  );

  test("a list that two deleted and both took back lacks what one had deleted of it before", async () => {
    const list = fakeList({ lines: ["one", "two", "three", "four"] });
    const [first, second] = await twoDevices({ lists: [list] });
    const rest = { ...list, lines: ["one", "three", "four"] };
    await set(second, { lists: [rest] });
    await sync(second);
    await set(second, { lists: [] });
    await sync(second);
    await set(first, { lists: [] });
    await sync(first);
    await update(second, bringBack("lists", rest, 0));
    for (const device of [second, first]) await sync(device);
    await update(first, bringBack("lists", list, 0));
    for (const device of [first, second, first]) await sync(device);
    expect(await lines(first)).toEqual(["one", "three", "four"]);
    expect(await lines(second)).toEqual(["one", "three", "four"]);
  });

  test("a line that went right before its whole list stays away when another device takes its deletion back", async () => {
    const list = fakeList({ lines: ["one", "two", "three"] });
    const [first, second] = await twoDevices({ lists: [list] });
    await setLines(second, () => ["one", "three"]);
    await set(second, { lists: [] });
    await set(first, { lists: [] });
    for (const device of [first, second]) await sync(device);
    await update(first, bringBack("lists", list, 0));
    for (const device of [first, second, first]) await sync(device);
    expect(await lines(first)).toEqual(["one", "three"]);
    expect(await lines(second)).toEqual(["one", "three"]);
  });

  test("a list that went before, and came again for others' lines, is brought back with what it had last", async () => {
    const [first, second] = await twoDevices({ lists: [fakeList({ lines: ["a", "b", "c", "d", "e"] })] });
    await set(first, { lists: [] });
    await setLines(second, (all) => [...all, "one", "two"]);
    for (const device of [first, second, first]) await sync(device);
    expect(await lines(first)).toEqual(["one", "two"]);
    const [last] = await lists(first);
    await set(first, { lists: [] });
    await setLines(second, () => ["one", "three"]);
    for (const device of [first, second, first]) await sync(device);
    expect(await lines(first)).toEqual(["three"]);
    await update(first, bringBack("lists", last!, 0));
    for (const device of [first, second, first]) await sync(device);
    expect((await lines(first))?.toSorted()).toEqual(["one", "three"]);
    expect(await lines(second)).toEqual(await lines(first));
  });

  test.each([
    ["the last first", [1, 0]],
    ["the first first", [0, 1]],
  ])("of a list that went twice, both taken back, %s, what another deleted stays away", async (_, order) => {
    const list = fakeList({ lines: ["a", "b"] });
    const [first, second] = await twoDevices({ lists: [list] });
    await setLines(second, () => ["c"]);
    await set(first, { lists: [] });
    for (const device of [first, second, first]) await sync(device);
    const [again] = await lists(first);
    expect(again?.lines).toEqual(["c"]);
    await set(first, { lists: [] });
    await sync(first);
    for (const turn of order) {
      await update(first, bringBack("lists", [list, again!][turn]!, 0));
      await sync(first);
    }
    for (const device of [second, first]) await sync(device);
    expect(await lines(first)).toEqual(["c"]);
    expect(await lines(second)).toEqual(["c"]);
  });

  test.each([
    ["edits", ["whole"]],
    ["deletes", []],
  ])("what two devices set apart at once, and one of them %s then, is as that one has it", async (_, left) => {
    const [first, second] = await twoDevices({ filters: [fakeFilter({ condition: "word" })] });
    const elsewhere = apart(second);
    const cross = async (): Promise<void> => {
      const [here, there] = [await first.sync.get(null), await elsewhere.sync.get(null)];
      await first.sync.set(there);
      await elsewhere.sync.set(here);
    };
    await set(first, { filters: [fakeFilter({ condition: "half -title:(" })] });
    await set(elsewhere, { filters: [fakeFilter({ condition: "other" })] });
    const exchange = async (): Promise<void> => {
      for (const device of [first, elsewhere]) await sync(device);
    };
    await exchange();
    await cross();
    await exchange();
    expect(await conditions(first)).toEqual(["other", "half -title:("]);
    expect(await conditions(elsewhere)).toEqual(["other", "half -title:("]);
    await update(elsewhere, ({ filters: [one, other] }) => ({
      filters: [one!, ...left.map((condition) => ({ ...other!, condition }))],
    }));
    for (let turn = 0; turn < 4; turn++) {
      await exchange();
      await cross();
    }
    expect(await conditions(first)).toEqual(["other", ...left]);
    expect((await load(elsewhere)).settings.filters).toEqual((await load(first)).settings.filters);
  });

  test("what was half-typed is there though it was set apart where its filter had been deleted", async () => {
    const [first, second] = await twoDevices({ filters: [fakeFilter({ condition: "word" })] });
    const [deleting, typing, editing] = [first, second, { local: fakeStorage().local, sync: first.sync }];
    await sync(editing);
    const devices = [apart(deleting), apart(typing), apart(editing)] as const;
    const tell = async (from: number, to: number): Promise<void> => {
      await devices[to]!.sync.set(await devices[from]!.sync.get(null));
      await sync(devices[to]!);
    };
    await set(devices[0], { filters: [] });
    await set(devices[1], { filters: [fakeFilter({ condition: "half -title:(" })] });
    await set(devices[2], { filters: [fakeFilter({ condition: "other" })] });
    for (const device of devices) await sync(device);
    await tell(1, 0);
    await tell(2, 0);
    await tell(0, 1);
    expect(await conditions(devices[1])).toEqual(["other", "half -title:("]);
    for (const [from, to] of [
      [1, 2],
      [2, 0],
      [0, 1],
      [1, 2],
    ] as const)
      await tell(from, to);
    const { filters } = (await load(devices[0])).settings;
    expect(filters.map(({ condition, enabled }) => [condition, enabled])).toEqual([
      ["other", true],
      ["half -title:(", false],
    ]);
    for (const device of devices) expect((await load(device)).settings.filters).toEqual(filters);
  });

  test("two edits of one line are both kept", async () => {
    const [first, second] = await twoDevices({ lists: [fakeList({ lines: ["a", "b"] })] });
    await setLines(first, () => ["a, mine", "b"]);
    await setLines(second, () => ["a, yours", "b"]);
    for (const device of [first, second, first]) await sync(device);
    expect((await lines(first))?.toSorted()).toEqual(["a, mine", "a, yours", "b"]);
    expect(await lines(second)).toEqual(await lines(first));
  });

  test("two edits of one condition are both kept, as alternatives", async () => {
    const [first, second] = await twoDevices({ filters: [fakeFilter({ condition: "word" })] });
    await set(first, { filters: [fakeFilter({ condition: "mine" })] });
    await set(second, { filters: [fakeFilter({ condition: "yours", enabled: false })] });
    for (const device of [first, second, first]) await sync(device);
    const [filter] = (await load(first)).settings.filters;
    expect(["mine OR yours", "yours OR mine"]).toContain(filter?.condition);
    expect(filter?.enabled).toBe(false);
    expect((await load(second)).settings.filters).toEqual([filter]);
    // What is then written goes for both.
    await set(second, { filters: [fakeFilter({ condition: "ours" })] });
    for (const device of [second, first, second]) await sync(device);
    expect((await load(first)).settings.filters).toEqual([fakeFilter({ condition: "ours" })]);
  });

  test.each([
    ["one OR two", "one", "one OR two OR three", "one OR three"],
    ["one OR two", "two", "one", ""],
    ["one OR two OR three", "three OR two", "one OR three", "three"],
    ["site:a OR url:/x OR y/", "url:/x OR y/", "site:a OR url:/x OR y/ OR (b OR c)", "url:/x OR y/ OR (b OR c)"],
    ['"a OR b" c', '"a OR b"', '"a OR b" d', '"a OR b" OR "a OR b" d'],
    ['one OR "two', 'one OR "two or', "", 'one OR "two or'],
    ["one", "one OR ", "one OR two", "one OR two"],
  ])("of the condition %s, %s here and %s there are %s", async (before, here, there, merged) => {
    const [first, second] = await twoDevices({ filters: [fakeFilter({ condition: before })] });
    await set(first, { filters: [fakeFilter({ condition: here })] });
    await set(second, { filters: [fakeFilter({ condition: there })] });
    for (const device of [first, second, first]) await sync(device);
    const [filter] = (await load(first)).settings.filters;
    // What two wrote at one place stands in an order that is the same on both, and no other.
    expect(conditionLines(filter?.condition ?? "").toSorted()).toEqual(conditionLines(merged).toSorted());
    expect((await load(second)).settings.filters).toEqual((await load(first)).settings.filters);
  });

  test.each([
    ["site:a.com", "site:a.com -title:(", "site:a.com price>5"],
    ["one", "one OR price>", "one OR two"],
    ["one", 'one "two', "one three"],
  ])("of the condition %s, the half-typed %s leaves %s in force, and stands beside it", async (before, half, whole) => {
    const [first, second] = await twoDevices({
      filters: [fakeFilter({ condition: before }), fakeFilter({ id: "next", condition: "next" })],
    });
    await set(first, { filters: [fakeFilter({ condition: half }), fakeFilter({ id: "next", condition: "next" })] });
    await set(second, { filters: [fakeFilter({ condition: whole }), fakeFilter({ id: "next", condition: "next" })] });
    for (const device of [first, second, first, second]) await sync(device);
    const { filters } = (await load(first)).settings;
    expect(filters.map(({ id }) => id)).toEqual(["filter", "filter.apart", "next"]);
    expect(filters[0]?.condition).toBe(whole);
    expect(filters[1]).toMatchObject({ enabled: false, action: filters[0]?.action });
    expect(half.endsWith(filters[1]?.condition ?? "?")).toBe(true);
    expect((await load(second)).settings.filters).toEqual(filters);
  });

  test("a filter that was deleted with its last site, while another was hidden elsewhere, hides that one alone", async () => {
    const [first, second] = await twoDevices({ filters: [fakeFilter({ condition: "site:one.example" })] });
    await set(first, { filters: [] });
    await set(second, { filters: [fakeFilter({ condition: "site:one.example OR site:two.example" })] });
    for (const device of [first, second, first]) await sync(device);
    expect((await load(first)).settings.filters).toEqual([fakeFilter({ condition: "site:two.example" })]);
    expect((await load(second)).settings.filters).toEqual((await load(first)).settings.filters);
  });

  test("two edits of a name and of a recipe at once are kept where they can be seen", async () => {
    const recipe = { id: "recipe", enabled: true, data: { name: "Mine", pages: [] } };
    const [first, second] = await twoDevices({ lists: [fakeList()], recipes: [recipe] });
    const edit = (name: string): Partial<Settings> => ({
      lists: [fakeList({ name })],
      recipes: [{ ...recipe, data: { name, pages: [] } }],
    });
    await set(first, edit("One"));
    await set(second, edit("Other"));
    for (const device of [first, second, first]) await sync(device);
    const { settings } = await load(first);
    expect(["One / Other", "Other / One"]).toContain(settings.lists[0]?.name);
    const data = JSON.stringify(settings.recipes[0]?.data);
    expect(data).toContain('"One"');
    expect(data).toContain('"Other"');
    expect((await load(second)).settings).toEqual(settings);
  });

  test("a deleted list stays deleted though its switch was turned elsewhere; what was added to it there is kept", async () => {
    const [first, second] = await twoDevices({
      lists: [fakeList({ id: "list", lines: ["a"] }), fakeList({ id: "other", name: "Other", color: 3, lines: ["b"] })],
    });
    await set(first, { lists: [] });
    await update(second, ({ lists: all }) => ({ lists: all.map((list) => ({ ...list, enabled: false })) }));
    await setLines(second, (old) => [...old, "new"], "other");
    for (const device of [first, second, first]) await sync(device);
    expect(await lists(first)).toEqual([
      fakeList({ id: "other", name: "Other", color: 3, enabled: false, lines: ["new"] }),
    ]);
    expect(await lists(second)).toEqual(await lists(first));
  });

  test("a line that was moved here and deleted there is gone", async () => {
    const [first, second] = await twoDevices({ lists: [fakeList({ lines: ["a", "b", "c"] })] });
    await setLines(first, () => ["c", "a", "b"]);
    await setLines(second, () => ["a", "b"]);
    for (const device of [first, second, first]) await sync(device);
    expect(await lines(first)).toEqual(["a", "b"]);
    expect(await lines(second)).toEqual(["a", "b"]);
  });

  test("the same line added on both is one; a second one typed on purpose stays", async () => {
    const [first, second] = await twoDevices({ lists: [fakeList({ lines: ["a"] })] });
    await setLines(first, (old) => [...old, "same"]);
    await setLines(second, (old) => [...old, "same"]);
    for (const device of [first, second, first]) await sync(device);
    expect(await lines(first)).toEqual(["a", "same"]);
    await setLines(first, (old) => [...old, "", "same", ""]);
    for (const device of [first, second]) await sync(device);
    expect(await lines(second)).toEqual(["a", "same", "", "same", ""]);
  });

  test("a fresh device's defaults change nothing elsewhere", async () => {
    const first = fakeStorage();
    await set(first, { enabled: false, painter: "mark" });
    await sync(first);
    const second = besides(first);
    await set(second, { lists: [fakeList()] });
    for (const device of [second, first, second]) await sync(device);
    expect((await load(first)).settings).toMatchObject({ enabled: false, painter: "mark", lists: [{ id: "list" }] });
    expect((await load(second)).settings).toEqual((await load(first)).settings);
  });

  test("nothing changed: nothing is written", async () => {
    const [first, second] = await twoDevices({ enabled: false });
    for (const device of [first, second]) {
      device.sync.refuse = "no write expected";
      device.local.refuse = "no write expected";
      expect(await sync(device)).toBeNull();
    }
  });
});

describe("what can go wrong", () => {
  test("a refused write is said, loses nothing and is made again", async () => {
    const areas = fakeStorage();
    await set(areas, { enabled: false });
    areas.sync.refuse = "MAX_WRITE_OPERATIONS_PER_MINUTE";
    expect(await sync(areas)).toBeGreaterThan(0);
    expect(await codes(areas)).toEqual(["sync-refused"]);
    areas.sync.refuse = null;
    await sync(areas);
    expect(await codes(areas)).toEqual([]);
    const second = besides(areas);
    await sync(second);
    expect((await load(second)).settings.enabled).toBe(false);
  });

  test("part of a write of another device is left alone, and later replaced by what is known here", async () => {
    const first = fakeStorage();
    await set(first, { lists: [fakeList({ lines: manyLines(1000) })] });
    await sync(first);
    const second = besides(first);
    await set(second, { pausedSites: ["second.example"] });
    second.sync.items.delete("settings.1");
    const wait = (await sync(second))!;
    expect(wait).toBeGreaterThan(1000);
    expect(await lists(second)).toEqual([]);
    expect(second.sync.items.has("settings.1")).toBe(false);
    clock += wait;
    for (const device of [second, first, second]) await sync(device);
    expect((await load(second)).settings).toEqual((await load(first)).settings);
    expect(await lines(second)).toHaveLength(1000);
  });

  test.each([{ settings: "rubbish", "settings.0": 7 }, { settings: { form: 2, chunks: 1, length: 4, checksum: 0 } }])(
    "rubbish in sync storage changes nothing here: %j",
    async (rubbish) => {
      const areas = fakeStorage();
      await set(areas, { enabled: false });
      await areas.sync.set(rubbish);
      clock += (await sync(areas))!;
      await sync(areas);
      const second = besides(areas);
      await sync(second);
      expect((await load(second)).settings.enabled).toBe(false);
    },
  );

  test.each([
    ["made as it is now", { form: 99, chunks: 1, length: 4, checksum: 0 }],
    ["made otherwise", { form: 99, parts: 1, digest: "abc" }],
  ])("what a newer version wrote is left alone, and said: %s", async (_, newer) => {
    const areas = fakeStorage();
    await set(areas, { enabled: false });
    await areas.sync.set({ settings: newer, "settings.0": "abcd" });
    expect(await sync(areas)).toBeNull();
    expect(await codes(areas)).toEqual(["sync-newer"]);
    expect(areas.sync.items.get("settings")).toEqual(newer);
  });

  test("a document that a newer version keeps on this device is left alone, and said until it is read again", async () => {
    const areas = fakeStorage();
    await set(areas, { enabled: false });
    await sync(areas);
    const document = areas.local.items.get("document") as object;
    const newer = { ...document, form: 99 };
    await areas.local.set({ document: newer });
    const shared = new Map(areas.sync.items);
    await set(areas, { enabled: true });
    expect(await sync(areas)).toBeNull();
    expect(await codes(areas)).toEqual(["document-newer"]);
    expect(areas.local.items.get("document")).toEqual(newer);
    expect(areas.sync.items).toEqual(shared);
    await areas.local.set({ document });
    await sync(areas);
    expect(await codes(areas)).toEqual([]);
  });

  test("a name that was given to what another device deleted is in the history", async () => {
    const [first, second] = await twoDevices({ lists: [fakeList({ lines: ["a"] })] });
    await set(first, { lists: [] });
    await set(second, { lists: [fakeList({ name: "Renamed", lines: ["a"] })] });
    for (const device of [first, second, first]) await sync(device);
    expect([await lists(first), await lists(second)]).toEqual([[], []]);
    const history = createSettingsHistory(second.local, createSettingsStore(second.local));
    const [change] = await history.changes();
    await history.restore(change!.number, "lists", "list");
    expect(await lists(second)).toEqual([fakeList({ name: "Renamed", lines: ["a"] })]);
  });
});
