import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { KeywordList, KeywordOptions } from "@/model/keyword-list.ts";
import type { LineProblem } from "@/model/problem.ts";
import { fieldNames, textFieldNames } from "@/model/result.ts";
import type { FieldName } from "@/model/result.ts";
import { profileKey } from "@/text/fold-profile.ts";
import type { FoldProfile } from "@/text/fold-profile.ts";

import { compileGlob } from "./glob.ts";
import { HitCollector } from "./hit-collector.ts";
import type { Entry } from "./hit-collector.ts";
import type { Keyword } from "./keyword.ts";
import type { Matcher } from "./matcher.ts";
import { parseKeyword } from "./parse-keyword.ts";
import { ProfileSearch } from "./profile-search.ts";
import { RegexSearches } from "./regex-searches.ts";
import { SiteSearch } from "./site-search.ts";

const profileOf = (options: KeywordOptions): FoldProfile => ({
  caseSensitive: options.caseSensitive,
  diacriticsSensitive: options.diacriticsSensitive,
  foldKana: options.foldKana,
  foldHan: options.foldHan,
  dottedI: options.dottedI,
});

const bitOf = (field: FieldName): number => 1 << fieldNames.indexOf(field);
const textFields = textFieldNames.reduce((bits, field) => bits | bitOf(field), 0);

/**
 * Makes the enabled lists ready for searching. Lines that cannot be read become problems and are skipped. `now` tells
 * the time in milliseconds; it is asked only where there are regular expressions.
 */
export const compileKeywords = (lists: readonly KeywordList[], now: () => number = Date.now): Matcher => {
  const problems: LineProblem[] = [];
  const searches = new Map<string, ProfileSearch>();
  const sites = new SiteSearch();
  const regexes = new RegexSearches(problems, now);
  let order = 0;

  const addKeyword = ({ field, pattern }: Keyword, search: ProfileSearch, entry: Entry): string | null => {
    if (pattern.kind === "regex") {
      regexes.add(pattern.plan, entry);
    } else if (field === "site") sites.add(pattern.text, entry);
    else if (pattern.kind === "wildcard") {
      const glob = compileGlob(pattern.text, search.foldKeyword);
      if (glob === null) return "keyword-only-wildcards";
      search.add(glob.anchor, entry, glob);
    } else {
      const folded = search.foldKeyword(pattern.text);
      if (folded.trim() === "") return "keyword-empty";
      search.add(folded, entry, null);
    }
    return null;
  };

  for (const list of lists) {
    if (!list.enabled) continue;
    const options = { ...defaultKeywordOptions, ...list.options };
    const profile = profileOf(options);
    const key = profileKey(profile);
    const search = searches.get(key) ?? new ProfileSearch(profile);
    searches.set(key, search);
    list.lines.forEach((text, line) => {
      const parsed = parseKeyword(text);
      if (parsed.kind === "problem") problems.push({ ...parsed.problem, list: list.id, line });
      if (parsed.kind !== "keyword") return;
      const { keyword } = parsed;
      const fields = keyword.field === null ? textFields : bitOf(keyword.field);
      const { wholeWord, segmentWords } = options;
      const entry: Entry = { order: order++, list: list.id, line, fields, wholeWord, segmentWords };
      const code = addKeyword(keyword, search, entry);
      if (code !== null) problems.push({ code, args: [], column: 1, list: list.id, line });
    });
  }
  const all = [...searches.values()];
  for (const search of all) search.build();
  const collector = new HitCollector();

  return {
    problems,
    findHits: (fields) => {
      regexes.begin();
      for (let index = 0; index < fieldNames.length; index++) {
        const field = fieldNames[index]!;
        const text = fields[field];
        if (text === "") continue;
        const bit = 1 << index;
        collector.begin(field, bit, text);
        for (let next = 0; next < all.length; next++) all[next]!.find(text, bit, collector);
        if (field === "site") sites.find(text, collector);
        regexes.find(text, bit, collector);
      }
      return collector.finish();
    },
  };
};
