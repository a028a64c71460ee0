import fc from "fast-check";
import { expect, test } from "vitest";

import { compileFilters } from "@/deciding/compile-filters.ts";
import { fieldsOf } from "@/deciding/result-subject.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Facet } from "@/model/facet.ts";
import { actions } from "@/model/filter.ts";
import type { Result } from "@/model/result.ts";

import { plainFilter, plainList, plainResult } from "../../support/plain-records.ts";
import { conditionsOf } from "../filters/arbitrary-condition.ts";
import { plainTruth, plainVerdictOf } from "./plain-verdict.ts";

const now = new Date(2026, 5, 15, 12).getTime();
const lists = [plainList("Good", ["go"]), plainList("Off", ["go"], { enabled: false })];
const keywords = compileKeywords(lists);

/** Texts, figures and hosts of which every one is met by some condition below, and missed by others. */
const texts = 'go · rust · title:go · snippet:rust · meta:by · url:page · "go rust" · g*o · /ru.t/ · site:ex*.com';
const sitesAndLists =
  'site:example.com · site:www.example.com · site:org · site=example.com · site=www.example.com · url="https://a.org/page" · url=https://a.org/ · list:Good · list:Off · list:Gone · hits>=1 · hits=0';
const figures =
  "pages>=30 · pages<30 · pages>30 · pages<=30 · pages=30 · pages!=30 · pages=10..40 · pages=40..10 · size<2MB · age<1y · age>=30d · age=1y..2y · date>=2025 · date=2026-06 · price<20 · price<20USD · has:pages · has:size · has:price";
const properties =
  'prop:$category=images · prop:$category=/^web$/ · prop:author=go · prop:author=/ru.t/ · prop:path="/page" · prop:path=/pa/ · prop:constructor=/x/';
const atoms = [texts, sitesAndLists, figures, properties]
  .flatMap((some) => some.split(" · "))
  .map((text): Condition => {
    const parsed = parseCondition(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.condition;
  });

const words = fc.array(fc.constantFrom("go", "rust", "by", "other"), { maxLength: 3 }).map((some) => some.join(" "));
/** None, or one of these figures, each also as a coarse one of some width. */
const facet = (name: Facet["name"], values: readonly number[], width = 0): fc.Arbitrary<readonly Facet[]> =>
  fc.constantFrom<readonly Facet[]>(
    [],
    ...values.map((value) => [{ name, value, text: `${value}` }]),
    ...values.map((value) => [{ name, value, upper: value + width, text: `${value} or so` }]),
  );
const price = fc.constantFrom<readonly Facet[]>(
  [],
  [{ name: "price", value: 10, text: "10" }],
  [{ name: "price", value: 10, currency: "USD", text: "$10" }],
  [{ name: "price", value: 10, currency: "EUR", text: "10 €" }],
);
const arbitraryResult: fc.Arbitrary<Result> = fc
  .tuple(
    words,
    words,
    words,
    fc.constantFrom(null, "example.com", "www.example.com", "notexample.com", "a.org"),
    fc.tuple(
      facet("pages", [10, 30, 40, 50], 5),
      facet("size", [1e6, 1e7]),
      facet("date", [now - 1e9, now - 4e10], 2e9),
      price,
    ),
  )
  .map(([title, snippet, meta, host, facets]) =>
    plainResult({
      title,
      snippet,
      meta,
      host,
      url: host === null ? null : `https://${host}/page`,
      facets: facets.flat(),
      ...(host === "a.org" ? {} : { properties: { $category: title === "" ? "images" : "web", author: snippet } }),
    }),
  );

test("the verdict on every result is what asking every filter plainly comes to, at any time", () => {
  const condition = conditionsOf(fc.constantFrom(...atoms));
  const filter = fc.tuple(condition, fc.constantFrom(...actions), fc.constantFrom(undefined, "Set"));
  const on = new Map([["good", "id of Good"]]);
  fc.assert(
    fc.property(
      fc.array(filter, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(arbitraryResult, fc.constantFrom(now, now + 1e10)), { minLength: 1, maxLength: 4 }),
      (some, results) => {
        const filters = some.map(([one, action, source], index) =>
          plainFilter(printCondition(one), {
            id: String(index),
            action,
            color: 1 + index,
            ...(source === undefined ? {} : { source }),
          }),
        );
        const judge = compileFilters(filters, lists);
        for (const [result, time] of results) {
          const hits = keywords.findHits(fieldsOf(result));
          const judged = { result, hits, now: time, lists: on };
          const wanted = filters.filter((_, index) => plainTruth(some[index]![0], judged) === true);
          const { visibility, mark, lift, filters: applying, reasons } = judge.decide(result, hits, time);
          expect(applying).toEqual(wanted);
          expect({ visibility, mark, lift }).toEqual(plainVerdictOf(wanted));
          expect(reasons.map((reason) => reason.filter).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
          expect(reasons.every(({ evidence }) => evidence.length > 0)).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
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
