import { compileFilters } from "@/deciding/compile-filters.ts";
import { findListingsInSteps } from "@/detection/detector/find-listings.ts";
import { isPlainlyArticle } from "@/detection/detector/is-article.ts";
import type { FoundResult } from "@/detection/found-result.ts";
import { offerDetector } from "@/detection/offered-detector.ts";
import { createScanner } from "@/detection/scan-page.ts";
import { offerFacetReader } from "@/facets/facet-reader.ts";
import { readFacets } from "@/facets/read-facets.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Matcher } from "@/matching/matcher.ts";
import { offerRegexEngine } from "@/matching/regex-engine.ts";
import { wholeRegexEngine } from "@/matching/whole-regex-engine.ts";
import type { Filter } from "@/model/filter.ts";
import type { Hit } from "@/model/hit.ts";
import type { Result } from "@/model/result.ts";
import { judgeResult } from "@/page/judge-result.ts";
import type { JudgedResult } from "@/page/page-report.ts";

import { listOf } from "./keyword-list-of.ts";
import type { Job } from "./probe-calls.ts";
import { timed } from "./stop-watch.ts";

// The product loads these where they are asked for.
offerDetector(findListingsInSteps);
offerFacetReader(readFacets);

const findResults = (): readonly FoundResult[] =>
  createScanner({
    document,
    currentUrl: () => location.href,
    recipes: [],
    useRecipes: false,
    now: Date.now,
    userAgent: "desktop",
  })
    .scan("all")
    .listings.flatMap(({ results }) => results);

const matchAll = (matcher: Matcher, results: readonly Result[]): readonly (readonly Hit[])[] =>
  results.map(({ title, snippet, meta, url, host }) =>
    matcher.findHits({ title, snippet, meta, url: url ?? "", site: host ?? "" }),
  );

/** Detection and extraction, figures included. */
export const scan = (): Job => {
  let results: readonly FoundResult[] = [];
  let facets = 0;
  return {
    run: () => {
      results = findResults();
      // They are read when they are asked for: a scan is measured with all of them.
      facets = results.reduce((sum, { result }) => sum + result.facets.length, 0);
    },
    report: () => ({
      results: results.length,
      facets,
    }),
  };
};

/** The look that comes before all others. */
export const tellArticle = (): Job => {
  let isArticle = false;
  return {
    run: () => {
      isArticle = isPlainlyArticle(document);
    },
    report: () => ({ article: Number(isArticle) }),
  };
};

export const match = (keywords: readonly string[]): Job => {
  const results = findResults().map(({ result }) => result);
  const matcher = compileKeywords([listOf(keywords)]);
  let hits: readonly (readonly Hit[])[] = [];
  return {
    run: () => {
      hits = matchAll(matcher, results);
    },
    report: () => ({ results: results.length, hits: hits.reduce((sum, found) => sum + found.length, 0) }),
  };
};

/** Matching and deciding, result by result, as a tab does it. */
export const decide = (keywords: readonly string[], filters: readonly Filter[]): Job => {
  // Figures are read when they are first asked for; reading them is a part of the scan, and measured there.
  const found = findResults().map((one) => ({ ...one, result: { ...one.result } }));
  const lists = [listOf(keywords)];
  const [judge, reading] = timed(() => compileFilters(filters, lists));
  const rules = { matcher: compileKeywords(lists), judge, lists };
  let judged: readonly JudgedResult[] = [];
  return {
    run: () => {
      const now = Date.now();
      judged = found.map((one) => judgeResult(one, rules, now));
    },
    report: () => ({
      "reading the filters": reading,
      results: judged.length,
      problems: judge.problems.length,
      decided: judged.filter(({ verdict }) => verdict.filters.length > 0).length,
      applying: judged.reduce((sum, { verdict }) => sum + verdict.filters.length, 0),
    }),
  };
};

/** Searches texts one after the other; `stall` is the longest stretch without a pause. */
export const search = (lines: readonly string[], texts: readonly string[]): Job => {
  // The product loads it for lists like these.
  offerRegexEngine(wholeRegexEngine);
  let stall = 0;
  let matcher: Matcher | null = null;
  return {
    run: () => {
      const [compiled, build] = timed(() => compileKeywords([listOf(lines)]));
      matcher = compiled;
      const times = texts.map(
        (text) => timed(() => compiled.findHits({ title: "", snippet: text, meta: "", url: "", site: "" }))[1],
      );
      stall = Math.max(build, ...times);
    },
    report: () => ({ stall, problems: matcher?.problems.length ?? 0 }),
  };
};
