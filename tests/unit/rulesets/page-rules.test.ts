import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compileFilters, joinJudges } from "@/deciding/compile-filters.ts";
import { readImport } from "@/lists/read-import.ts";
import type { Filter } from "@/model/filter.ts";
import type { Result } from "@/model/result.ts";
import type { Rule } from "@/model/ruleset.ts";
import type { RunAlone } from "@/model/run-alone.ts";
import type { Verdict } from "@/model/verdict.ts";
import { createPageRules } from "@/rulesets/page-rules.ts";
import type { RulesetContent } from "@/rulesets/ruleset-parts.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { fakeList } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

const alone: RunAlone = (run) => run();
const never = new AbortController().signal;

const content = (rules: readonly Rule[], more: Partial<RulesetContent> = {}): RulesetContent => ({
  id: "set",
  name: "Set",
  enabled: true,
  address: null,
  rules,
  lists: [],
  recipes: [],
  ...more,
});

const result = (host: string, title = "Title"): Result => ({
  id: host,
  position: 1,
  title,
  url: `https://${host}/page`,
  host,
  snippet: "",
  meta: "",
  facets: [],
});

const judgeOf = ({ unbound, bound }: ReturnType<typeof createPageRules>) =>
  joinJudges([unbound(), bound()].map((filters) => compileFilters(filters, [])));

const label = fc.constantFrom("a", "b", "shop", "co", "example");
const hostname = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => [...labels, "test"].join("."));
const condition = fc.oneof(
  hostname.map((host) => `site:${host}`),
  hostname.map((host) => `site:"*.${host.toUpperCase()}" title:word`),
  fc.tuple(hostname, hostname).map(([one, other]) => `site:${one} OR site:${other}`),
  hostname.map((host) => `-site:${host} title:word`),
  fc.constant("title:word"),
);
const rule = fc.record({ condition, action: fc.constantFrom("hide", "keep", "dim", "raise") });

describe("the rules that a page reads", () => {
  test("judge as all rules would", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { maxLength: 300 }),
        fc.array(hostname, { maxLength: 8 }),
        async (some, hosts) => {
          const rules: Rule[] = some.map((one, index) => ({ ...one, line: index + 1 }));
          const { local } = fakeStorage();
          await createRulesetStore(local, alone).put(content(rules));
          const pageRules = createPageRules(local, () => undefined, never);
          await pageRules.load(defaultSettings);
          await pageRules.need(hosts);
          const all = compileFilters(
            rules.map(({ condition: text, action, line }): Filter => ({
              id: `set:${line}`,
              name: "Set",
              enabled: true,
              condition: text,
              action,
              color: 1,
              source: "Set",
              line,
            })),
            [],
          );
          for (const host of hosts)
            for (const title of ["word", "other"]) {
              const verdict = judgeOf(pageRules).decide(result(host, title), [], 0);
              const wanted = all.decide(result(host, title), [], 0);
              const effect = ({ visibility, mark, lift }: Verdict) => ({ visibility, mark, lift });
              expect(effect(verdict)).toEqual(effect(wanted));
              const named = ({ reasons }: Verdict) =>
                reasons.map(({ line, decisive }) => `${line} ${decisive}`).toSorted();
              expect(named(verdict)).toEqual(named(wanted));
            }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("say which ruleset, line and rule decided", async () => {
    const { local } = fakeStorage();
    await createRulesetStore(local, alone).put(
      content([
        { condition: "site:spam.test", action: "hide", line: 7 },
        { condition: "title:word", action: "mark", color: 3, line: 9 },
      ]),
    );
    const pageRules = createPageRules(local, () => undefined, never);
    await pageRules.load(defaultSettings);
    await pageRules.need(["www.spam.test"]);
    const { reasons, filters, visibility, mark, lift } = judgeOf(pageRules).decide(
      result("www.spam.test", "word"),
      [],
      0,
    );
    expect({ visibility, mark, lift }).toEqual({ visibility: "hide", mark: 3, lift: 0 });
    expect(filters.map(({ line }) => line)).toEqual([9, 7]);
    expect(reasons).toMatchObject([
      { filterName: "Set", line: 7, condition: "site:spam.test" },
      { filterName: "Set", line: 9, condition: "title:word" },
    ]);
  });

  test("are all there where one line keeps a site and marks it", async () => {
    const { rulesets } = readImport("*://spam.test/*\n@2*://*.example.test/*\n", { format: "ublacklist" });
    const { local } = fakeStorage();
    await createRulesetStore(local, alone).put(content(rulesets[0]?.rules ?? []));
    const pageRules = createPageRules(local, () => undefined, never);
    await pageRules.load(defaultSettings);
    await pageRules.need(["www.example.test"]);
    await pageRules.need(["shop.example.test"]);
    expect(pageRules.bound().map(({ action, color, line }) => ({ action, color, line }))).toEqual([
      { action: "keep", color: 1, line: 2 },
      { action: "mark", color: 2, line: 2 },
    ]);
    expect(judgeOf(pageRules).decide(result("www.example.test"), [], 0)).toMatchObject({ mark: 2 });
  });

  test("are asked for once, and only those of the hosts that are there", async () => {
    const { local } = fakeStorage();
    const rules = Array.from({ length: 5000 }, (_, index): Rule => {
      return { condition: `site:host${index}.test`, action: "hide", line: index + 1 };
    });
    await createRulesetStore(local, alone).put(content(rules));
    const asked: string[] = [];
    const area = { ...local, get: async (keys: string[] | null) => (asked.push(...(keys ?? [])), local.get(keys)) };
    const pageRules = createPageRules(area, () => undefined, never);
    await pageRules.load(defaultSettings);
    await pageRules.need(["host7.test", "host8.test"]);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(pageRules.bound().map(({ line }) => line)).toEqual([8, 9]);
    expect(pageRules.need(["host7.test"])).toBeNull();
  });

  test("follow a ruleset that is replaced while a page reads it", async () => {
    const { local } = fakeStorage();
    const store = createRulesetStore(local, alone);
    await store.put(content([{ condition: "site:old.test", action: "hide", line: 1 }]));
    let changes = 0;
    const pageRules = createPageRules(local, () => (changes += 1), never);
    await pageRules.load(defaultSettings);
    await store.put(content([{ condition: "site:new.test", action: "hide", line: 1 }]));
    await pageRules.need(["old.test", "new.test"]);
    await expect.poll(() => changes).toBeGreaterThan(0);
    await pageRules.load(defaultSettings);
    await pageRules.need(["old.test", "new.test"]);
    expect(pageRules.bound().map(({ condition: text }) => text)).toEqual(["site:new.test"]);
  });

  test("of a subscription count while it is switched on; their lists and recipes come with them", async () => {
    const { local } = fakeStorage();
    const address = "https://lists.test/all";
    await createRulesetStore(local, alone).put(
      content([{ condition: "title:word", action: "hide", line: 1 }], {
        address,
        lists: [fakeList({ id: "theirs", lines: ["redis"] })],
      }),
    );
    const pageRules = createPageRules(local, () => undefined, never);
    const subscription = { id: "set", name: "Set", enabled: true, address, interval: 24 };
    await pageRules.load(defaultSettings);
    expect(pageRules.unbound()).toHaveLength(0);
    expect((await pageRules.load({ ...defaultSettings, subscriptions: [subscription] })).lists[0]?.lines).toEqual([
      "redis",
    ]);
    expect(pageRules.unbound()).toHaveLength(1);
    await pageRules.load({ ...defaultSettings, subscriptions: [{ ...subscription, enabled: false }] });
    expect(pageRules.unbound()).toHaveLength(0);
  });
});
