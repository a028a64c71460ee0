import type { Filter } from "@/model/filter.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { Result } from "@/model/result.ts";

/** A result of a made-up page, with what the test says about it. */
export const plainResult = (overrides: Partial<Result> = {}): Result => ({
  id: "result-1",
  position: 1,
  title: "A title",
  url: "https://www.example.com/page",
  host: "www.example.com",
  snippet: "A snippet",
  meta: "",
  facets: [],
  ...overrides,
});

/** A filter that is switched on and hides. */
export const plainFilter = (condition: string, overrides: Partial<Filter> = {}): Filter => ({
  id: condition,
  name: condition,
  enabled: true,
  condition,
  action: "hide",
  color: 1,
  ...overrides,
});

/** A keyword list that is switched on. */
export const plainList = (
  name: string,
  lines: readonly string[],
  overrides: Partial<KeywordList> = {},
): KeywordList => ({
  id: `id of ${name}`,
  name,
  color: 1,
  enabled: true,
  lines,
  options: defaultKeywordOptions,
  ...overrides,
});
