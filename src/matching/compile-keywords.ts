import type { Hit } from "@/model/hit.ts";
import type { KeywordList, KeywordOptions } from "@/model/keyword-list.ts";
import type { LineProblem } from "@/model/problem.ts";
import type { FieldName } from "@/model/result.ts";
import { fieldNames, textFieldNames } from "@/model/result.ts";
import type { FoldProfile } from "@/text/fold-profile.ts";
import { createFold, originalSpan } from "@/text/fold-text.ts";
import { isGraphemeBoundary } from "@/text/is-grapheme-boundary.ts";
import { isWordBoundary } from "@/text/is-word-boundary.ts";

import type { Keyword } from "./keyword.ts";
import type { Matcher } from "./matcher.ts";
import { parseKeyword } from "./parse-keyword.ts";

interface Entry {
  readonly list: string;
  readonly listOrder: number;
  readonly line: number;
  readonly keyword: Keyword;
  readonly options: KeywordOptions;
  readonly profile: FoldProfile;
}

const profileOf = (options: KeywordOptions): FoldProfile => ({
  caseSensitive: options.caseSensitive,
  diacriticsSensitive: options.diacriticsSensitive,
  foldKana: options.foldKana,
  foldHan: options.foldHan,
  dottedI: options.dottedI,
});

const wildcardSource = (folded: string): string =>
  folded.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, (sign) =>
    sign === "*" ? "\\S{0,100}?" : sign === "?" ? "\\S" : `\\${sign}`,
  );

/** Makes the enabled lists ready for searching. */
export const compileKeywords = (lists: readonly KeywordList[]): Matcher => {
  const problems: LineProblem[] = [];
  const entries: Entry[] = [];
  lists.forEach((list, listOrder) => {
    if (!list.enabled) return;
    list.lines.forEach((text, line) => {
      const parsed = parseKeyword(text);
      if (parsed.kind === "problem") problems.push({ ...parsed.problem, list: list.id, line });
      if (parsed.kind !== "keyword") return;
      const { options } = list;
      entries.push({ list: list.id, listOrder, line, keyword: parsed.keyword, options, profile: profileOf(options) });
    });
  });

  const searches = entries.map((entry) => {
    const { keyword, options } = entry;
    const fold = createFold(entry.profile);
    const add = (hits: [Entry, Hit][], text: string, field: FieldName, start: number, end: number): void => {
      if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return;
      if (options.wholeWord && !(isWordBoundary(text, start) && isWordBoundary(text, end))) return;
      hits.push([entry, { list: entry.list, line: entry.line, field, span: { start, end } }]);
    };
    if (keyword.field === "site" && keyword.pattern.kind === "literal") {
      const host = keyword.pattern.text.toLowerCase().replace(/^(?:\*\.|\.)/u, "");
      return (text: string, field: FieldName, hits: [Entry, Hit][]): void => {
        if (text === host || text.endsWith(`.${host}`)) add(hits, text, field, text.length - host.length, text.length);
      };
    }
    if (keyword.pattern.kind === "regex") {
      const regex = new RegExp(keyword.pattern.source, `${keyword.pattern.flags}g`);
      return (text: string, field: FieldName, hits: [Entry, Hit][]): void => {
        let start = 0;
        for (const block of text.split("\n")) {
          for (const match of block.matchAll(regex)) {
            if (match[0] !== "") add(hits, text, field, start + match.index, start + match.index + match[0].length);
          }
          start += block.length + 1;
        }
      };
    }
    const folded = fold(keyword.pattern.text).text;
    const wildcard = keyword.pattern.kind === "wildcard" ? new RegExp(wildcardSource(folded), "gu") : null;
    return (text: string, field: FieldName, hits: [Entry, Hit][]): void => {
      const target = fold(text);
      const found = (start: number, end: number): void => {
        const span = originalSpan(target, start, end);
        if (span !== null) add(hits, text, field, span.start, span.end);
      };
      if (wildcard !== null) {
        for (const match of target.text.matchAll(wildcard)) found(match.index, match.index + match[0].length);
        return;
      }
      for (let at = target.text.indexOf(folded); at >= 0; at = target.text.indexOf(folded, at + 1)) {
        found(at, at + folded.length);
      }
    };
  });

  return {
    problems,
    findHits: (fields) => {
      const hits: [Entry, Hit][] = [];
      searches.forEach((search, index) => {
        const field = entries[index]?.keyword.field ?? null;
        for (const name of field === null ? textFieldNames : [field])
          if (fields[name] !== "") search(fields[name], name, hits);
      });
      return hits.toSorted(order).map(([, hit]) => hit);
    },
  };
};

const order = ([entryA, a]: [Entry, Hit], [entryB, b]: [Entry, Hit]): number =>
  fieldNames.indexOf(a.field) - fieldNames.indexOf(b.field) ||
  a.span.start - b.span.start ||
  b.span.end - a.span.end ||
  entryA.listOrder - entryB.listOrder ||
  a.line - b.line;
