import { describe, expect, test } from "vitest";

import type { Rule } from "@/model/ruleset.ts";
import type { RunAlone } from "@/model/run-alone.ts";
import type { RulesetContent } from "@/rulesets/ruleset-parts.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";

import { killedAt } from "../../support/killed-at.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

/** A killed script lets go of its locks, so each script here has its own. */
const unlocked: RunAlone = (run) => run();

const content = (label: string, count: number, address: string | null = null): RulesetContent => ({
  id: "set",
  name: label,
  enabled: true,
  address,
  rules: Array.from({ length: count }, (_, index): Rule => {
    return { condition: `site:${label}${index}.test`, action: "hide", line: index + 1 };
  }),
  lists: [],
  recipes: [],
});

const partsIn = (areas: ReturnType<typeof fakeStorage>): string[] =>
  [...areas.local.items.keys()].filter((key) => key.startsWith("ruleset."));

/** Does something to a ruleset again and again, killed before or after each of its calls of storage. */
const killedEverywhere = async (
  before: RulesetContent,
  moment: string,
  run: (store: RulesetStore) => Promise<unknown>,
  check: (store: RulesetStore, areas: ReturnType<typeof fakeStorage>) => Promise<void>,
): Promise<number> => {
  for (let last = 1; ; last += 1) {
    const areas = fakeStorage();
    const store = createRulesetStore(areas.local, unlocked);
    await store.put(before);
    const mortal = killedAt(areas, last, moment === "after");
    const ended = await run(createRulesetStore(mortal.areas.local, unlocked)).then(
      () => "finished",
      () => "killed",
    );
    await check(store, areas);
    if (ended === "finished" && mortal.calls() < last) return last;
  }
};

describe("a ruleset that is written, killed at every call of storage", () => {
  const address = "https://lists.test/";

  test.each(["before", "after"])(
    "%s it, is the old or the new one in whole, and nothing is left over",
    async (moment) => {
      const seen = new Set<string>();
      await killedEverywhere(
        content("old", 1500, address),
        moment,
        (store) => store.put(content("new", 900, address)),
        async (store, areas) => {
          const found = await store.read("set");
          expect(found).toEqual(content(found?.name ?? "", found?.name === "old" ? 1500 : 900, address));
          seen.add(found?.name ?? "");
          await store.sweep(0);
          const [current] = await store.load();
          const parts = partsIn(areas);
          expect(parts.filter((key) => !key.includes(current?.generation ?? "none"))).toEqual([]);
          expect(parts).toHaveLength((current?.shards ?? 0) + 2);
          expect(await store.changes()).toEqual([]);
        },
      );
      expect([...seen].toSorted()).toEqual(["new", "old"]);
    },
  );

  test.each(["before", "after"])("%s it, can be had back as it was before, where it was brought", async (moment) => {
    const seen = new Set<string>();
    await killedEverywhere(
      content("old", 1500),
      moment,
      (store) => store.put(content("new", 900)),
      async (store, areas) => {
        await store.sweep(0);
        const name = (await store.read("set"))?.name ?? "";
        seen.add(name);
        const [last] = await store.changes();
        expect(last).toMatchObject({ became: name === "new" ? "changed" : "added" });
        expect(await store.undo(last!.number)).toBe(true);
        await store.sweep(0);
        expect(await store.read("set")).toEqual(name === "new" ? content("old", 1500) : null);
        const known = new Set((await store.changes()).flatMap(({ before }) => before?.generation ?? []));
        for (const { generation } of await store.load()) known.add(generation);
        expect(partsIn(areas).filter((key) => ![...known].some((generation) => key.includes(generation)))).toEqual([]);
      },
    );
    expect([...seen].toSorted()).toEqual(["new", "old"]);
  });

  test.each(["before", "after"])("%s it, is deleted or there, and can be had back", async (moment) => {
    const seen = new Set<boolean>();
    await killedEverywhere(
      content("old", 300),
      moment,
      (store) => store.remove("set"),
      async (store) => {
        await store.sweep(0);
        const isThere = (await store.read("set")) !== null;
        seen.add(isThere);
        if (!isThere) await store.undo((await store.changes())[0]!.number);
        expect(await store.read("set")).toEqual(content("old", 300));
      },
    );
    expect(seen).toEqual(new Set([true, false]));
  });
});
