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
  ["both added at once on two devices", "aaa", "aaa OR bbb", ["aaa c", "aaa cc"], "aaa cc OR bbb"],
  ["another text in its place", "aaa", "bbb", ["aaac", "aaacd"], "aaacd OR bbb"],
  [
    "a text that begins with this one",
    "price<10",
    "price<100",
    ["price<10 -u", "price<10 -used"],
    "price<10 -used OR price<100",
  ],
  ["more words, and another alternative", "cat", "cats OR dogs", ["cat food"], "cat food OR cats OR dogs"],
  ["its opposite", "cat", "-cat", ["cat food"], "cat food OR -cat"],
  ["the same", "aaa", "aaab", ["aaab"], "aaab"],
  ["the same and more", "aaa", "aaab OR c", ["aaab"], "aaab OR c"],
  ["another text where this one is emptied", "aaa", "bbb", [""], "bbb"],
  ["another text where this one is written anew", "aaa", "bbb", ["", "c", "cc"], "cc OR bbb"],
  ["another alternative where all are emptied", "a OR b", "a OR b OR c", [""], "c"],
  ["a part taken away here, something added there", "aaa b", "aaa b OR c", ["aaa"], "aaa OR c"],
  ["a part taken away there, something added here", "a OR b OR c", "a OR c", ["a OR b OR c OR d"], "a OR c OR d"],
  [
    "an alternative whose beginning is typed",
    "site:a.com",
    "site:a.com OR site:b.com",
    ["site:a.com OR site:b.co", "site:a.com OR site:b.co.uk"],
    "site:a.com OR site:b.com OR site:b.co.uk",
  ],
])("what others wrote into a condition meanwhile stays: %s", (_, first, others, texts, result) => {
  const typed = typedOn(place, first, others, ...texts);
  expect(typed?.split(" OR ").toSorted()).toEqual(result.split(" OR ").toSorted());
});

test("names stand side by side", () => {
  expect(typedOn(name, "Ads", "Spam", "Ads!", "Ads!!")).toBe("Ads!! / Spam");
  expect(typedOn(name, "Spam", "Spammers", "Spam sites")).toBe("Spam sites / Spammers");
  expect(typedOn(name, "Ads", "Ads / Spam", "Adverts")).toBe("Adverts / Spam");
});

test("what is gone stays gone", () => {
  expect(applyTextEdit(defaultSettings, { place, before: "a", text: "b" })).toEqual(defaultSettings);
});
