import type { Rule } from "@/model/ruleset.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";

import type { BrowserUnderTest } from "./browser-under-test.ts";
import { fakeStorage } from "./quota-storage.ts";

/** A storage area that holds rules the way the extension keeps them when a file is brought in. */
export const areaWithRules = async (rules: readonly Rule[]): Promise<ReturnType<typeof fakeStorage>["local"]> => {
  const { local } = fakeStorage();
  await createRulesetStore(local, (run) => run()).put({
    id: "set",
    name: "Set",
    enabled: true,
    address: null,
    rules,
    lists: [],
    recipes: [],
  });
  return local;
};

/** Stores rules in a browser, in the place of those that were. */
export const storeRules = async (browser: BrowserUnderTest, rules: readonly Omit<Rule, "line">[]): Promise<void> => {
  const local = await areaWithRules(rules.map((rule, index) => ({ ...rule, line: index + 1 })));
  await browser.inExtension((api, items) => api.storage.local.set(items), Object.fromEntries(local.items));
};
