import { describe, expect, test, vi } from "vitest";

import { compileKeywords, compileKeywordsInSteps } from "@/matching/compile-keywords.ts";
import { mostHits } from "@/matching/hit-collector.ts";
import type { FieldTexts, Matcher } from "@/matching/matcher.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList, KeywordOptions } from "@/model/keyword-list.ts";

// Only ends a run that hangs: thousands of runs take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const nowhere: FieldTexts = { title: "", snippet: "", meta: "", url: "", site: "" };

const listOf = (lines: readonly string[], id = "a", options: Partial<KeywordOptions> = {}): KeywordList => ({
  id,
  name: id,
  color: 1,
  enabled: true,
  lines,
  options: { ...defaultKeywordOptions, ...options },
});

/** Hits as "list.line field text". */
const found = (matcher: Matcher, fields: Partial<FieldTexts>): readonly string[] => {
  const texts = { ...nowhere, ...fields };
  return matcher
    .findHits(texts)
    .map(({ list, line, field, span }) => `${list}.${line} ${field} ${texts[field].slice(span.start, span.end)}`);
};

describe("more than can be looked for", () => {
  const letters = (count: number): string => "a".repeat(count);

  test("is left out, which is said at the list once, and the other fields are still searched", () => {
    const lines = Array.from({ length: 1000 }, (_, index) => letters(index + 1));
    const matcher = compileKeywords([listOf(lines), listOf(["harbour"], "b")]);
    const hits = matcher.findHits({ ...nowhere, title: "harbour", snippet: letters(50_000) });
    expect(hits.length).toBe(mostHits);
    expect(hits.some(({ list, field }) => list === "b" && field === "title")).toBe(true);
    matcher.findHits({ ...nowhere, title: letters(50_000) });
    expect(matcher.problems).toMatchObject([{ code: "keyword-too-much", list: "a" }]);
    expect(found(matcher, { title: "aa" })).toEqual(["a.1 title aa", "a.0 title a", "a.0 title a"]);
  });

  test("are keywords that nobody types, among others", () => {
    const matcher = compileKeywords([listOf(["harbour", letters(1001), `/${letters(1001)}/`, letters(1000)])]);
    expect(matcher.problems).toMatchObject([{ code: "keyword-too-long", line: 1 }]);
    expect(matcher.findHits({ ...nowhere, title: letters(1000) })).toHaveLength(1);
  });
});

describe("in steps", () => {
  const words = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `harbour${index}`);

  test("thousands of words are read in many, expressions each by itself", () => {
    const stepsFor = (lines: readonly string[]): number => [...compileKeywordsInSteps([listOf(lines)])].length;
    expect(stepsFor(words(10_000))).toBeGreaterThan(stepsFor(words(10)) + 15);
    expect(stepsFor(words(3000).map((word) => `/(${word}+x)+/`))).toBeGreaterThan(3000);
  });

  test("the lines found are those that are found at once, also where some are more than words", () => {
    const lines = words(2300).map((word, index) => (index % 700 === 3 ? `"${word}"` : index % 900 === 4 ? "*" : word));
    const title = lines.toReversed().join(" ");
    const steps = compileKeywordsInSteps([listOf(lines), listOf(lines.slice(0, 1100), "b")]);
    let step = steps.next();
    // Another matcher for the same list is made and used in between.
    for (; step.done !== true; step = steps.next()) compileKeywords([listOf(["harbour1"])]).findHits(nowhere);
    const atOnce = compileKeywords([listOf(lines), listOf(lines.slice(0, 1100), "b")]);
    expect(step.value.findHits({ ...nowhere, title })).toEqual(atOnce.findHits({ ...nowhere, title }));
    expect(step.value.problems).toEqual(atOnce.problems);
    expect(step.value.problems.map(({ list, line }) => `${list}.${line}`)).toEqual([
      "a.4",
      "a.904",
      "a.1804",
      "b.4",
      "b.904",
    ]);
  });
});

