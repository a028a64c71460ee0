import { describe, expect, test } from "vitest";

import type { Rule } from "@/model/ruleset.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import type { RulesetContent } from "@/rulesets/ruleset-store.ts";
import type { RunAlone } from "@/settings/run-alone.ts";

import { killedAt } from "../../support/killed-at.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

/** A killed script lets go of its locks, so each script here has its own. */
const unlocked: RunAlone = (run) => run();

const content = (label: string, count: number): RulesetContent => ({
  id: "set",
  name: label,
  enabled: true,
  address: null,
  rules: Array.from({ length: count }, (_, index): Rule => {
    return { condition: `site:${label}${index}.test`, action: "hide", line: index + 1 };
  }),
  lists: [],
  recipes: [],
});

describe("a ruleset whose write is killed at every call of storage", () => {
  test.each(["before", "after"])(
    "%s it, is the old or the new one in whole, and nothing is left over",
    async (moment) => {
      const seen = new Set<string>();
      for (let last = 1; ; last += 1) {
        const areas = fakeStorage();
        const store = createRulesetStore(areas.local, unlocked);
        await store.put(content("old", 1500));
        const mortal = killedAt(areas, last, moment === "after");
        const ended = await createRulesetStore(mortal.areas.local, unlocked)
          .put(content("new", 900))
          .then(
            () => "finished",
            () => "killed",
          );
        const found = await store.read("set");
        expect(found).toEqual(content(found?.name ?? "", found?.name === "old" ? 1500 : 900));
        seen.add(found?.name ?? "");
        await store.sweep(0);
        const [current] = await store.load();
        const parts = [...areas.local.items.keys()].filter((key) => key.startsWith("ruleset."));
        expect(parts.filter((key) => !key.includes(current?.generation ?? "none"))).toEqual([]);
        expect(parts).toHaveLength((current?.shards ?? 0) + 2);
        if (ended === "finished" && mortal.calls() < last) break;
      }
      expect([...seen].toSorted()).toEqual(["new", "old"]);
    },
  );
});
