import { describe, expect, test } from "vitest";

import { compileFilters } from "@/deciding/compile-filters.ts";
import { conditionWarnings } from "@/deciding/condition-warnings.ts";
import { noDecision } from "@/deciding/decision-of.ts";
import { fieldsOf } from "@/deciding/result-subject.ts";
import { readFacets } from "@/facets/read-facets.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Facet } from "@/model/facet.ts";
import type { Result } from "@/model/result.ts";

import { plainFilter, plainList, plainResult } from "../../support/plain-records.ts";

const now = new Date(2026, 5, 15, 12).getTime();
const pages = (value: number): Facet => ({ name: "pages", value, text: `${value} pages` });

const judged = (condition: string, result: Result): string =>
  compileFilters([plainFilter(condition)], []).decide(result, [], now).visibility;

describe("one filter", () => {
  const result = plainResult({
    title: "Distributed transactions in Go",
    snippet: "How they commit",
    meta: "by Someone",
    facets: [pages(40), { name: "size", value: 1_195_377, text: "1.14 MB" }],
  });
  test.each([
    ["transactions", "hide"],
    ["TRANSACTIONS", "hide"],
    ['"distributed transactions"', "hide"],
    ["/trans\\w+ in/i", "hide"],
    ["Someone", "show"],
    ["meta:Someone", "hide"],
    ["title:commit", "show"],
    ["snippet:commit", "hide"],
    ["site:example.com", "hide"],
    ["site:www.example.com", "hide"],
    ["site:ample.com", "show"],
    ["site:com", "hide"],
    ["site:other.example.com", "show"],
    ["site=www.example.com", "hide"],
    ["site=example.com", "show"],
    ["site!=www.example.com", "show"],
    ['url:"/page"', "hide"],
    [`url="${String(result.url)}"`, "hide"],
    [`url="${String(result.url?.slice(0, -1))}"`, "show"],
    [`url!="${String(result.url)}" OR url=https://example.com/`, "show"],
    ["pages>=40", "hide"],
    ["pages>40", "show"],
    ["-pages>40", "hide"],
    ["size<2MB pages>30", "hide"],
    ["size<1MB OR commit", "hide"],
    ["has:size -has:date", "hide"],
    ["votes>3", "show"],
    ["-votes>3", "show"],
    ["NOT (votes>3 OR nothing)", "show"],
    ["-(votes>3 nothing)", "hide"],
    ["-votes>3 OR -has:votes", "hide"],
    ["hits>=1", "show"],
    ["hits=0", "hide"],
  ])("%s: %s", (condition, visibility) => {
    expect(judged(condition, result)).toBe(visibility);
  });

  test("an unknown host or address is neither a site nor not", () => {
    const unknown = plainResult({ url: null, host: null });
    for (const condition of [
      "site:example.com",
      "-site:example.com",
      "site=example.com",
      "site!=a.example",
      "url:page",
      "-url:page",
      "-url=x",
    ])
      expect(judged(condition, unknown)).toBe("show");
  });
});

describe("keyword lists", () => {
  const lists = [plainList("Good", ["go", "commit"]), plainList("Off", ["go"], { enabled: false })];
  const matcher = compileKeywords(lists);
  const verdict = (condition: string, result: Result) =>
    compileFilters([plainFilter(condition)], lists).decide(result, matcher.findHits(fieldsOf(result)), now);
  const hit = plainResult({ title: "Go", snippet: "commit, go" });
  const missed = plainResult();

  test.each([
    ['list:"Good"', "hide", "show"],
    ["list:good", "hide", "show"],
    ["-list:Good", "show", "hide"],
    ["hits>=3", "hide", "show"],
    ["hits=1..2", "show", "show"],
    ["list:Off", "show", "show"],
    ["-list:Off", "show", "show"],
    ["-list:Gone", "show", "show"],
  ])("%s: %s with hits, %s without", (condition, withHits, without) => {
    expect(verdict(condition, hit).visibility).toBe(withHits);
    expect(verdict(condition, missed).visibility).toBe(without);
  });

  test("lists that are gone or off are told, and make no filter unreadable", () => {
    expect(compileFilters([plainFilter("list:Gone OR list:Off")], lists).problems).toEqual([]);
    const warnings = (text: string) => conditionWarnings(text, lists, Date.now());
    expect(warnings("list:Gone OR -(list:Off list:good) pages=3..2")).toEqual([
      { code: "condition-empty-range", args: ["pages=3..2", "pages=2..3"], column: 36 },
      { code: "filter-list-missing", args: ["Gone"], column: 1 },
      { code: "filter-list-off", args: ["Off"], column: 16 },
    ]);
    expect(warnings("pages>=")).toEqual([]);
  });

  test("a name that lacks its quotes, or is nearly that of a list, is told with the right form", () => {
    const named = [...lists, ...["My words", "My"].map((name) => ({ ...lists[0]!, id: name, name }))];
    const warnings = (text: string) => conditionWarnings(text, named, Date.now());
    expect(warnings("a list:my Words b")).toEqual([
      { code: "filter-list-quotes", args: ["My words", 'list:"My words"'], column: 3 },
    ]);
    expect(warnings("-list:Goood")).toEqual([
      { code: "filter-list-misspelt", args: ["Goood", "list:Good"], column: 2 },
    ]);
    expect(warnings('list:"My words" list:My')).toEqual([]);
  });

  test("hits are the evidence", () => {
    expect(verdict("hits>1 list:good", hit).reasons[0]?.evidence).toEqual([
      { kind: "list", list: "id of Good", hits: 3 },
    ]);
  });
});

