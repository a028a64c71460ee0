import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checkCondition } from "@/filters/check-condition.ts";
import { compileCondition, truthOf } from "@/filters/compile-condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { all } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { resultsMeant } from "@/filters/results-meant.ts";
import type { Names, Subject } from "@/filters/subject.ts";
import type { Facet, FacetName } from "@/model/facet.ts";

import { conditionsOf } from "./arbitrary-condition.ts";

const now = new Date(2026, 5, 15, 12).getTime();

const warnings = (text: string): readonly string[] => {
  const places = new Map<Condition, number>();
  const parsed = parseCondition(text, places);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return checkCondition(parsed.condition, now, places).map(
    ({ code, args, column }) => `${code.replace("condition-", "")}@${column} ${args.join(" | ")}`,
  );
};

describe("what can never or always be true", () => {
  test.each([
    ["pages=30..10", "empty-range@1 pages=30..10 | pages=10..30"],
    ["-pages=30..10", "empty-range@2 pages=30..10 | pages=10..30"],
    ["pages!=30..10", "empty-range@1 pages=30..10 | pages=10..30"],
    ["date=2024-05..2024-03", "empty-range@1 date=2024-05..2024-03 | date=2024-03..2024-05"],
    ["age=2y..1y", "empty-range@1 age=2y..1y | age=1y..2y"],
    ["pages<0", "never@1 pages<0"],
    ["pages=2.5", "never@1 pages=2.5"],
    ["rating>5", "never-rating@1 rating>5"],
    ["rating>10/10", "never-rating@1 rating>10/10"],
    ["foo -hits>=0", "never@5 -hits>=0"],
    ["hits>=0", "always@1 hits>=0"],
    ["pages>=0", "always-told@1 pages>=0 | has:pages"],
    ["a (b OR rating<=5)", "always-told@9 rating<=5 | has:rating"],
    ["pages>3 OR pages<=3", "always-told@12 pages>3 OR pages<=3 | has:pages"],
    ["pages>3 OR pages<10", "always-told@12 pages>3 OR pages<10 | has:pages"],
    ["foo OR -foo", "always@8 foo OR -foo"],
    ["size<2MB size>5MB", "contradiction@10 size<2MB | size>5MB"],
    ["size<2MB foo -size<=3MB", "contradiction@14 size<2MB | -size<=3MB"],
    ["pages>3 pages<4", "opposites@9 pages>3 | pages<4"],
    ["pages=5 pages!=5", "opposites@9 pages=5 | pages!=5"],
    ["pages=5 -pages=5", "opposites@9 pages=5 | -pages=5"],
    ["pages=10..20 pages=30", "contradiction@14 pages=10..20 | pages=30"],
    ["-pages=..20 pages=5..15", "contradiction@13 -pages<=20 | pages=5..15"],
    ["pages=5..10 -pages=1..20", "contradiction@13 pages=5..10 | -pages=1..20"],
    ["pages=5..6 pages!=5 pages!=6", "contradictions@21 pages=5..6 pages!=5 pages!=6"],
    ["date>2024 date<=2024-06", "contradiction@11 date>2024 | date<=2024-06"],
    ["age<1y age>2y", "contradiction@8 age<1y | age>2y"],
    ["date>2025 age>5y", "contradiction@11 date>2025 | age>5y"],
    ["age<3mo foo date<2026-01-01", "contradiction@13 age<3mo | date<2026-01-01"],
    ["price>20EUR price<10EUR", "contradiction@13 price>20EUR | price<10EUR"],
    ["price>20 price<10EUR", "contradiction@10 price>20 | price<10EUR"],
    ["price>20EUR price<10USD", "contradiction@13 price>20EUR | price<10USD"],
    ["price>10EUR price<20USD", "two-currencies@13 price>10EUR price<20USD"],
    ["price=10USD..20EUR", "two-currencies@1 price=10USD..20EUR"],
    ["foo -foo", "opposites@5 foo | -foo"],
    ["title:foo -foo", "contradiction@11 title:foo | -foo"],
    ["foo -title:foo -snippet:foo", "contradictions@16 foo -title:foo -snippet:foo"],
    ["-site:a.com site:a.com", "opposites@13 -site:a.com | site:a.com"],
    ["site:a.com site:b.org", "contradiction@12 site:a.com | site:b.org"],
    ["site:x.a.com -site:a.com", "contradiction@14 site:x.a.com | -site:a.com"],
    ["site=a.com site=b.org", "contradiction@12 site=a.com | site=b.org"],
    ["site=x.a.com -site:a.com", "contradiction@14 site=x.a.com | -site:a.com"],
    ["prop:a=x prop:a=y", "contradiction@10 prop:a=x | prop:a=y"],
    ["url=https://a.com/ url=https://b.org/", 'contradiction@20 url="https://a.com/" | url="https://b.org/"'],
    ["-has:pages pages>3", "contradiction@12 -has:pages | pages>3"],
    ["-has:date age<1y", "contradiction@11 -has:date | age<1y"],
    ["list:A hits=0", "contradiction@8 list:A | hits=0"],
    ["hits>2 hits<2", "contradiction@8 hits>2 | hits<2"],
    ["x OR (pages>3 pages<2)", "contradiction@15 pages>3 | pages<2"],
    ["(pages>9 OR size<2MB) pages<5 size>3MB", "contradictions@31 (pages>9 OR size<2MB) pages<5 size>3MB"],
    ["NOT (pages>3 AND pages<2)", "contradiction@18 pages>3 | pages<2"],
  ] as const)("%s is warned of", (text, warning) => {
    expect(warnings(text)).toEqual([warning]);
  });

  test.each([
    "pages=10..30",
    "pages=30..30",
    "pages!=30",
    "size>2MB size<5MB",
    "pages>=3 pages<=3",
    "pages>2.5 pages<3.2",
    "pages<3 OR pages>5",
    "pages>3 OR has:size",
    "price>20EUR OR price<10USD",
    "price>10 price<20USD",
    "date=2024 date>=2024-06",
    "date>2025 age>1mo",
    "age>=1y age<2y",
    "rating=5",
    "-foo bar",
    "title:foo -snippet:foo",
    "site:x.a.com -site:y.a.com site:a.com",
    "site:a.com -site=a.com",
    "prop:a=x prop:b=y prop:a=/x/",
    "list:A list:B hits=1",
    "-list:A hits=0",
    "-pages>3 -pages<2",
    "pages>3 OR -has:pages",
    "(pages>9 OR size<2MB) (pages<5 OR size>3MB)",
  ])("%s is not", (text) => {
    expect(warnings(text)).toEqual([]);
  });

  test("a condition of a thousand parts is looked through at once", () => {
    const sites = Array.from({ length: 700 }, (_, index) => `site:s${index}.org`);
    expect(warnings(sites.join(" OR "))).toEqual([]);
    expect(warnings(sites.slice(0, 2).join(" "))).toHaveLength(1);
  });
});

