import { beforeEach, describe, expect, test } from "vitest";

import type { RunAlone } from "@/model/run-alone.ts";
import type { Subscription } from "@/model/settings.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import { defaultSettings } from "@/settings/default-settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSubscriptionKeeper } from "@/subscriptions/keep-updated.ts";
import { freshState, loadStates, problemOf } from "@/subscriptions/subscription-states.ts";
import { createSubscriptionUpdates } from "@/subscriptions/subscription-updates.ts";

import { fakeServer } from "../../support/fake-server.ts";
import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

const alone: RunAlone = (run) => run();
const hour = 3_600_000;
const subscription: Subscription = {
  id: "sub",
  enabled: true,
  name: "",
  address: "https://lists.test/rules.txt",
  interval: 24,
};

const fresh = () => {
  const { local } = fakeStorage();
  const server = fakeServer({ body: "*://*.one.test/*\n*://*.two.test/*\n", headers: { ETag: '"1"' } });
  const clock = { now: 1_700_000_000_000 };
  const allowed = { hosts: true };
  const rulesets = createRulesetStore(local, alone);
  const settings = createSettingsStore(local, alone);
  const now = (): number => clock.now;
  const asked: unknown[] = [];
  const request: typeof fetch = (address, options) => {
    asked.push(address);
    return server.request(address, options);
  };
  const updates = createSubscriptionUpdates({
    local,
    rulesets,
    request,
    isAllowed: async () => allowed.hosts,
    now,
    alone,
  });
  const woken: (number | null)[] = [];
  const wakeAt = async (time: number | null): Promise<void> => void woken.push(time);
  const keeper = createSubscriptionKeeper({ local, settings, rulesets, updates, now, wakeAt });
  const subscribe = (subscriptions: readonly Subscription[]) =>
    settings.update((current) => ({ ...current, subscriptions }));
  const rulesOf = async () => (await rulesets.read("sub"))?.rules.map(({ condition }) => condition);
  const state = async () => (await loadStates(local))["sub"];
  const watched = { asked, woken, rulesOf, state };
  return { local, server, clock, allowed, rulesets, updates, keeper, subscribe, now, wakeAt, ...watched };
};
let around: ReturnType<typeof fresh>;
beforeEach(() => {
  around = fresh();
});

