import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import { defaultSettings } from "@/settings/default-settings.ts";
import type { SettingsState } from "@/ui/editing/settings-state.ts";
import { createImportState } from "@/ui/options/import-state.ts";

import { fakeStorage } from "../../support/quota-storage.ts";

const around = () => {
  const settings = signal<Settings>(defaultSettings);
  let turn: Promise<unknown> = Promise.resolve();
  const store = createRulesetStore(fakeStorage().local, (run) => {
    const done = turn.then(() => run());
    turn = done.catch(() => undefined);
    return done;
  });
  const state: SettingsState = {
    settings,
    problems: signal([]),
    change: async (next) => {
      settings.value = next(settings.value);
      return true;
    },
    note: () => undefined,
    write: async () => true,
  };
  const rulesIn = async () =>
    Promise.all((await store.load()).map(async ({ id }) => (await store.read(id))?.rules.length));
  return { settings, state, store, rulesIn, importing: createImportState(state, store) };
};

const fileOf = (name: string, rules: number): File =>
  new File([Array.from({ length: rules }, (_, index) => `*://*.spam-${index}.example/a*b`).join("\n")], name);

test("the file that was chosen last is the one that is shown, however long the others take", async () => {
  const { importing } = around();
  const slow = importing.readFiles([fileOf("big.txt", 20_000)]);
  const quick = importing.readFiles([fileOf("small.txt", 2)]);
  await Promise.all([slow, quick]);
  expect(importing.read.value?.fileName).toBe("small.txt");
  expect(importing.plan.value?.rulesets.map(({ rules }) => rules.length)).toEqual([2]);
  expect(importing.reading.value).toBe(false);
});

test("of several files each is shown in its turn, and none is forgotten", async () => {
  const { importing, rulesIn } = around();
  const names = (): readonly string[] => importing.waiting.value.map(({ name }) => name);
  const shown = (name: string) => vi.waitFor(() => expect(importing.read.value?.fileName).toBe(name));
  const broken = new File([new Uint8Array([0, 1, 2, 255])], "broken.bin");
  await importing.readFiles([fileOf("a.txt", 2), broken, fileOf("b.txt", 3), fileOf("c.txt", 4)]);
  await shown("a.txt");
  expect(names()).toEqual(["broken.bin", "b.txt", "c.txt"]);
  await importing.apply();
  await vi.waitFor(() => expect(importing.problems.value).toMatchObject([{ code: "import-binary" }]));
  // What is wrong with it stands there until the next is asked for.
  expect(names()).toEqual(["b.txt", "c.txt"]);
  await importing.readNext();
  await shown("b.txt");
  importing.cancel();
  await shown("c.txt");
  await importing.apply();
  expect([names(), await rulesIn()]).toEqual([[], [2, 4]]);
});

test("what is let go while it is read does not come back", async () => {
  const { importing } = around();
  const slow = importing.readFiles([fileOf("big.txt", 20_000)]);
  importing.cancel();
  await slow;
  expect(importing.read.value).toBeNull();
  expect(importing.reading.value).toBe(false);
});

test("what is done twice at once is done once, and its undo takes it back", async () => {
  const { importing, rulesIn } = around();
  await importing.readFiles([fileOf("some.txt", 300)]);
  const [first, second] = await Promise.all([importing.apply(), importing.apply()]);
  expect(second).toBeNull();
  expect(await rulesIn()).toEqual([300]);
  await first?.undo();
  expect(await rulesIn()).toEqual([]);
});

test("what is chosen while another is brought in is there afterwards", async () => {
  const { importing, rulesIn } = around();
  await importing.readFiles([fileOf("some.txt", 300)]);
  const done = importing.apply();
  await Promise.resolve();
  const next = importing.readFiles([fileOf("next.txt", 5)]);
  await Promise.all([done, next]);
  expect(await rulesIn()).toEqual([300]);
  expect(importing.read.value?.fileName).toBe("next.txt");
});

