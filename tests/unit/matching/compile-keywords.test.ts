import { describe, expect, test } from "vitest";

import { compileKeywords } from "@/matching/compile-keywords.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";

const hitsOf = (lines: readonly string[], title: string): string[] =>
  compileKeywords([{ id: "a", name: "A", color: 1, enabled: true, lines, options: defaultKeywordOptions }])
    .findHits({ title, snippet: "", meta: "", url: "", site: "" })
    .map(({ line, span }) => `${lines[line] ?? ""}@${title.slice(span.start, span.end)}`);

describe("compileKeywords", () => {
  test("finds keywords in text with PDF damage", () => {
    expect(hitsOf(["一致性", "支持"], "⼀致性 ⽀支持 ⼀一致性")).toEqual([
      "一致性@⼀致性",
      "支持@⽀支持",
      "一致性@⼀一致性",
    ]);
  });

  test("reports overlapping hits, the longest first", () => {
    expect(hitsOf(["data", "database"], "Databases")).toEqual(["database@Database", "data@Data"]);
  });
});