describe("updates", () => {
  test("take what an address gives, and say what changed since the last time", async () => {
    const { updates, server, rulesOf } = around;
    expect(await updates.update(subscription)).toMatchObject({ problem: null, difference: null, etag: '"1"' });
    expect(await rulesOf()).toEqual(["site:one.test", "site:two.test"]);
    server.answer = { body: "*://*.two.test/*\n*://*.three.test/*\n*://*.four.test/*\n" };
    expect(await updates.update(subscription)).toMatchObject({ difference: { added: 2, removed: 1 } });
    expect(await rulesOf()).toEqual(["site:two.test", "site:three.test", "site:four.test"]);
  });

  test("keep the last good state whatever goes wrong, and when it was last fine", async () => {
    const { updates, server, rulesOf, clock, allowed } = around;
    await updates.update(subscription);
    const fine = clock.now;
    for (const answer of [
      null,
      { status: 500 },
      { body: "" },
      { body: "<html>" },
      { body: "x", end: "broken" } as const,
    ]) {
      clock.now += hour;
      server.answer = answer;
      expect(await updates.update(subscription)).toMatchObject({ fine, problem: { args: expect.any(Array) } });
      expect(await rulesOf()).toHaveLength(2);
    }
    server.answer = { body: "*://*.new.test/*" };
    allowed.hosts = false;
    expect(await updates.update(subscription)).toMatchObject({ problem: { code: "subscription-not-allowed" } });
    expect(await rulesOf()).toHaveLength(2);
  });

  const words = [
    ["an apology", "Too many requests, please slow down."],
    ["a script", "<script>location='https://login.test/'</script>"],
    ["a page without a head", "<title>Sign in</title><p>Please do."],
    ["an XML error", '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code></Error>'],
    ["a pointer to a file", "version https://git-lfs.test/spec/v1\noid sha256:1234\nsize 12345\n"],
    ["a word", "OK"],
    ["comments alone", "# moved\n# nothing here any more\n"],
  ] as const;
  test.each(words)("take no words for rules: %s", async (_, body) => {
    const { updates, server, rulesets, rulesOf } = around;
    await updates.update(subscription);
    server.answer = { body };
    expect(await updates.update(subscription)).toMatchObject({ problem: { code: expect.any(String) }, etag: '"1"' });
    expect(await rulesOf()).toHaveLength(2);
    expect((await rulesets.read("sub"))?.lists).toEqual([]);
  });

  test("take no list of which hardly anything is left, but every other change", async () => {
    const { updates, server, rulesOf } = around;
    const lines = Array.from({ length: 40 }, (_, index) => `*://*.s${index}.test/*`);
    server.answer = { body: lines.join("\n") };
    await updates.update(subscription);
    server.answer = { body: lines.slice(0, 3).join("\n") };
    expect(await updates.update(subscription)).toMatchObject({
      problem: { code: "subscription-shrunk", args: ["3", "40"] },
    });
    expect(await rulesOf()).toHaveLength(40);
    server.answer = { body: lines.slice(0, 4).join("\n") };
    expect(await updates.update(subscription)).toMatchObject({ problem: null, difference: { added: 0, removed: 36 } });
    server.answer = { body: "*://*.only.test/*" };
    expect(await updates.update(subscription)).toMatchObject({ problem: null, difference: { added: 1, removed: 4 } });
  });

  test("keep keywords where a shorter text comes that has none of them, as servers say what is wrong in words", async () => {
    const { updates, server, rulesets } = around;
    const listed = Array.from({ length: 15 }, (_, index) => `word ${index}`);
    const keywords = async () => (await rulesets.read("sub"))?.lists.flatMap(({ lines }) => lines);
    server.answer = { body: listed.join("\n") };
    await updates.update(subscription);
    server.answer = { body: "Too many requests\nplease slow down" };
    expect(await updates.update(subscription)).toMatchObject({
      problem: { code: "subscription-other-words", args: ["2", "15"] },
    });
    expect(await keywords()).toEqual(listed);
    server.answer = { body: "word 3\nanother" };
    expect(await updates.update(subscription)).toMatchObject({ problem: null, difference: { added: 1, removed: 14 } });
    server.answer = { body: "quite\nother\nwords" };
    expect(await updates.update(subscription)).toMatchObject({ problem: null, difference: { added: 3, removed: 2 } });
  });

  test("take what changed beside the entries: colours, options, names, the lines that rules are on", async () => {
    const { updates, server, rulesets } = around;
    const file = (color: number): string =>
      JSON.stringify({
        format: "winnow-settings",
        version: 1,
        settings: { ...defaultSettings, lists: [fakeList({ id: "a", color, lines: ["redis"] })] },
      });
    server.answer = { body: file(1) };
    const before = await updates.update(subscription);
    expect((await rulesets.read("sub"))?.lists).toMatchObject([{ color: 1 }]);
    server.answer = { body: file(5) };
    expect(await updates.update(subscription)).toMatchObject({ problem: null, changed: before.changed });
    expect((await rulesets.read("sub"))?.lists).toMatchObject([{ color: 5 }]);

    server.answer = { body: "*://*.one.test/*" };
    await updates.update({ ...subscription, id: "rules" });
    server.answer = { body: "# new\n*://*.one.test/*" };
    expect(await updates.update({ ...subscription, id: "rules" })).toMatchObject({ difference: null });
    expect((await rulesets.read("rules"))?.rules).toMatchObject([{ line: 2 }]);
  });

  test("keep every rule, also those that are too many for every page to have them ready", async () => {
    const { updates, server, rulesets, rulesOf } = around;
    server.answer = { body: Array.from({ length: 6000 }, (_, index) => `title*="casino ${index}"i`).join("\n") };
    await updates.update(subscription);
    const [stored] = await rulesets.load();
    expect(stored).toMatchObject({ rules: 5000, tooMany: 1000 });
    expect(await rulesOf()).toHaveLength(6000);
    expect(await updates.update(subscription)).toMatchObject({ problem: null, difference: null });
    expect((await rulesets.load())[0]?.generation).toBe(stored?.generation);
  });

  test("ask for the permission of the host, whatever the port, and for none where there is no host", async () => {
    const { server, local, rulesets } = around;
    const asked: string[] = [];
    const isAllowed = async (origin: string): Promise<boolean> => asked.push(origin) > 0;
    const updates = createSubscriptionUpdates({
      local,
      rulesets,
      request: server.request,
      isAllowed,
      now: () => 1,
      alone,
    });
    await updates.update({ ...subscription, address: "https://lists.test:8443/rules.txt" });
    expect(asked).toEqual(["https://lists.test"]);
    for (const address of ["https://", "https://a b/", "https://[x/", "http://lists.test/"]) {
      expect(await updates.update({ ...subscription, id: address, address })).toMatchObject({
        problem: { code: "subscription-bad-address" },
      });
    }
    expect(asked).toHaveLength(1);
  });

  test("ask whether anything is new, but only while there is something old", async () => {
    const { updates, server, rulesets, clock } = around;
    await updates.update(subscription);
    clock.now += hour;
    server.answer = { status: 304 };
    expect(await updates.update(subscription)).toMatchObject({ problem: null, fine: clock.now });
    expect(server.asked[1]).toEqual({ "If-None-Match": '"1"' });
    await rulesets.change("sub", { removed: 1 });
    await rulesets.sweep(2);
    await updates.update(subscription);
    expect(server.asked[2]).toEqual({});
  });

  test("say it where storage refuses what came and takes the word of it", async () => {
    const { updates, server, rulesets, rulesOf } = around;
    await updates.update(subscription);
    server.answer = { body: "*://*.new.test/*", headers: { ETag: '"2"' } };
    Object.assign(rulesets, { put: () => Promise.reject(new Error("QUOTA_BYTES quota exceeded")) });
    expect(await updates.update(subscription)).toMatchObject({
      etag: '"1"',
      problem: { code: "subscription-not-saved", args: ["QUOTA_BYTES quota exceeded"] },
    });
    expect(await rulesOf()).toHaveLength(2);
  });

  test("of a file of settings take lists, rules and recipes, and nothing else", async () => {
    const { updates, server, rulesets } = around;
    server.answer = { body: "redis\nelastic search\n" };
    await updates.update(subscription);
    const content = await rulesets.read("sub");
    expect(content?.lists).toMatchObject([{ id: "sub-1", lines: ["redis", "elastic search"] }]);
    expect(content?.rules).toEqual([]);
  });
});