describe("lines that say the same", () => {
  const text = { title: "Harbour, harbour" };

  test("count once in a list, by the first of them", () => {
    const lines = [
      "harbour",
      "HARBOUR",
      '"Harbour"',
      "ｈａｒｂｏｕｒ",
      "harb*r",
      "Harb*r",
      "title:harbour",
      "title:Harbour",
      "/arb/i",
      "/arb/gi",
      "/Arb/i",
      "title:/arb/i",
      "title:/arb/ig",
    ];
    expect(found(compileKeywords([listOf(lines)]), { title: "Harbour" })).toEqual([
      "a.0 title Harbour",
      "a.4 title Harbour",
      "a.6 title Harbour",
      "a.8 title arb",
      "a.10 title arb",
      "a.11 title arb",
    ]);
  });

  test("a vowel of a syllable alone is found where it stands alone", () => {
    const matcher = compileKeywords([listOf(["\u1161"])]);
    expect(matcher.problems).toEqual([]);
    expect(found(matcher, { title: "a \u1161 b, \u1112\u1161" })).toEqual(["a.0 title \u1161"]);
  });

  test("count in each list", () => {
    const matcher = compileKeywords([listOf(["harbour"]), listOf(["Harbour"], "b")]);
    expect(found(matcher, text)).toEqual([
      "a.0 title Harbour",
      "b.0 title Harbour",
      "a.0 title harbour",
      "b.0 title harbour",
    ]);
  });

  test("count apart where capitals matter", () => {
    const matcher = compileKeywords([listOf(["harbour", "Harbour"], "a", { caseSensitive: true })]);
    expect(found(matcher, text)).toEqual(["a.1 title Harbour", "a.0 title harbour"]);
  });
});

describe("fields", () => {
  const everywhere = { title: "x", snippet: "x", meta: "x", url: "https://x.example/x", site: "x.example" };

  test("a keyword without a field is looked for in title, snippet and meta", () => {
    expect(found(compileKeywords([listOf(["x"])]), everywhere)).toEqual(["a.0 title x", "a.0 snippet x", "a.0 meta x"]);
  });

  test.each(["title", "snippet", "meta"])("one with a field only there: %s", (field) => {
    expect(found(compileKeywords([listOf([`${field}:x`])]), everywhere)).toEqual([`a.0 ${field} x`]);
  });

  test.each(["title:x*", "title:/x/"])("wildcards and expressions too: %s", (line) => {
    expect(found(compileKeywords([listOf([line])]), everywhere)).toEqual(["a.0 title x"]);
  });

  test("an address is searched as it is written, and in its percent form", () => {
    const matcher = compileKeywords([listOf(["url:Example/b", "url:東京", "url:/\\d+$/", "url:b*c?q"])]);
    expect(found(matcher, { url: "https://x.example/bac?q=%E6%9D%B1%E4%BA%AC&n=12" })).toEqual([
      "a.0 url example/b",
      "a.3 url bac?q",
      "a.1 url %E6%9D%B1%E4%BA%AC",
      "a.2 url 12",
    ]);
  });
});

