import type { FoldProfile } from "@/text/fold-profile.ts";
import { createFold, createStringFold } from "@/text/fold-text.ts";
import type { Fold } from "@/text/fold-text.ts";

import { findGlob } from "./glob.ts";
import type { Glob } from "./glob.ts";
import type { Entry, HitCollector } from "./hit-collector.ts";
import { LiteralIndex } from "./literal-index.ts";

/** A keyword under the text it is found by: its own, or a part of it that a match with wildcards must hold. */
interface Posting {
  readonly entry: Entry;
  readonly glob: Glob | null;
  /** The next posting under the same text. */
  next: Posting | null;
}

/** Finds the words, phrases and wildcards of all lists that compare texts in the same way. */
export class ProfileSearch {
  readonly foldKeyword: (text: string) => string;
  readonly #fold: Fold;
  /** The first and the last posting under each text. */
  readonly #first = new Map<string, Posting>();
  readonly #last = new Map<string, Posting>();
  #index: LiteralIndex | null = null;
  #postings: readonly Posting[] = [];
  #fields = 0;

  constructor(profile: FoldProfile) {
    this.foldKeyword = createStringFold(profile);
    this.#fold = createFold(profile);
  }

  /** Adds a folded text to search for; entries have to come in their order. */
  add(folded: string, entry: Entry, glob: Glob | null): void {
    this.#fields |= entry.fields;
    const posting: Posting = { entry, glob, next: null };
    const last = this.#first.has(folded) ? (this.#last.get(folded) ?? this.#first.get(folded)) : undefined;
    if (last === undefined) this.#first.set(folded, posting);
    else {
      last.next = posting;
      this.#last.set(folded, posting);
    }
  }

  /** Has to be called once, when all texts are added. */
  build(): void {
    const sorted = Array.from(this.#first.keys()).toSorted();
    this.#index = new LiteralIndex(sorted);
    this.#postings = sorted.map((text) => this.#first.get(text)).filter((posting) => posting !== undefined);
  }

  /** Finds everything in one field, given as its bit. */
  find(text: string, bit: number, hits: HitCollector): void {
    if ((this.#fields & bit) === 0 || this.#index === null) return;
    const folded = this.#fold(text);
    const found = this.#index.find(folded);
    if (found.count === 0) return;
    let globs: Map<Glob, Entry> | null = null;
    for (let next = 0; next < found.count;) {
      // Occurrences at one place come shortest first; hits are wanted longest first.
      const start = found.starts[next] ?? 0;
      let after = next + 1;
      while (after < found.count && found.starts[after] === start) after++;
      for (let index = after - 1; index >= next; index--) {
        const span = folded.spanOf(start, found.ends[index] ?? 0);
        let posting = this.#postings[found.keywords[index] ?? 0] ?? null;
        for (; posting !== null; posting = posting.next) {
          if (posting.glob !== null) (globs ??= new Map()).set(posting.glob, posting.entry);
          else if (span !== null) hits.add(posting.entry, span.start, span.end);
        }
      }
      next = after;
    }
    if (globs === null) return;
    for (const [glob, entry] of globs) {
      findGlob(glob, folded, (start, end) => {
        const span = folded.spanOf(start, end);
        return span !== null && hits.add(entry, span.start, span.end);
      });
    }
  }
}