test("of many filters that apply, some reasons of each action are made, those that took effect first", () => {
  const many = (["hide", "keep", "dim", "mark"] as const).flatMap((action) =>
    Array.from({ length: 100 }, (_, n) => plainFilter(`pages>=${n}`, { action, id: `${action}${n}` })),
  );
  const decision = compileFilters(many, []).decide(plainResult({ facets: [pages(300)] }), [], now);
  expect(decision.filters).toHaveLength(400);
  expect(decision.reasons).toHaveLength(400);
  const some = decision.someReasons(2);
  expect(some.map(({ filter, decisive }) => [filter, decisive])).toEqual([
    ["keep0", true],
    ["keep1", true],
    ["hide0", false],
    ["hide1", false],
    ["dim0", false],
    ["dim1", false],
    ["mark0", true],
    ["mark1", false],
  ]);
});

describe("a listing of documents", () => {
  const texts = ["14 页 | 3.23 MB", "26 页 | 1.14 MB", "295 页 | 5.91 MB", "176 页 | 2.34 MB", "21 页 | 1.63 MB"];
  const more = ["44 页 | 649.68 KB", "48 页 | 730.17 KB", "32 页 | 8.84 MB", "51 页 | 2.00 MB", "1 年前"];
  const results = [...texts, ...more].map((meta) =>
    plainResult({ title: meta, facets: readFacets([`0 码力 | ${meta} | 1 年前3`, "", ""], { now, language: "zh" }) }),
  );
  const left = (...conditions: readonly string[]): readonly string[] => {
    const judge = compileFilters(
      conditions.map((condition) => plainFilter(condition)),
      [],
    );
    return results.filter((result) => judge.decide(result, [], now).visibility === "show").map(({ title }) => title);
  };

  test("show only those with so many pages, and those that do not tell", () => {
    const wanted = [
      "295 页 | 5.91 MB",
      "176 页 | 2.34 MB",
      "44 页 | 649.68 KB",
      "48 页 | 730.17 KB",
      "51 页 | 2.00 MB",
    ];
    expect(left("-pages>=40")).toEqual([...wanted, "1 年前"]);
    expect(left("-pages>=40 OR -has:pages")).toEqual(wanted);
  });

  test("hide those with such a size, and nothing that does not tell", () => {
    expect(left("size>=2MB")).toEqual([
      "26 页 | 1.14 MB",
      "21 页 | 1.63 MB",
      "44 页 | 649.68 KB",
      "48 页 | 730.17 KB",
      "1 年前",
    ]);
  });

  test("ages are those of the texts", () => {
    expect(left("age<2y")).toEqual([]);
    expect(left("age>=2y").length).toBe(results.length);
    expect(left("-age=1y").length).toBe(results.length);
  });
});

describe("verdicts", () => {
  const result = plainResult({ title: "Go now", facets: [pages(40)] });

  test("nothing applies", () => {
    expect(compileFilters([plainFilter("nothing")], []).decide(result, [], now)).toBe(noDecision);
  });

  test("filters that are off or unreadable are ignored, the latter told with their column", () => {
    const judge = compileFilters(
      [
        plainFilter("go", { enabled: false }),
        plainFilter("pages>=", { id: "broken" }),
        plainFilter("/(/", { id: "regex" }),
      ],
      [],
    );
    expect(judge.decide(result, [], now)).toBe(noDecision);
    expect(judge.problems.map(({ filter, code, column }) => [filter, code, column])).toEqual([
      ["broken", "condition-expected-number", 8],
      ["regex", "regex-invalid", 1],
    ]);
  });

  test("evidence names the text, the figure and what is absent", () => {
    const verdict = compileFilters([plainFilter("GO -pages<30 -gone site:example.com")], []).decide(result, [], now);
    expect(verdict.reasons).toEqual([
      {
        filter: "GO -pages<30 -gone site:example.com",
        filterName: "GO -pages<30 -gone site:example.com",
        action: "hide",
        condition: "GO -pages<30 -gone site:example.com",
        evidence: [
          { kind: "text", field: "title", text: "Go" },
          { kind: "facet", facet: "pages", text: "40 pages" },
          { kind: "absent", text: "gone" },
          { kind: "text", field: "site", text: "www.example.com" },
        ],
        decisive: true,
      },
    ]);
  });

  test("of alternatives only those that are true are evidence", () => {
    const verdict = compileFilters([plainFilter("gone OR pages>30")], []).decide(result, [], now);
    expect(verdict.reasons[0]?.evidence).toEqual([{ kind: "facet", facet: "pages", text: "40 pages" }]);
  });

  test("keep, mark and lift stand together, and the filter that gave way says so", () => {
    const verdict = compileFilters(
      [
        plainFilter("go", { id: "hide" }),
        plainFilter("now", { id: "mark", action: "mark", color: 4 }),
        plainFilter("go now", { id: "mark later", action: "mark", color: 5 }),
        plainFilter("pages>30", { id: "keep", action: "keep" }),
        plainFilter("go", { id: "raise", action: "raise" }),
        plainFilter("now", { id: "raise too", action: "raise" }),
        plainFilter("now", { id: "lower", action: "lower" }),
      ],
      [],
    ).decide(result, [], now);
    expect([verdict.visibility, verdict.mark, verdict.lift]).toEqual(["show", 4, 1]);
    expect(verdict.reasons.map(({ filter, decisive }) => [filter, decisive])).toEqual([
      ["keep", true],
      ["hide", false],
      ["mark", true],
      ["mark later", false],
      ["raise", true],
      ["raise too", true],
      ["lower", false],
    ]);
  });
});
