import { expect, test } from "vitest";

import { defaultSettings } from "@/settings/default-settings.ts";
import { keepSame } from "@/ui/editing/keep-same.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";

const before = {
  ...defaultSettings,
  lists: [fakeList({ lines: ["steel"] })],
  filters: [fakeFilter({ id: "a" }), fakeFilter({ id: "b" })],
};

test("settings that say the same are the same", () => {
  expect(keepSame(before, structuredClone(before))).toBe(before);
});

test("what changed is new, and the rest as it was", () => {
  const now = structuredClone(before);
  const changed = {
    ...now,
    enabled: false,
    filters: [{ ...now.filters[0]!, name: "New" }, now.filters[1]!, fakeFilter({ id: "c" })],
  };
  const kept = keepSame(before, changed);
  expect(kept).toEqual(changed);
  expect(kept.lists).toBe(before.lists);
  expect(kept.filters[1]).toBe(before.filters[1]);
  expect(keepSame(before, { ...now, filters: now.filters.toReversed() }).filters).toEqual(before.filters.toReversed());
  expect(keepSame(before, { ...now, filters: now.filters.slice(1) }).filters).toEqual([before.filters[1]]);
});
