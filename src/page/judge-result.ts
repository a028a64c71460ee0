import type { FoundResult } from "@/detection/found-result.ts";
import type { Matcher } from "@/matching/matcher.ts";

import type { JudgedResult } from "./page-report.ts";
import type { Rules } from "./rules.ts";

/**
 * Finds the hits in one result and decides about it.
 *
 * @param before what was judged last of the result with the same root: its hits are kept where neither its texts nor
 *   the keywords are others now
 */
export function judgeResult(
  found: FoundResult,
  { matcher, judge }: { readonly matcher: Matcher; readonly judge: Rules["judge"] },
  now: number,
  before: JudgedResult | null = null,
): JudgedResult {
  const { result } = found;
  const hits =
    before?.found === found && before.matcher === matcher
      ? before.hits
      : matcher.findHits({
          title: result.title,
          snippet: result.snippet,
          meta: result.meta,
          url: result.url ?? "",
          site: result.host ?? "",
        });
  return { found, hits, matcher, verdict: judge.decide(result, hits, now) };
}