describe("against all results that there may be", () => {
  const names: Names = { termOf: (line) => terms.indexOf(line), listOf: (name) => name };
  const terms = ['"foo"', 'title:"foo"', 'snippet:"foo"'];
  const parsed = (text: string): Condition => {
    const result = parseCondition(text);
    if (!result.ok) throw new Error(text);
    return result.condition;
  };
  const atomsBy = [
    ["pages<2", "pages>2", "pages=2", "pages!=3", "pages<=1.5", "pages=1..2", "-pages=2..9", "has:pages"],
    ["price<2", "price>=1EUR", "price=1USD", "price!=2EUR", "price=1USD..2EUR", "price=0..1USD", "has:price"],
    ["date>2025", "date<=2024", "date=2024-06", "age>2y", "age<=1y", "age=1y..3y", "age!=2y", "age<3h", "has:date"],
    ["hits>=0", "hits>1", "hits=1", "list:A", "list:B"],
    ["foo", "title:foo", "snippet:foo", "site:a.com", "site:x.a.com", "site:b.org", "site=x.a.com", "site=a.com"],
  ].map((texts) => texts.map(parsed));

  const facet = (name: FacetName, value: number, upper = value, currency?: string): Facet => ({
    name,
    value,
    text: "",
    ...(upper === value ? {} : { upper }),
    ...(currency === undefined ? {} : { currency }),
  });
  const moments = [2023, 2024, 2025, 2026].flatMap((year) =>
    [0, 5, 11].flatMap((month) => [1, 15, 30].map((day) => new Date(year, month, day, 11, 30).getTime())),
  );
  const base: Subject = {
    now,
    host: null,
    url: null,
    facet: () => undefined,
    hitCount: { value: 0 },
    hitsByList: new Map(),
    hasTerm: () => false,
    textOf: () => null,
    property: () => null,
  };
  const telling = (one: Facet): Subject => ({ ...base, facet: (name) => (name === one.name ? one : undefined) });
  const subjectsBy: readonly (readonly Subject[])[] = [
    [base, ...[0, 1, 2, 3, 10].flatMap((low) => [0, 1, 3].map((width) => telling(facet("pages", low, low + width))))],
    [
      base,
      ...[undefined, "EUR", "USD", "JPY"].flatMap((currency) =>
        [0, 0.5, 1, 1.5, 2, 3].flatMap((low) =>
          [0, 1].map((width) => telling(facet("price", low, low + width, currency))),
        ),
      ),
    ],
    [
      base,
      ...[...moments, now, now - 3_600_000].flatMap((low) =>
        [0, 86_400_000, 200 * 86_400_000].map((width) => telling(facet("date", low, low + width))),
      ),
    ],
    [[], ["A"], ["B"], ["A", "A"], ["A", "B"], ["C"]].map((hits) => ({
      ...base,
      hitCount: { value: hits.length },
      hitsByList: new Map(hits.map((list) => [list, hits.filter((other) => other === list).length])),
    })),
    [null, "a.com", "x.a.com", "y.x.a.com", "b.org", "c.net"].flatMap((host) =>
      [[], ["title"], ["snippet"], ["title", "snippet"]].map((fields) => ({
        ...base,
        host,
        hasTerm: (term) => (term === 0 ? fields.length > 0 : fields.some((field) => terms[term]!.startsWith(field))),
      })),
    ),
  ];
  const group = fc.integer({ min: 0, max: atomsBy.length - 1 });
  const inGroup = group.chain((index) =>
    fc.record({
      subjects: fc.constant(subjectsBy[index]!),
      condition: conditionsOf(fc.constantFrom(...atomsBy[index]!)),
    }),
  );

  test("what is said to be never or always so is so of each of them", () => {
    fc.assert(
      fc.property(inGroup, ({ subjects, condition }) => {
        const meant = resultsMeant(condition, now, false);
        const compiled = compileCondition(condition, names);
        const truths = new Set(subjects.map((subject) => truthOf(compiled, subject)));
        const wrong = [true, false].filter((wanted) => meant(condition, wanted).length === 0 && truths.has(wanted));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("of parts that exclude each other nothing is missed", () => {
    const parts = fc.constantFrom(0, 4).chain((index) =>
      fc.record({
        subjects: fc.constant(subjectsBy[index]!),
        parts: fc.array(fc.constantFrom(...atomsBy[index]!), { minLength: 2, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(parts, ({ subjects, parts: some }) => {
        const condition = all(some);
        const compiled = compileCondition(condition, names);
        const isSo = subjects.some((subject) => truthOf(compiled, subject) === true);
        expect(resultsMeant(condition, now, false)(condition, true).length > 0).toBe(isSo);
      }),
    );
  });
});
