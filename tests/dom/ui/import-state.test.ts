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
  const store = createRulesetStore(fakeStorage().local, (run) => run());
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
  return { settings, store, rulesIn, importing: createImportState(state, store) };
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
