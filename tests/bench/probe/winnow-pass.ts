import { noDecision } from "@/deciding/decision-of.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import type { FieldText } from "@/dom-text/field-text.ts";
import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Matcher } from "@/matching/matcher.ts";
import type { Hit } from "@/model/hit.ts";
import { textFieldNames } from "@/model/result.ts";
import type { TextFieldName } from "@/model/result.ts";
import { createPagePainting } from "@/page/page-painting.ts";
import type { JudgedResult } from "@/page/page-report.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { appendResults, listing } from "./floors.ts";
import { listOf } from "./keyword-list-of.ts";
import type { Figures, Job, Stage } from "./probe-calls.ts";
import { createStopWatch } from "./stop-watch.ts";

type Fields = Readonly<Record<TextFieldName, FieldText>>;

/** Where the results are, as a recipe would tell; finding them without one is measured apart. */
const locate = (roots: Iterable<Element>): readonly LocatedResult[] =>
  Array.from(roots, (root) => {
    const title = root.querySelector("a");
    const snippet = [...root.querySelectorAll(".snippet")];
    return { root, parts: [], title, snippet, url: title?.href ?? null, displayedHost: null };
  });

/** Reads the fields of results as one look at a page does. */
const readAll = (located: readonly LocatedResult[]): readonly Fields[] => {
  const parents = new Map();
  return located.map((result) => readFieldTexts(result, parents));
};

const isInView = ({ root }: LocatedResult): boolean => {
  const { top, bottom } = root.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

const judgedResult = (
  { root, parts, url }: LocatedResult,
  fields: Fields,
  hits: readonly Hit[],
  matcher: Matcher,
): JudgedResult => ({
  found: {
    result: {
      id: "",
      position: 1,
      title: fields.title.text,
      snippet: fields.snippet.text,
      meta: fields.meta.text,
      url,
      host: null,
      facets: [],
    },
    root,
    parts,
    claimed: [],
    fields,
  },
  hits,
  matcher,
  verdict: noDecision,
});

/** The default painter needs nothing that is not there. */
const loadNothing = (): Promise<void> => Promise.reject(new Error("There is nothing to load."));

/** Does what a tab does with the results once they are found: what the conductor calls, in its order. */
export const winnow = (keywords: readonly string[], onlyInView: boolean, stage: Stage): Job => {
  const { time, parts } = createStopWatch();
  let settings = { ...defaultSettings, lists: [listOf(keywords)] };
  let located = locate(listing().querySelectorAll(".result"));
  if (onlyInView) located = located.filter(isInView);
  let matcher: Matcher;
  // A tab has its style sheet before the page has its content.
  const painting = createPagePainting(
    document,
    settings,
    loadNothing,
    () => undefined,
    () => undefined,
  );
  let judged: readonly JudgedResult[] = [];

  const match = (fields: readonly Fields[]): void => {
    const hits = time("fold and match", () =>
      fields.map(({ title, snippet, meta }) =>
        matcher.findHits({ title: title.text, snippet: snippet.text, meta: meta.text, url: "", site: "" }),
      ),
    );
    judged = located.flatMap((result, index) => {
      const [read, found] = [fields[index], hits[index]];
      return read && found ? [judgedResult(result, read, found, matcher)] : [];
    });
  };
  const first = (): void => {
    matcher = time("build", () => compileKeywords(settings.lists));
    match(time("read", () => readAll(located)));
    time("paint", () => painting.show(judged));
  };
  const report = (): Figures => ({ ...parts, results: judged.length, ...countHits(judged, keywords.length) });
  switch (stage.do) {
    case "first":
      return { run: first, report };
    case "append":
      return {
        prepare: () => {
          first();
          located = locate(appendResults(stage.html));
        },
        run: () => {
          match(readAll(located));
          painting.show(judged);
        },
        report,
      };
    case "change":
      return {
        prepare: first,
        run: () => {
          settings = { ...settings, lists: [listOf(stage.keywords)] };
          matcher = compileKeywords(settings.lists);
          painting.applySettings(settings);
          match(judged.map(({ found }) => found.fields));
          painting.show(judged);
        },
        report,
      };
    case "switch off":
      return { prepare: first, run: () => painting.clear(), report };
    default:
      throw new Error("There is no such stage.");
  }
};

const countHits = (judged: readonly JudgedResult[], keywords: number): Figures => {
  const byKeyword = Array.from({ length: keywords }, () => 0);
  let acrossBlocks = 0;
  for (const { hits, found } of judged) {
    for (const { line, field, span } of hits) {
      byKeyword[line] = (byKeyword[line] ?? 0) + 1;
      const name = textFieldNames.find((candidate) => candidate === field);
      if (name && found.fields[name].text.slice(span.start, span.end).includes("\n")) acrossBlocks++;
    }
  }
  return {
    hits: byKeyword.reduce((sum, count) => sum + count, 0),
    lit: judged.reduce((sum, { hits }) => sum + covered(hits), 0),
    "hits across blocks": acrossBlocks,
    ...Object.fromEntries(byKeyword.map((count, keyword) => [`keyword ${keyword}`, count])),
  };
};

/** How many characters hits cover, overlapping ones once. */
const covered = (hits: readonly Hit[]): number => {
  let count = 0;
  let field = "";
  let end = 0;
  // Hits come by field and start.
  for (const hit of hits) {
    if (hit.field !== field) end = 0;
    field = hit.field;
    count += Math.max(0, hit.span.end - Math.max(end, hit.span.start));
    end = Math.max(end, hit.span.end);
  }
  return count;
};
