import fc from "fast-check";
import { expect, test } from "vitest";

import { compileFilters } from "@/deciding/compile-filters.ts";
import { fieldsOf } from "@/deciding/result-subject.ts";
import { compileCondition } from "@/filters/compile-condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Subject } from "@/filters/subject.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Facet } from "@/model/facet.ts";
import type { Hit } from "@/model/hit.ts";
import type { Result } from "@/model/result.ts";

import { plainFilter, plainList, plainResult } from "../../support/plain-records.ts";
import { conditionsOf } from "../filters/arbitrary-condition.ts";

const now = new Date(2026, 5, 15, 12).getTime();
const lists = [plainList("Good", ["go"]), plainList("Off", ["go"], { enabled: false })];
const keywords = compileKeywords(lists);

/** Texts, figures and hosts of which every one is met by some condition below, and missed by others. */
const texts = 'go · rust · title:go · snippet:rust · meta:by · url:page · "go rust" · g*o · /ru.t/ · site:ex*.com';
const sitesAndLists =
  'site:example.com · site:www.example.com · site:org · url="https://a.org/page" · url=https://a.org/ · list:Good · list:Off · list:Gone · hits>=1 · hits=0';
const figures = "pages>=30 · pages<30 · pages=10..40 · size<2MB · age<1y · date>=2025 · has:pages · has:size";
const atoms = [texts, sitesAndLists, figures]
  .flatMap((some) => some.split(" · "))
  .map((text): Condition => {
    const parsed = parseCondition(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.condition;
  });

const words = fc.array(fc.constantFrom("go", "rust", "by", "other"), { maxLength: 3 }).map((some) => some.join(" "));
const facet = (name: Facet["name"], values: readonly number[]): fc.Arbitrary<readonly Facet[]> =>
  fc.constantFrom<readonly Facet[]>([], ...values.map((value) => [{ name, value, text: `${value}` }]));
const arbitraryResult: fc.Arbitrary<Result> = fc
  .tuple(
    words,
    words,
    words,
    fc.constantFrom(null, "example.com", "www.example.com", "notexample.com", "a.org"),
    fc.tuple(facet("pages", [10, 30, 50]), facet("size", [1e6, 1e7]), facet("date", [now - 1e9, now - 1e11])),
  )
  .map(([title, snippet, meta, host, facets]) =>
    plainResult({
      title,
      snippet,
      meta,
      host,
      url: host === null ? null : `https://${host}/page`,
      facets: facets.flat(),
    }),
  );

/** A result as conditions see it, looked up text by text, with no index and no common matcher. */
const plainSubject = (result: Result, hits: readonly Hit[], lines: readonly string[]): Subject => {
  const isFound = (term: number): boolean => {
    const line = lines[term] ?? "";
    const found = compileKeywords([plainList("", [line])]).findHits(fieldsOf(result));
    const isConfined = /^(?:title|snippet|meta|url|site):/u.test(line);
    return found.some(({ field }) => isConfined || field === "title" || field === "snippet");
  };
  return {
    now,
    host: result.host,
    url: result.url,
    facet: (name) => result.facets.find((one) => one.name === name),
    hitCount: { value: hits.length },
    hitsByList: new Map(hits.length > 0 ? [["id of Good", hits.length]] : []),
    hasTerm: isFound,
    textOf: (term) => (isFound(term) ? { field: "title", text: "" } : null),
  };
};

test("of every result exactly those filters apply that are true of it", () => {
  const condition = conditionsOf(fc.constantFrom(...atoms));
  fc.assert(
    fc.property(
      fc.array(condition, { minLength: 1, maxLength: 8 }),
      fc.array(arbitraryResult, { minLength: 1, maxLength: 3 }),
      (conditions, results) => {
        const filters = conditions.map((one, index) => plainFilter(printCondition(one), { id: String(index) }));
        const judge = compileFilters(filters, lists);
        for (const result of results) {
          const hits = keywords.findHits(fieldsOf(result));
          const lines: string[] = [];
          const names = {
            termOf: (line: string) => lines.push(line) - 1,
            listOf: (name: string) => (name === "Good" ? "id of Good" : null),
          };
          const tests = conditions.map((one) => compileCondition(one, names));
          const subject = plainSubject(result, hits, lines);
          const wanted = filters.flatMap(({ id }, index) => (tests[index]?.(subject) === true ? id : []));
          const { reasons } = judge.decide(result, hits, now);
          expect(reasons.map(({ filter }) => filter)).toEqual(wanted);
          expect(reasons.every(({ evidence }) => evidence.length > 0)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("thousands of rules for sites are no more than one look for each part of the host", () => {
  const filters = Array.from({ length: 5000 }, (_, index) => plainFilter(`site:host${index}.example`));
  const judge = compileFilters(filters, []);
  expect(judge.problems).toEqual([]);
  const verdict = (host: string) => judge.decide(plainResult({ host }), [], now).reasons.map(({ filter }) => filter);
  expect(verdict("host4321.example")).toEqual(["site:host4321.example"]);
  expect(verdict("www.host7.example")).toEqual(["site:host7.example"]);
  expect(verdict("other.example")).toEqual([]);
});
