import type { Rule } from "@/model/ruleset.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";

import type { BrowserUnderTest } from "./browser-under-test.ts";
import { fakeStorage } from "./quota-storage.ts";

/** Stores rules the way the extension does when a file is brought in, in the place of those that were. */
export const storeRules = async (browser: BrowserUnderTest, rules: readonly Omit<Rule, "line">[]): Promise<void> => {
  const { local } = fakeStorage();
  await createRulesetStore(local, (run) => run()).put({
    id: "set",
    name: "Set",
    enabled: true,
    address: null,
    rules: rules.map((rule, index) => ({ ...rule, line: index + 1 })),
    lists: [],
    recipes: [],
  });
  await browser.inExtension((api, items) => api.storage.local.set(items), Object.fromEntries(local.items));
};