test("a text whose encoding had to be guessed is said to be one", async () => {
  const { importing } = around();
  await importing.readFiles([new File([new Uint8Array([0xb8, 0xdf, 0xd0, 0xd4, 0xc4, 0xdc, 0x0a, 0x61])], "list.txt")]);
  expect(importing.problems.value).toEqual([{ code: "import-guessed-encoding", args: ["gb18030"] }]);
  expect(importing.plan.value?.parts).toHaveLength(1);
  await importing.readFiles([fileOf("plain.txt", 2)]);
  expect(importing.problems.value).toEqual([]);
});

test("a file that cannot be read is said to be one, and the next can be asked for", async () => {
  const { importing } = around();
  const folder = new File([], "folder");
  folder.arrayBuffer = () => Promise.reject(new DOMException("", "NotReadableError"));
  await importing.readFiles([folder, fileOf("a.txt", 2)]);
  expect(importing.problems.value).toEqual([{ code: "import-unreadable-file", args: ["folder"] }]);
  expect(importing.reading.value).toBe(false);
  await importing.readNext();
  expect(importing.read.value?.fileName).toBe("a.txt");
  expect(importing.problems.value).toEqual([]);
});

const rulesetFile = (...hosts: readonly string[]): File =>
  new File([["---", "name: N", "---", ...hosts.map((host) => `*://${host}.com/*`)].join("\n")], "n.txt");

const withRuleset = async (...hosts: readonly string[]) => {
  const page = around();
  await page.importing.readFiles([rulesetFile(...hosts)]);
  await page.importing.apply();
  const [stored] = await page.store.load();
  const conditions = async () =>
    Promise.all(
      (await page.store.load()).map(async ({ id }) =>
        (await page.store.read(id))?.rules.map(({ condition }) => condition.replaceAll(/^.*\W(\w+)\.com\W*$/gu, "$1")),
      ),
    );
  return { ...page, other: createImportState(page.state, page.store), id: stored?.id ?? "", conditions };
};

test("what came to a ruleset since a file for it was read stays, and stands in the preview", async () => {
  const { importing, other, conditions } = await withRuleset("base");
  await importing.readFiles([rulesetFile("a", "both")]);
  await other.readFiles([rulesetFile("b", "both")]);
  await other.apply();
  await vi.waitFor(() => expect(importing.plan.value?.parts).toMatchObject([{ added: 1, same: 1 }]));
  await importing.apply();
  expect(await conditions()).toEqual([["base", "b", "both", "a"]]);
});

test("of two imports at the same moment one is refused and says so, and brings both when it is done again", async () => {
  const { importing, other, conditions } = await withRuleset("base");
  await Promise.all([importing.readFiles([rulesetFile("a")]), other.readFiles([rulesetFile("b")])]);
  const done = await Promise.all([importing.apply(), other.apply()]);
  expect(done.map((one) => one !== null)).toEqual([true, false]);
  expect(other.problems.value).toEqual([{ code: "import-changed-meanwhile", args: [] }]);
  await vi.waitFor(() => expect(other.plan.value?.rulesets.map(({ rules }) => rules.length)).toEqual([3]));
  await other.apply();
  expect(await conditions()).toEqual([["base", "a", "b"]]);
});

test("a ruleset that is deleted while a file for it is looked at does not come back", async () => {
  const { importing, store, id, conditions } = await withRuleset("base");
  await importing.readFiles([rulesetFile("a")]);
  expect(importing.plan.value?.parts).toMatchObject([{ into: id }]);
  await store.remove(id);
  await vi.waitFor(() => expect(importing.plan.value?.parts).toMatchObject([{ into: null, added: 1 }]));
  await importing.apply();
  expect(await conditions()).toEqual([["a"]]);
});

test("a ruleset that the reader sends a part to is followed, too", async () => {
  const { importing, store, id, conditions } = await withRuleset("base");
  await importing.readFiles([fileOf("other.txt", 1)]);
  await importing.choose("rules-0", { into: id });
  const content = await store.read(id);
  await store.put({ ...content!, rules: [...content!.rules, { condition: "site:late.com", action: "hide", line: 9 }] });
  await vi.waitFor(() => expect(importing.plan.value?.rulesets.map(({ rules }) => rules.length)).toEqual([3]));
  await importing.apply();
  expect((await conditions())[0]).toHaveLength(3);
});
