import { describe, expect, test } from "vitest";

import { compileKeywords } from "@/matching/compile-keywords.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";

import { cases } from "./cases.ts";

/** Writes ⟦ and ⟧ around each hit in a text. */
const marked = (text: string, spans: readonly { readonly start: number; readonly end: number }[]): string => {
  let marks = "";
  let at = 0;
  for (const { start, end } of spans) {
    marks += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return marks + text.slice(at);
};

describe.each(Array.from(new Set(cases.map(({ script }) => script))))("%s", (script) => {
  test.each(cases.filter((each) => each.script === script))("$line in $text: $why", ({ line, text, options }) => {
    const list = { id: "a", name: "A", color: 1, enabled: true, lines: [line] };
    const matcher = compileKeywords([{ ...list, options: { ...defaultKeywordOptions, ...options } }]);
    const title = text.replaceAll(/[⟦⟧]/gu, "");
    const hits = matcher.findHits({ title, snippet: "", meta: "", url: "", site: "" });
    expect(matcher.problems).toEqual([]);
    expect(
      marked(
        title,
        hits.map(({ span }) => span),
      ),
    ).toBe(text);
  });
});

test("the table is as wide as it should be", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map(({ script }) => script)).size).toBeGreaterThanOrEqual(15);
});
