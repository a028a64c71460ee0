import type { LineProblem } from "@/model/problem.ts";
import type { Steps } from "@/model/steps.ts";
import { graphemeEnd, graphemeStart } from "@/text/is-grapheme-boundary.ts";

import { writeCaseKeys } from "./case-keys.ts";
import type { Entry, HitCollector } from "./hit-collector.ts";
import { LiteralIndex, ownKind } from "./literal-index.ts";
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

/** Looking for what matches must hold takes as long as some expressions do: fewer are searched by themselves. */
const leastIndexed = 16;

interface Search {
  readonly plan: RegexPlan;
  readonly entry: Entry;
  /** Made ready for the first text that may hold a match. */
  search: RegexSearch | null;
  suspended: boolean;
}

/**
 * Searches by regular expressions, block by block and in the text as it stands. Of many, only those are asked of a text
 * that it may hold a match of: most expressions have some letters in them that every match must hold, and these are
 * looked for at once, whether capital or small. One that takes too long, in spite of all that was measured beforehand,
 * is put aside, and becomes a problem.
 */
export class RegexSearches {
  readonly #searches: Search[] = [];
  /** Null where there are few, and each text is searched by all of them. */
  #index: LiteralIndex | null = null;
  /** By number of a text in the index, the place of the search that asks for it. */
  readonly #ofText: number[] = [];
  /** The places of the searches that ask for nothing. */
  readonly #always: number[] = [];
  #alwaysAsked: readonly Search[] = [];
  #keys = new Uint16Array(1 << 10);
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
    this.#searches.push({ plan, entry, search: null, suspended: false });
  }

  /** Has to be called once, when all are added. */
  *build(): Steps<void> {
    const searches = this.#searches;
    const index = searches.length < leastIndexed ? null : new LiteralIndex(() => ownKind);
    for (const [place, { plan }] of searches.entries()) {
      if (index === null || plan.literals === null) {
        this.#always.push(place);
        // What every text is searched by is measured for it.
        void plan.nativeLength;
        yield;
        continue;
      }
      for (const literal of plan.literals) {
        this.#ofText.push(place);
        index.add(literal);
      }
      yield;
    }
    index?.build();
    this.#index = index;
    this.#alwaysAsked = this.#always.map((place) => searches[place]!);
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

  /** The searches by which something may be found in a text, in their order. */
  #askedOf(text: string): readonly Search[] {
    const index = this.#index;
    if (index === null) return this.#searches;
    if (text.length > this.#keys.length) this.#keys = new Uint16Array(text.length * 2);
    writeCaseKeys(text, this.#keys);
    const { count, texts, stoppedAt } = index.find({ units: this.#keys, length: text.length });
    if (stoppedAt >= 0) return this.#searches;
    if (count === 0) return this.#alwaysAsked;
    const places = new Set(this.#always);
    for (const found of new Set(texts.subarray(0, count))) {
      for (let same = found; same >= 0; same = index.nextSame(same)) places.add(this.#ofText[same]!);
    }
    return [...places].toSorted((one, other) => one - other).map((place) => this.#searches[place]!);
  }

  #findIn(text: string, bit: number, hits: HitCollector): void {
    const blocks = text.includes("\n") ? text.split("\n") : [text];
    for (const search of this.#askedOf(text)) {
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

  /** Makes a search ready; the time that takes is not counted as time of searching. */
  #searchOf(one: Search): RegexSearch | null {
    if (one.search !== null) return one.search;
    const start = this.#now();
    one.search = regexEngine()?.createRegexSearch(one.plan) ?? null;
    void one.plan.nativeLength;
    this.#began += this.#now() - start;
    return one.search;
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
    const finished = this.#searchOf(search)?.(block, found, () => this.#isOver()) ?? true;
    // However short blocks are, thousands of them take their time; longer ones look at the clock themselves.
    const { nativeLength } = search.plan;
    const share = block.length <= nativeLength ? (block.length + 1) / (nativeLength + 1) : 0;
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
