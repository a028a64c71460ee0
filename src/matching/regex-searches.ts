import type { LineProblem } from "@/model/problem.ts";
import { graphemeEnd, graphemeStart } from "@/text/is-grapheme-boundary.ts";

import type { Entry, HitCollector } from "./hit-collector.ts";
import { regexEngine } from "./regex-engine.ts";
import type { RegexPlan } from "./regex/plan-regex.ts";
import type { RegexSearch } from "./regex/search-regex.ts";

/** Milliseconds for all regular expressions in one result: what a reader does not notice. */
const mostTime = 25;

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
  /** What was searched since the clock was looked at, as a share of what an engine is certain to search in a moment. */
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
    const found = (from: number, to: number): void => {
      // An expression may match a part of what a reader sees as one character; the whole of it is the hit.
      hits.add(search.entry, { start: graphemeStart(text, start + from), end: graphemeEnd(text, start + to) });
    };
    const finished = search.search(block, found, () => this.#isOver());
    // However short blocks are, thousands of them take their time; longer ones look at the clock themselves.
    if (block.length <= search.safeLength) this.#work += (block.length + 1) / (search.safeLength + 1);
    if (this.#work >= 1) {
      this.#work = 0;
      this.#over = this.#isOver();
    }
    if (finished && !this.#over) return;
    search.suspended = true;
    this.#problems.push({ code: "regex-slow", args: [], list: search.entry.from.id, line: search.entry.line });
  }

  #isOver(): boolean {
    return this.#spent + this.#now() - this.#began > mostTime;
  }
}
