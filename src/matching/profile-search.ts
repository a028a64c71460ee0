import type { Span } from "@/model/span.ts";
import type { FoldProfile } from "@/text/fold-profile.ts";
import { createFold, createPlainFold, createStringFold } from "@/text/fold-text.ts";
import type { Fold, PlainFold } from "@/text/fold-text.ts";

import { findGlob } from "./glob.ts";
import type { Glob } from "./glob.ts";
import type { Entry, EntryList, HitCollector } from "./hit-collector.ts";
import { LiteralIndex, ownKind } from "./literal-index.ts";

/** Plain lines of one list that follow each other. */
interface Run {
  readonly firstText: number;
  readonly firstLine: number;
  readonly from: EntryList;
}

/**
 * Units that are looked at in one text for all keywords with wildcards: twenty such keywords in a text of a megabyte, a
 * tenth of a second at the most.
 */
const mostGlobSteps = 20_000_000;

/** A keyword with wildcards. */
interface GlobEntry {
  readonly glob: Glob;
  readonly entry: Entry;
}

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
  readonly #entries = new Map<number, Entry>();
  /** Plain texts that were added one after the other, in their order. */
  readonly #runs: Run[] = [];
  /**
   * By number of a text that matches with wildcards must hold, the keywords that hold it, and the number by the text.
   */
  readonly #globs = new Map<number, GlobEntry[]>();
  readonly #anchors = new Map<string, number>();
  #fields = 0;

  constructor(profile: FoldProfile) {
    this.foldKeyword = createStringFold(profile);
    this.#fold = createFold(profile);
    this.#foldPlainly = createPlainFold(profile);
  }

  /**
   * Adds lines of a list from the first one on until one is more than plain words: something to parse, or to fold in
   * more than one look at each character. Returns the index of that line.
   *
   * @param before how many lines of the list come before these
   */
  addPlainly(lines: readonly string[], first: number, before: number, from: EntryList): number {
    const { size } = this.#index;
    const next = this.#index.addPlain(lines, first, this.#foldPlainly);
    if (next === first) return next;
    this.#fields |= from.fields;
    this.#runs.push({ firstText: size, firstLine: before + first, from });
    return next;
  }

  /** Adds a folded text to search for; entries and plain lines have to come in their order. */
  add(folded: string, entry: Entry): void {
    this.#fields |= entry.fields;
    this.#entries.set(this.#index.size, entry);
    this.#index.add(folded);
  }

  /** The same for a keyword with wildcards. */
  addGlob(glob: Glob, entry: Entry): void {
    const known = this.#globs.get(this.#anchors.get(glob.anchor) ?? -1);
    if (known !== undefined) {
      // Thousands may hold the same, which is looked for once.
      this.#fields |= entry.fields;
      known.push({ glob, entry });
      return;
    }
    this.#anchors.set(glob.anchor, this.#index.size);
    this.#globs.set(this.#index.size, [{ glob, entry }]);
    this.add(glob.anchor, entry);
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
    if (found.stoppedAt >= 0) hits.stop(this.#entryOf(found.stoppedAt));
    if (found.count === 0) return;
    let globs: Set<readonly GlobEntry[]> | null = null;
    for (let next = 0; next < found.count;) {
      // Occurrences at one place come shortest first; hits are wanted longest first.
      const start = found.starts[next]!;
      let after = next + 1;
      while (after < found.count && found.starts[after] === start) after++;
      for (let place = after - 1; place >= next; place--) {
        let span: Span | null = null;
        for (let same = found.texts[place]!; same >= 0; same = index.nextSame(same)) {
          const withGlobs = this.#globs.size === 0 ? undefined : this.#globs.get(same);
          if (withGlobs !== undefined) {
            (globs ??= new Set()).add(withGlobs);
            continue;
          }
          const entry = this.#entryOf(same);
          if (!hits.wants(entry)) continue;
          span ??= folded.spanOf(start, found.ends[place]!);
          if (span === null) continue;
          hits.add(entry, span);
        }
      }
      next = after;
    }
    if (globs === null) return;
    const steps = { left: mostGlobSteps };
    for (const some of globs) {
      for (const { glob, entry } of some) {
        if ((entry.fields & bit) === 0) continue;
        const finished = findGlob(glob, folded, steps, (start, end) => {
          // Found before, it is not looked for any further.
          if (!hits.wants(entry)) return true;
          const span = folded.spanOf(start, end);
          return span !== null && hits.add(entry, span);
        });
        if (finished) continue;
        hits.stop(entry);
        return;
      }
    }
  }

  #entryOf(text: number): Entry {
    let entry = this.#entries.get(text);
    if (entry === undefined) {
      const { firstText, firstLine, from } = this.#runOf(text);
      const line = firstLine + text - firstText;
      entry = { order: from.firstOrder + line, from, line, fields: from.fields };
      this.#entries.set(text, entry);
    }
    return entry;
  }

  /** The last run that begins at a text or before it. */
  #runOf(text: number): Run {
    const runs = this.#runs;
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (runs[middle]!.firstText <= text) low = middle;
      else high = middle - 1;
    }
    return runs[low]!;
  }

  /** Lines of one list that say the same for the same fields find the same, and would count twice. */
  #kindOf(text: number): number {
    if (this.#globs.has(text)) return ownKind;
    const { from, fields } = this.#entries.get(text) ?? { from: this.#runOf(text).from, fields: null };
    return from.number * fieldCombinations + (fields ?? from.fields);
  }
}
