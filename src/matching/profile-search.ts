import type { FoldProfile } from "@/text/fold-profile.ts";
import { createFold, createPlainFold, createStringFold } from "@/text/fold-text.ts";
import type { Fold, PlainFold } from "@/text/fold-text.ts";

import { findGlob } from "./glob.ts";
import type { Glob } from "./glob.ts";
import type { Entry, EntryList, HitCollector } from "./hit-collector.ts";
import { LiteralIndex, ownKind } from "./literal-index.ts";

/** More than the bits of all fields together. */
const fieldCombinations = 32;

/** Finds the words, phrases and wildcards of all lists that compare texts in the same way. */
export class ProfileSearch {
  readonly foldKeyword: (text: string) => string;
  readonly #fold: Fold;
  readonly #foldPlainly: PlainFold;
  readonly #index = new LiteralIndex((text) => this.#kindOf(text));
  /**
   * By number of a text, its keyword; of a plain one it is made when it is found for the first time. Thousands are
   * added before anything can be lit, and most of them are found nowhere.
   */
  readonly #entries: (Entry | null)[] = [];
  /** By number of a plain text, its list and line. */
  readonly #lists: EntryList[] = [];
  readonly #lines: number[] = [];
  /** By number of a text that a match with wildcards must hold, what else there must be. */
  readonly #globs = new Map<number, Glob>();
  #fields = 0;

  constructor(profile: FoldProfile) {
    this.foldKeyword = createStringFold(profile);
    this.#fold = createFold(profile);
    this.#foldPlainly = createPlainFold(profile);
  }

  /**
   * Adds a keyword to search for, unless it is more than plain words: something to parse, or to fold in more than one
   * look at each character. Returns whether it did.
   */
  addPlainly(keyword: string, list: EntryList, line: number): boolean {
    const index = this.#index;
    index.reserve(keyword.length);
    const end = this.#foldPlainly(keyword, index.pool, index.end);
    if (end <= index.end) return false;
    this.#fields |= list.fields;
    index.finishText(end);
    this.#entries.push(null);
    this.#lists.push(list);
    this.#lines.push(line);
    return true;
  }

  /** Adds a folded text to search for; entries and plain keywords have to come in their order. */
  add(folded: string, entry: Entry, glob: Glob | null): void {
    this.#fields |= entry.fields;
    const text = this.#index.add(folded);
    if (glob !== null) this.#globs.set(text, glob);
    this.#entries.push(entry);
    this.#lists.push(entry.from);
    this.#lines.push(entry.line);
  }

  /** Has to be called once, when all texts are added. */
  build(): void {
    this.#index.build();
  }

  /** Finds everything in one field, given as its bit. */
  find(text: string, bit: number, hits: HitCollector): void {
    if ((this.#fields & bit) === 0) return;
    const index = this.#index;
    const folded = this.#fold(text);
    const found = index.find(folded);
    if (found.count === 0) return;
    let globs: Map<Glob, Entry> | null = null;
    for (let next = 0; next < found.count;) {
      // Occurrences at one place come shortest first; hits are wanted longest first.
      const start = found.starts[next]!;
      let after = next + 1;
      while (after < found.count && found.starts[after] === start) after++;
      for (let place = after - 1; place >= next; place--) {
        const span = folded.spanOf(start, found.ends[place]!);
        for (let same = found.texts[place]!; same >= 0; same = index.nextSame(same)) {
          const glob = this.#globs.size === 0 ? undefined : this.#globs.get(same);
          if (glob !== undefined) (globs ??= new Map()).set(glob, this.#entryOf(same));
          else if (span !== null) hits.add(this.#entryOf(same), span.start, span.end);
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

  #entryOf(text: number): Entry {
    let entry = this.#entries[text];
    if (entry === null || entry === undefined) {
      const from = this.#lists[text]!;
      const line = this.#lines[text]!;
      entry = { order: from.firstOrder + line, from, line, fields: from.fields };
      this.#entries[text] = entry;
    }
    return entry;
  }

  /** Lines of one list that say the same for the same fields find the same, and would count twice. */
  #kindOf(text: number): number {
    if (this.#globs.has(text)) return ownKind;
    const { number, fields } = this.#lists[text]!;
    return number * fieldCombinations + (this.#entries[text]?.fields ?? fields);
  }
}
