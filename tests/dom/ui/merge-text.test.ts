import { expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { defaultSettings } from "@/settings/default-settings.ts";
import { applyTextEdit, textAt } from "@/ui/editing/text-edit.ts";
import type { TextPlace } from "@/ui/editing/text-edit.ts";

import { fakeFilter } from "../../support/fake-settings.ts";

const place: TextPlace = { kind: "filters", id: "a", field: "condition" };
const name: TextPlace = { ...place, field: "name" };

const storedWith = (condition: string) => ({
  ...defaultSettings,
  filters: [fakeFilter({ id: "a", name: "Mine", condition })],
});

/** What stands there after a field that began with a text was typed on, over what others had written by then. */
const typedOn = (field: TextPlace, first: string, others: string, ...texts: readonly string[]): string | null => {
  let settings: Settings =
    field === name ? { ...storedWith("x"), filters: [fakeFilter({ id: "a", name: others })] } : storedWith(others);
  let before = first;
  for (const text of texts) {
    settings = applyTextEdit(settings, { place: field, before, text });
    before = text;
  }
  return textAt(settings, field);
};

test("typing alone writes what was typed", () => {
  expect(typedOn(place, "aaa", "aaa", "aaa b", "aaa bbb", "")).toBe("");
});

test.each([
  ["something added behind", "aaa", "aaa OR site:x.example", ["aaab", "aaabc"], "aaabc OR site:x.example"],
  ["something added in front", "aaa", "-b aaa", ["aaac", "aa"], "-b aa"],
  ["both added at once on two devices", "aaa", "(aaa) OR (bbb)", ["aaa c", "aaa cc"], "(aaa cc) OR (bbb)"],
  ["another text in its place", "aaa", "bbb", ["aaac", "aaacd"], "(aaacd) OR (bbb)"],
  ["the same", "aaa", "aaab", ["aaab"], "aaab"],
  ["the same and more", "aaa", "aaab OR c", ["aaab"], "aaab OR c"],
  ["another text where this one is emptied", "aaa", "bbb", [""], "bbb"],
  ["another text where this one is written anew", "aaa", "bbb", ["", "c", "cc"], "(cc) OR (bbb)"],
  ["a part taken away here, something added there", "aaa b", "aaa b OR c", ["aaa"], "aaa OR c"],
])("what others wrote into a condition meanwhile stays: %s", (_, first, others, texts, result) => {
  expect(typedOn(place, first, others, ...texts)).toBe(result);
});

test("names stand side by side", () => {
  expect(typedOn(name, "Ads", "Spam", "Ads!", "Ads!!")).toBe("Ads!! / Spam");
  expect(typedOn(name, "Ads", "Ads and spam", "Adverts")).toBe("Adverts and spam");
});

test("what is gone stays gone", () => {
  expect(applyTextEdit(defaultSettings, { place, before: "a", text: "b" })).toEqual(defaultSettings);
});
