import fc from "fast-check";
import { expect, test } from "vitest";

import { planImport } from "@/lists/plan-import.ts";
import { readImport } from "@/lists/read-import.ts";
import { subscriptionId } from "@/lists/subscription-id.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";

import { fakeStorage } from "../../support/quota-storage.ts";

const never = (): string => {
  throw new Error("No other id is needed.");
};

test("is the same for one address, and another for another", () => {
  const address = fc.webUrl({ withQueryParameters: true });
  fc.assert(
    fc.property(address, address, (one, other) => {
      expect(subscriptionId(one, new Set(), never) === subscriptionId(other, new Set(), never)).toBe(one === other);
    }),
  );
  const many = Array.from({ length: 20_000 }, (_, index) => `https://lists.example/${index}.txt`);
  expect(new Set(many.map((one) => subscriptionId(one, new Set(), never))).size).toBe(many.length);
});

test("is another one where a subscription has it whose address was changed", () => {
  const id = subscriptionId("https://a.example/", new Set(), never);
  expect(subscriptionId("https://a.example/", new Set([id]), () => "other")).toBe("other");
});

test("two devices that import one backup before they have met subscribe once", async () => {
  const backup = {
    blacklist: "*://*.a.example/*",
    subscriptions: [{ name: "Theirs", url: "https://lists.example/a.txt", type: "ruleset", enabled: true }],
  };
  const first = fakeStorage();
  const devices = [first, { local: fakeStorage().local, sync: first.sync }];
  for (const { local } of devices) {
    const store = createSettingsStore(local);
    const { settings } = await store.load();
    const steps = planImport({ settings, rulesets: [] }, readImport(JSON.stringify(backup)), new Map(), () =>
      crypto.randomUUID(),
    );
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    await store.update(step.value.change);
  }
  for (const areas of [...devices, ...devices]) await createSettingsSync(areas).exchange();
  for (const { local } of devices) {
    const { settings } = await createSettingsStore(local).load();
    expect(settings.subscriptions).toMatchObject([{ name: "Theirs", address: "https://lists.example/a.txt" }]);
  }
});