test("what is switched off in a file of settings stays off", async () => {
  const { updates, server, rulesets } = around;
  const rules = [{ condition: "site:one.test", action: "hide", line: 1 }];
  const recipe = (id: string, enabled: boolean) => ({ id, enabled, data: { name: id, pages: [] } });
  const settings = {
    ...defaultSettings,
    lists: [
      fakeList({ id: "off", enabled: false, lines: ["off"] }),
      fakeList({ id: "on", enabled: true, lines: ["on"] }),
    ],
    filters: [
      fakeFilter({ id: "off", enabled: false, condition: "off" }),
      fakeFilter({ id: "on", enabled: true, condition: "on" }),
    ],
    recipes: [recipe("off", false), recipe("on", true)],
  };
  const set = (name: string, enabled: boolean) => ({ name, enabled, rules });
  const file = { format: "winnow-settings", version: 1, settings, rulesets: [set("off", false), set("on", true)] };
  server.answer = { body: JSON.stringify(file) };
  expect(await updates.update(subscription)).toMatchObject({ problem: null });
  expect(await rulesets.read("sub")).toMatchObject({
    name: "on",
    rules: [{ condition: "site:one.test" }, { condition: "on" }],
    lists: [{ id: "sub-2", lines: ["on"] }],
    recipes: [{ id: "sub-2", data: { name: "on" } }],
  });
});

