import type { Fold } from "@/text/fold-text.ts";
import { spacedWords } from "@/text/is-word-boundary.ts";

import type { Entry, HitCollector } from "./hit-collector.ts";

/** Words whose stem is remembered; a page hardly holds more different ones. */
const mostKnown = 20_000;

/** Units: no longer word has endings, and for some stemmers it would take the square of its length. */
const longestWord = 100;

/** A word or phrase as the stems of its words and what stands between them, each one character. */
interface Phrase {
  readonly stems: readonly string[];
  readonly separators: readonly string[];
  readonly entry: Entry;
}

interface Word {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** What can stand between the words of a phrase. */
const separator = /^[ '-]$/u;

/**
 * Finds words and phrases in all their forms in one language. Forms of a word are those with the same stem; they are
 * found as whole words, capital or small.
 */
export class WordFormSearch {
  readonly #stem: (word: string) => string;
  readonly #foldBefore: Fold;
  readonly #foldAfter: (text: string) => string;
  readonly #phrases = new Map<string, Phrase[]>();
  readonly #known = new Map<string, string>();
  #fields = 0;

  /**
   * @param stem takes the ending off a word in small letters, with its diacritics
   * @param foldBefore folds all but diacritics, by which stemmers tell forms
   * @param foldAfter folds what is left of a word
   */
  constructor(stem: (word: string) => string, foldBefore: Fold, foldAfter: (text: string) => string) {
    this.#stem = stem;
    this.#foldBefore = foldBefore;
    this.#foldAfter = foldAfter;
  }

  /** Adds a keyword, unless it holds more than words with single spaces, hyphens and apostrophes between them. */
  add(keyword: string, entry: Entry): boolean {
    const text = this.#foldBefore(keyword).toString().trim();
    const words = this.#wordsOf(text);
    const separators = words.slice(1).map(({ start }, index) => text.slice(words[index]!.end, start));
    if (words[0]?.start !== 0 || words.at(-1)?.end !== text.length) return false;
    if (!separators.every((part) => separator.test(part))) return false;
    const phrase = { stems: words.map(({ stem }) => stem), separators, entry };
    const known = this.#phrases.get(words[0].stem);
    if (known === undefined) this.#phrases.set(words[0].stem, [phrase]);
    else known.push(phrase);
    this.#fields |= entry.fields;
    return true;
  }

  /** Finds everything in one field, given as its bit. */
  find(text: string, bit: number, hits: HitCollector): void {
    if ((this.#fields & bit) === 0) return;
    const folded = this.#foldBefore(text);
    const plain = folded.toString();
    const words = this.#wordsOf(plain);
    words.forEach((word, index) => {
      for (const { stems, separators, entry } of this.#phrases.get(word.stem) ?? []) {
        const follows = separators.every((part, place) => {
          const before = words[index + place]!;
          const after = words[index + place + 1];
          return after?.stem === stems[place + 1] && plain.slice(before.end, after?.start) === part;
        });
        if (!follows) continue;
        const span = folded.spanOf(word.start, words[index + separators.length]!.end);
        if (span !== null) hits.add(entry, span);
      }
    });
  }

  #wordsOf(text: string): readonly Word[] {
    return Array.from(text.matchAll(spacedWords), (match) => ({
      stem: this.#stemOf(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  #stemOf(word: string): string {
    if (word.length > longestWord) return this.#foldAfter(word);
    let stem = this.#known.get(word);
    if (stem === undefined) {
      if (this.#known.size >= mostKnown) this.#known.clear();
      stem = this.#foldAfter(this.#stem(word));
      this.#known.set(word, stem);
    }
    return stem;
  }
}
