import type { Filter } from "@/model/filter.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList } from "@/model/keyword-list.ts";

/** A keyword list for tests; what is not given is plain. */
export const fakeList = (overrides: Partial<KeywordList> = {}): KeywordList => ({
  id: "list",
  name: "List",
  color: 1,
  enabled: true,
  lines: [],
  options: defaultKeywordOptions,
  ...overrides,
});

/** A filter for tests; what is not given is plain. */
export const fakeFilter = (overrides: Partial<Filter> = {}): Filter => ({
  id: "filter",
  name: "Filter",
  enabled: true,
  condition: "word",
  action: "hide",
  color: 1,
  ...overrides,
});
