import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList } from "@/model/keyword-list.ts";

/** A list with the options that a new one has: full folding, nothing left out. */
export const listOf = (lines: readonly string[]): KeywordList => ({
  id: "bench",
  name: "Bench",
  color: 1,
  enabled: true,
  lines,
  options: defaultKeywordOptions,
});
