import { expect, test } from "vitest";

import { parseCondition } from "@/filters/parse-condition.ts";
import type { RunAlone } from "@/model/run-alone.ts";
import type { Settings } from "@/model/settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import { withoutRule, withRule } from "@/ui/in-page/result-buttons/subject-rules.ts";
import type { SubjectRule } from "@/ui/in-page/result-buttons/subject-rules.ts";

import { fakeStorage } from "../../support/quota-storage.ts";

/** One script at a time runs here anyway, and this environment has no locks. */
const alone: RunAlone = (run) => run();

let clock = 1_700_000_000_000;
let names = 0;

/** A browser with a result's menu, and what its filters say. */
function oneDevice(shared: ReturnType<typeof fakeStorage>["sync"]) {
  const areas = { local: fakeStorage().local, sync: shared };
  const store = createSettingsStore(areas.local, alone);
  const change = (run: (settings: Settings) => Settings) => store.update(run);
  return {
    hide: (host: string) =>
      change((settings) => withRule(settings, hiding(host), { id: `f${(names += 1)}`, name: "Hidden" })),
    show: (host: string) => change((settings) => withoutRule(settings, hiding(host))),
    exchange: () => createSettingsSync(areas, { now: () => (clock += 10_000), alone }).exchange(),
    hidden: async () => (await store.load()).settings.filters.map(({ condition }) => condition),
  };
}

function hiding(host: string): SubjectRule {
  const parsed = parseCondition(`site:${host}`);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return { action: "hide", color: null, condition: parsed.condition };
}

async function twoDevices(hosts: readonly string[]) {
  const { sync } = fakeStorage();
  const [first, second] = [oneDevice(sync), oneDevice(sync)];
  for (const host of hosts) await first.hide(host);
  await first.exchange();
  await second.exchange();
  const meet = async () => {
    for (const device of [first, second, first]) await device.exchange();
    expect(await second.hidden()).toEqual(await first.hidden());
    return await first.hidden();
  };
  return { first, second, meet };
}

test("a site that is shown again on one device stays so while others are hidden on another", async () => {
  const { first, second, meet } = await twoDevices(["one.com", "two.com"]);
  await first.show("two.com");
  await second.hide("three.com");
  expect(await meet()).toEqual(["site:one.com OR site:three.com"]);
});

test("two devices that hide one site more each, thirty times, hide each site once, in few filters", async () => {
  const { first, second, meet } = await twoDevices(["one.com"]);
  for (let round = 0; round < 30; round += 1) {
    await first.hide(`a${round}.com`);
    await second.hide(`b${round}.com`);
    await meet();
  }
  const conditions = await meet();
  expect(conditions.length).toBeLessThan(4);
  const sites = conditions.flatMap((condition) => condition.split(" OR "));
  expect(sites).toHaveLength(61);
  expect(new Set(sites).size).toBe(61);
});
