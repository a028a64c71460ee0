import { expect, test } from "vitest";

import { defaultSettings } from "@/settings/default-settings.ts";
import { recordChange } from "@/settings/history-record.ts";
import type { HistoryChange } from "@/settings/history-record.ts";

import { fakeList } from "../../support/fake-settings.ts";

const huge = "x".repeat(3_000_000);
const withText = (text: string) => ({ ...defaultSettings, lists: [fakeList({ id: text[0]!, lines: [text] })] });

/** The history after lists of these texts were deleted one after another. */
function afterDeletions(texts: readonly string[]): readonly HistoryChange[] {
  return texts.reduce<readonly HistoryChange[]>(
    (changes, text, index) => recordChange(changes, withText(text), defaultSettings, "here", index)?.changes ?? [],
    [],
  );
}

const idsOf = (changes: readonly HistoryChange[]): string[] => changes.map(({ items }) => items[0]?.id ?? "");

test("the oldest states go when there is too much of it", () => {
  expect(idsOf(afterDeletions([`a${huge}`, `b${huge}`, `c${huge}`]))).toEqual(["b", "c"]);
});

test("the newest stays, however long it is", () => {
  expect(idsOf(afterDeletions([`a${huge}`, `b${huge}${huge}${huge}`]))).toEqual(["b"]);
});

test("a change that is longer than all there is room for takes the place of no short one", () => {
  const endless = `c${huge}${huge}${huge}`;
  expect(idsOf(afterDeletions(["a", "b", endless]))).toEqual(["a", "b", "c"]);
  expect(idsOf(afterDeletions(["a", "b", endless, "d"]))).toEqual(["a", "b", "d"]);
  expect(idsOf(afterDeletions(["a", endless, `e${huge}`]))).toEqual(["a", "e"]);
});

test("what has many later states goes before what has none", () => {
  const texts = ["a first", ...Array.from({ length: 8 }, (_, index) => `b${index}${"x".repeat(1_200_000)}`)];
  expect(idsOf(afterDeletions(texts))[0]).toBe("a");
  expect(afterDeletions(texts).length).toBeLessThan(texts.length);
});