describe("keeping subscriptions up to date", () => {
  test("asks each at its interval, soon again after a problem, and sets its alarm for the next", async () => {
    const { keeper, subscribe, server, clock, woken } = around;
    await keeper.run();
    expect(woken.at(-1)).toBeNull();
    await subscribe([subscription, { ...subscription, id: "other", interval: 6 }]);
    await keeper.run();
    expect(server.asked).toHaveLength(2);
    expect(woken.at(-1)).toBe(clock.now + 6 * hour);
    clock.now += 5 * hour;
    await keeper.run();
    expect(server.asked).toHaveLength(2);
    clock.now += hour;
    server.answer = null;
    await keeper.run();
    expect(server.asked).toHaveLength(3);
    expect(woken.at(-1)).toBe(clock.now + hour);
  });

  test("lets a paused one rest, and forgets one that was removed only after a while", async () => {
    const { keeper, subscribe, server, clock, rulesOf } = around;
    await subscribe([subscription]);
    await keeper.run();
    await subscribe([{ ...subscription, enabled: false }]);
    clock.now += 48 * hour;
    await keeper.run();
    expect(server.asked).toHaveLength(1);
    await subscribe([]);
    await keeper.run();
    expect(await rulesOf()).toHaveLength(2);
    await subscribe([subscription]);
    await keeper.run();
    clock.now += 2 * hour;
    await keeper.run();
    expect(await rulesOf()).toHaveLength(2);
    await subscribe([]);
    await keeper.run();
    clock.now += 2 * hour;
    await keeper.run();
    expect(await rulesOf()).toBeUndefined();
  });

  test("goes on with the others where one cannot be updated, and deletes what nobody wants", async () => {
    const { keeper, subscribe, rulesets, woken, clock, local } = around;
    await subscribe([{ ...subscription, id: "gone" }]);
    await keeper.run();
    const { put } = rulesets;
    const refusing: typeof put = (content) => (content.id === "bad" ? Promise.reject(new Error("no")) : put(content));
    Object.assign(rulesets, { put: refusing });
    await subscribe([{ ...subscription, id: "bad" }, subscription]);
    await keeper.run();
    const states = await loadStates(local);
    expect(states["bad"]?.problem).toEqual({ code: "subscription-not-saved", args: ["no"] });
    expect(states["sub"]?.problem).toBeNull();
    // What was removed from the settings is marked, to be deleted later.
    expect((await rulesets.load()).map(({ id, removed }) => [id, removed])).toEqual([
      ["gone", clock.now],
      ["sub", null],
    ]);
    expect(woken.at(-1)).toBe(clock.now + hour);
  });

  test("goes on with the others where not even the problem can be noted", async () => {
    const { keeper, subscribe, updates, woken, clock, rulesOf } = around;
    const { update } = updates;
    const refusing: typeof update = (one) => (one.id === "bad" ? Promise.reject(new Error("no")) : update(one));
    Object.assign(updates, { update: refusing });
    await subscribe([{ ...subscription, id: "bad" }, subscription]);
    await keeper.run();
    expect(await rulesOf()).toHaveLength(2);
    expect(woken.at(-1)).toBe(clock.now + hour);
  });

  test("goes on when storage refuses what came", async () => {
    const { keeper, subscribe, local, woken, clock, rulesOf } = around;
    await subscribe([subscription]);
    await keeper.run();
    clock.now += 25 * hour;
    local.refuse = "QUOTA_BYTES quota exceeded";
    await keeper.run();
    expect(woken.at(-1)).toBe(clock.now + hour);
    local.refuse = null;
    expect(await rulesOf()).toHaveLength(2);
    await keeper.run();
    expect(woken.at(-1)).toBe(clock.now + 24 * hour);
  });

  /** As when the browser ends the background while a server still sends: nothing of it goes on. */
  const endedInTheMiddle = async (): Promise<void> => {
    const { keeper, server, updates, rulesets, local } = around;
    const { length } = server.asked;
    server.answer = { body: [new TextEncoder().encode("*://*.one.test/*\n")], end: "stalled" };
    void keeper.run();
    await expect.poll(() => server.asked.length).toBe(length + 1);
    server.answer = { body: "*://*.one.test/*\n*://*.two.test/*\n" };
    const settings = createSettingsStore(local, alone);
    const { now, wakeAt } = around;
    around.keeper = createSubscriptionKeeper({ local, settings, rulesets, updates, now, wakeAt });
  };

  test("notes before it asks, so that one which never ends is passed over, and it is said", async () => {
    const { subscribe, clock, woken, local } = around;
    const slow = { ...subscription, id: "slow", address: "https://lists.test/slow.txt" };
    await subscribe([slow, subscription]);
    await around.keeper.run();
    clock.now += 25 * hour;
    const begun = clock.now;
    await endedInTheMiddle();
    // Something has it started again, should nothing else happen.
    expect(woken.at(-1)).toBeGreaterThan(clock.now);
    expect(woken.at(-1)).toBeLessThan(clock.now + hour);

    clock.now += 100_000;
    await around.keeper.run();
    const states = await loadStates(local);
    expect(states["sub"]).toMatchObject({ fine: clock.now, problem: null });
    // It may still be going on, on the settings page for one.
    expect(problemOf(states["slow"] ?? freshState(""), clock.now)).toBeNull();
    expect(problemOf(states["slow"] ?? freshState(""), clock.now + hour)).toEqual({
      code: "subscription-not-ended",
      args: [],
    });
    expect(woken.at(-1)).toBe(begun + hour);

    clock.now = begun + hour;
    await around.keeper.run();
    expect(problemOf((await loadStates(local))["slow"] ?? freshState(""), clock.now + hour)).toBeNull();
  });

  test("asks those first that were asked longest ago", async () => {
    const { subscribe, clock, keeper, asked } = around;
    const other = { ...subscription, id: "other", address: "https://lists.test/other.txt" };
    await subscribe([other]);
    await keeper.run();
    clock.now += hour;
    await subscribe([subscription, other]);
    await keeper.run();
    clock.now += 25 * hour;
    await keeper.run();
    expect(asked).toEqual([other.address, subscription.address, other.address, subscription.address]);
  });

  test("leaves the rest for another run where one takes long", async () => {
    const { subscribe, clock, keeper, asked, woken, updates } = around;
    const { update } = updates;
    const slow: typeof update = (one) => {
      clock.now += 4 * 60_000;
      return update(one);
    };
    Object.assign(updates, { update: slow });
    const addresses = [1, 2, 3, 4, 5].map((number) => `https://lists.test/${number}.txt`);
    await subscribe(addresses.map((address, index) => ({ ...subscription, id: String(index), address })));
    await keeper.run();
    expect(asked).toEqual(addresses.slice(0, 3));
    expect(woken.at(-1)).toBe(clock.now + 60_000);
    await keeper.run();
    expect(asked).toEqual(addresses);
  });
});
