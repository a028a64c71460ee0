import type { Judge } from "@/deciding/compile-filters.ts";
import type { FoundResult } from "@/detection/found-result.ts";
import type { Matcher } from "@/matching/matcher.ts";

import type { JudgedResult } from "./page-report.ts";

/** Everything a result is judged by, compiled once for each change of the settings. */
export interface Rules {
  readonly matcher: Matcher;
  readonly judge: Judge;
}

/** Finds the hits in one result and decides about it. */
export function judgeResult(found: FoundResult, { matcher, judge }: Rules, now: number): JudgedResult {
  const { result } = found;
  const hits = matcher.findHits({
    title: result.title,
    snippet: result.snippet,
    meta: result.meta,
    url: result.url ?? "",
    site: result.host ?? "",
  });
  return { found, hits, verdict: judge.decide(result, hits, now) };
}
