import type { LineProblem } from "@/model/problem.ts";
import { graphemeEnd, graphemeStart } from "@/text/is-grapheme-boundary.ts";

import type { Entry, HitCollector } from "./hit-collector.ts";
import { regexEngine } from "./regex-engine.ts";
import type { RegexPlan } from "./regex/plan-regex.ts";
import type { RegexSearch } from "./regex/search-regex.ts";

/** Milliseconds for all regular expressions in one result: what a reader does not notice. */
const mostTime = 25;

/**
 * The clock is looked at after so many matches, or blocks, at the latest: each takes the engine, and what is done with
 * it, up to some microseconds.
 */
const mostMatchesUnwatched = 64;
const mostBlocksUnwatched = 1000;

interface Search {
  readonly search: RegexSearch;
  /** The units that the browser's engine searches at once, because it is certain to be done in a moment. */
  readonly safeLength: number;
  readonly entry: Entry;
  suspended: boolean;
}

/**
 * Searches by regular expressions, block by block and in the text as it stands. One that takes too long, in spite of
 * all that was measured beforehand, is put aside, and becomes a problem.
 */
export class RegexSearches {
  readonly #searches: Search[] = [];
  readonly #problems: LineProblem[];
  readonly #now: () => number;
  /** The time that regular expressions took in this result, and when the present field was begun. */
  #spent = 0;
  #began = 0;
  /** What was done since the clock was looked at, as a share of what is certain to be done in a moment. */
  #work = 0;
  #over = false;

  /** Problems are added to `problems`; `now` tells the time in milliseconds. */
  constructor(problems: LineProblem[], now: () => number) {
    this.#problems = problems;
    this.#now = now;
  }

  add(plan: RegexPlan, entry: Entry): void {
    const search = regexEngine()?.createRegexSearch(plan);
    if (search === undefined) return;
    this.#searches.push({ search, safeLength: plan.nativeLength, entry, suspended: false });
  }

  /** Has to be called before the fields of each result. */
  begin(): void {
    this.#spent = 0;
    this.#work = 0;
    this.#over = false;
  }

  find(text: string, bit: number, hits: HitCollector): void {
    if (this.#searches.length === 0) return;
    this.#began = this.#now();
    this.#findIn(text, bit, hits);
    this.#spent += this.#now() - this.#began;
  }

  #findIn(text: string, bit: number, hits: HitCollector): void {
    const blocks = text.includes("\n") ? text.split("\n") : [text];
    for (const search of this.#searches) {
      if (search.suspended || (search.entry.fields & bit) === 0) continue;
      let start = 0;
      for (const block of blocks) {
        if (this.#over) return;
        if (search.suspended) break;
        this.#findInBlock(search, text, block, start, hits);
        start += block.length + 1;
      }
    }
  }

  #findInBlock(search: Search, text: string, block: string, start: number, hits: HitCollector): void {
    let lastStart = -1;
    let lastEnd = -1;
    const found = (from: number, to: number): boolean => {
      // An expression may match parts of what a reader sees as one character; the whole of it is the hit, once.
      const span = { start: graphemeStart(text, start + from), end: graphemeEnd(text, start + to) };
      if (span.start !== lastStart || span.end !== lastEnd) hits.add(search.entry, span);
      lastStart = span.start;
      lastEnd = span.end;
      return !this.#isOverAfter(1 / mostMatchesUnwatched);
    };
    const finished = search.search(block, found, () => this.#isOver());
    // However short blocks are, thousands of them take their time; longer ones look at the clock themselves.
    const share = block.length <= search.safeLength ? (block.length + 1) / (search.safeLength + 1) : 0;
    if (!this.#isOverAfter(Math.max(share, 1 / mostBlocksUnwatched)) && finished) return;
    search.suspended = true;
    this.#problems.push({ code: "regex-slow", args: [], list: search.entry.from.id, line: search.entry.line });
  }

  /** Notes some work, as a share of what may be done without a look at the clock; returns whether it is over. */
  #isOverAfter(share: number): boolean {
    this.#work += share;
    if (this.#work >= 1) {
      this.#work = 0;
      this.#over = this.#isOver();
    }
    return this.#over;
  }

  #isOver(): boolean {
    return this.#spent + this.#now() - this.#began > mostTime;
  }
}