describe("site:", () => {
  const hits = (line: string, site: string): readonly string[] => found(compileKeywords([listOf([line])]), { site });

  test.each([
    ["site:example.com", "example.com", "example.com"],
    ["site:example.com", "www.example.com", "example.com"],
    ["site:EXAMPLE.com", "a.b.example.com", "example.com"],
    ["site:*.example.com", "a.example.com", "example.com"],
    ["site:.example.com", "example.com", "example.com"],
    ["site:com", "example.com", "com"],
    ["site:bücher.example", "www.xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["site:BÜCHER.example", "xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["site:https://example.com/", "example.com", "example.com"],
    ["site:google.*", "www.google.co.uk", "google.co.uk"],
    ["site:ex?mple.com", "www.example.com", "example.com"],
    ["site:*blog*", "my-blogs.example.com", "my-blogs.example.com"],
    ["site:/^[a-z]+\\d/", "news24.example", "news2"],
  ])("%s matches %s", (line, site, text) => {
    expect(hits(line, site)).toEqual([`a.0 site ${text}`]);
  });

  test.each([
    ["site:example.com", "notexample.com"],
    ["site:example.com", "example.com.evil.net"],
    ["site:a.example.com", "example.com"],
    ["site:google.*", "notgoogle.com"],
    ["site:google.?", "google.com"],
  ])("%s does not match %s", (line, site) => {
    expect(hits(line, site)).toEqual([]);
  });
});

describe("order", () => {
  test("is that of field, start, longest, list, line", () => {
    const matcher = compileKeywords([
      listOf(["data", "base", "/data\\w+/", "database"], "a"),
      listOf(["database", "dat*"], "b"),
      listOf(["running data"], "c", { wordForms: "en" }),
    ]);
    expect(found(matcher, { snippet: "databases", title: "run data" })).toEqual([
      "c.0 title run data",
      "a.0 title data",
      "b.1 title data",
      "a.2 snippet databases",
      "b.1 snippet databases",
      "a.3 snippet database",
      "b.0 snippet database",
      "a.0 snippet data",
      "a.1 snippet base",
    ]);
  });

  test("a keyword that overlaps itself is found at each of its places", () => {
    expect(found(compileKeywords([listOf(["aa"])]), { title: "aaa" })).toHaveLength(2);
  });
});

describe("lists", () => {
  test("that are switched off find nothing and report nothing", () => {
    const matcher = compileKeywords([{ ...listOf(["x", "/(/"]), enabled: false }]);
    expect(found(matcher, { title: "x" })).toEqual([]);
    expect(matcher.problems).toEqual([]);
  });

  test("each compare in their own way", () => {
    const matcher = compileKeywords([
      listOf(["Résumé"], "loose"),
      listOf(["Résumé"], "case", { caseSensitive: true }),
      listOf(["Résumé"], "marks", { diacriticsSensitive: true }),
    ]);
    expect(found(matcher, { title: "resume Resume résumé Résumé" })).toEqual([
      "loose.0 title resume",
      "loose.0 title Resume",
      "case.0 title Resume",
      "loose.0 title résumé",
      "marks.0 title résumé",
      "loose.0 title Résumé",
      "case.0 title Résumé",
      "marks.0 title Résumé",
    ]);
  });

  test("from an older version or with unknown options get by with the defaults", () => {
    const options = { caseSensitive: false, wordForms: "tlh", dottedI: "?" } as unknown as KeywordOptions;
    expect(found(compileKeywords([{ ...listOf(["Straße"]), options }]), { title: "STRASSE" })).toEqual([
      "a.0 title STRASSE",
    ]);
  });

  test("of ten thousand keywords, some of them beginnings of others, find theirs", () => {
    const lines = Array.from({ length: 10_000 }, (_, number) => `keyword ${number}`);
    const matcher = compileKeywords([listOf(lines)]);
    expect(matcher.problems).toEqual([]);
    expect(found(matcher, { title: "Keyword 1234" })).toEqual([
      "a.1234 title Keyword 1234",
      "a.123 title Keyword 123",
      "a.12 title Keyword 12",
      "a.1 title Keyword 1",
    ]);
  });
});

describe("whole words", () => {
  const whole = (line: string, title: string, options: Partial<KeywordOptions> = {}): readonly string[] =>
    found(compileKeywords([listOf([line], "a", { wholeWord: true, ...options })]), { title });

  test.each([
    ["résumé", "résumés"],
    ["fu", "für"],
    ["viet", "việtnam"],
    ["мʼя", "мʼята"],
    ["ё", "ёж"],
  ])("do not end at an accent: %s in %s, composed or not", (line, title) => {
    for (const text of [title, title.normalize("NFD")]) {
      expect(whole(line, text)).toEqual([]);
      expect(whole(line, text, { diacriticsSensitive: true })).toEqual([]);
    }
  });

  test.each([
    ["résumé", "a résumé, b"],
    ["がっこう", "小がっこうの"],
    ["カ", "アカー"],
    ["เรา", "กับเราคือ"],
  ])("are found where they stand, composed or not: %s in %s", (line, title) => {
    for (const text of [title, title.normalize("NFD")]) expect(whole(line, text)).toHaveLength(1);
  });
});

describe("words of a dictionary", () => {
  test("are those of their block, the edges of which are looked for once in a search", () => {
    const block = "水水 ".repeat(2000);
    const snippet = `${block}\n水道水。\n${block.repeat(2)}`;
    const matcher = compileKeywords([listOf(["水道", "水"], "a", { wholeWord: true, segmentWords: true })]);
    const lastIndexOf = vi.spyOn(String.prototype, "lastIndexOf");
    const hits = matcher.findHits({ ...nowhere, snippet });
    const asked = lastIndexOf.mock.calls.length;
    lastIndexOf.mockRestore();
    // Blocks of more than 10,000 units are not taken apart into words.
    expect(hits.filter(({ line }) => line === 1).length).toBeGreaterThan(8000);
    expect(hits.filter(({ line }) => line === 0)).toHaveLength(1);
    expect(asked).toBeLessThan(10);
  });
});

describe("bad lines", () => {
  test("are reported where they are, and the rest works", () => {
    const matcher = compileKeywords([
      listOf(["# comment", "", "good", "/(/", '"open', "title:", "*", "/(a*)\\1b/", "\u00ad"], "a"),
      listOf(["/a/z", "fine"], "b"),
    ]);
    expect(matcher.problems.map(({ list, line, code, column }) => [list, line, code, column])).toEqual([
      ["a", 3, "regex-invalid", 2],
      ["a", 4, "keyword-quote-open", 1],
      ["a", 5, "keyword-empty", 7],
      ["a", 6, "keyword-only-wildcards", 1],
      ["a", 7, "regex-reference", 2],
      ["a", 8, "keyword-empty", 1],
      ["b", 0, "regex-flags", 4],
    ]);
    expect(found(matcher, { title: "fine and good" })).toEqual(["b.1 title fine", "a.2 title good"]);
  });
});

describe("bad texts", () => {
  test("of a million units are searched to their end", () => {
    const matcher = compileKeywords([listOf(["needle", "/need\\w+/", "n*dle", "⽀支持"])], () => 0);
    const title = `${"hay 支持 \ud800 e\u0301 ".repeat(100_000)}needle`;
    const hits = matcher.findHits({ ...nowhere, title });
    expect(hits).toHaveLength(100_003);
    expect(hits.at(-1)?.span).toEqual({ start: title.length - 6, end: title.length });
  });
});

describe("regular expressions that take too long", () => {
  /** A clock that goes on by so many milliseconds whenever it is looked at. */
  const clock = (step: number): (() => number) => {
    let time = 0;
    return () => (time += step);
  };

  test("are put aside and reported, once; the others go on", () => {
    const matcher = compileKeywords([listOf(["plain", "/(x+x+)+y/", "title:/z/"])], clock(30));
    const snippet = `${"x".repeat(20_000)}xy plain`;
    expect(found(matcher, { snippet, title: "z" })).toEqual(["a.2 title z", "a.0 snippet plain"]);
    expect(found(matcher, { snippet, title: "z" })).toEqual(["a.2 title z", "a.0 snippet plain"]);
    expect(matcher.problems).toEqual([{ code: "regex-slow", args: [], list: "a", line: 1 }]);
  });

  test.each(["/(x+x+)+y/", `/${"(?:x?".repeat(90)}${")*".repeat(90)}z{2}y/`, "/(?:x|xx|xxx){6}y/"])(
    "in short blocks too, where there are thousands of them: %#",
    (line) => {
      const matcher = compileKeywords([listOf([line])], clock(1));
      expect(found(matcher, { snippet: "xxxx zy\n".repeat(20_000) })).toEqual([]);
      expect(matcher.problems).toMatchObject([{ code: "regex-slow" }]);
    },
  );

  test("are reported once, however many blocks they leave out", () => {
    const matcher = compileKeywords([listOf(["/(?:a|b|ab|ba|aba){4}z/"])], clock(0));
    expect(matcher.problems).toEqual([]);
    found(matcher, { snippet: `${"ab".repeat(20_000)} z\n`.repeat(3) });
    expect(matcher.problems).toMatchObject([{ code: "regex-slow" }]);
  });

  test("have the time that a reader does not notice", () => {
    const matcher = compileKeywords([listOf(["/(x+x+)+y/"])], clock(0));
    expect(found(matcher, { title: `${"x".repeat(2000)}y` })).toHaveLength(1);
    expect(matcher.problems).toEqual([]);
  });

  test.each([
    ["joined emoji", "👩\u200d".repeat(300)],
    ["a letter with marks", `a${"\u0301".repeat(1000)}`],
    ["a syllable", `ᄒ${"ᅡ".repeat(1000)}`],
  ])("find what a reader sees as one character once: %s", (_, character) => {
    const hits = compileKeywords([listOf(["/./u"])], () => 0).findHits({ ...nowhere, title: `x${character}x` });
    expect(hits.map(({ span }) => [span.start, span.end])).toEqual([
      [0, 1],
      [1, character.length + 1],
      [character.length + 1, character.length + 2],
    ]);
  });

  test("are put aside also where it is their matches that take long, or empty blocks", () => {
    for (const snippet of ["a".repeat(20_000), "\n".repeat(200_000)]) {
      const matcher = compileKeywords([listOf(["/./", "/^a/"])], clock(1));
      expect(matcher.findHits({ ...nowhere, snippet }).length).toBeLessThan(5000);
      expect(matcher.problems).toMatchObject([{ code: "regex-slow", line: 0 }]);
    }
  });
});
