import { describe, expect, test } from "vitest";

import { noDecision } from "@/deciding/decision-of.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Facet } from "@/model/facet.ts";
import type { SortOrder } from "@/model/report.ts";
import { currenciesOf, orderResults } from "@/page/order-results.ts";
import type { JudgedResult } from "@/page/page-report.ts";

import { plainResult } from "../../support/plain-records.ts";

const matcher = compileKeywords([]);

const priced = (position: number, value: number | null, currency?: string): JudgedResult => {
  const facet: Facet = {
    name: "price",
    value: value ?? 0,
    ...(currency === undefined ? {} : { currency }),
    text: `${value} ${currency ?? ""}`,
  };
  const result = plainResult({ position, facets: value === null ? [] : [facet] });
  // Only what sorting looks at: nothing is read from the page.
  const found = { result } as JudgedResult["found"];
  return { found, hits: [], matcher, verdict: noDecision };
};

const page = [
  priced(1, 5, "USD"),
  priced(2, 900, "JPY"),
  priced(3, null),
  priced(4, 30, "EUR"),
  priced(5, 10, "EUR"),
  priced(6, 20),
  priced(7, 2, "USD"),
  priced(8, 40, "EUR"),
];
const positions = (order: SortOrder | null): readonly number[] =>
  orderResults(page, order, currenciesOf(page)).map(({ found }) => found.result.position);

describe("sorting by price", () => {
  test("never takes an amount in one currency for less than one in another", () => {
    expect(currenciesOf(page)).toEqual(["EUR", "USD", "JPY"]);
    expect(positions({ by: "price", descending: false })).toEqual([5, 6, 4, 8, 7, 1, 2, 3]);
    expect(positions({ by: "price", descending: true })).toEqual([8, 4, 6, 5, 1, 7, 2, 3]);
  });

  test("leaves the page's order where there is nothing to sort by", () => {
    expect(positions(null)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(positions({ by: "hits", descending: true })).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
