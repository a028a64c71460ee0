import type { Hit } from "@/model/hit.ts";
import type { KeywordOptions, WordFormLanguage } from "@/model/keyword-list.ts";
import type { LineProblem } from "@/model/problem.ts";
import { fieldNames } from "@/model/result.ts";
import type { Steps } from "@/model/steps.ts";
import { profileKey } from "@/text/fold-profile.ts";
import type { FoldProfile } from "@/text/fold-profile.ts";
import { createFold, createStringFold } from "@/text/fold-text.ts";
import { languageData } from "@/text/language-data.ts";

import { compileGlob } from "./glob.ts";
import { HitCollector } from "./hit-collector.ts";
import type { Entry } from "./hit-collector.ts";
import type { Keyword } from "./keyword.ts";
import type { FieldTexts } from "./matcher.ts";
import { ProfileSearch } from "./profile-search.ts";
import { RegexSearches } from "./regex-searches.ts";
import { SiteSearch } from "./site-search.ts";
import type { WordFormSearch } from "./word-form-search.ts";
import { offeredWordForms } from "./word-forms.ts";

const profileOf = ({ dottedI, ...options }: KeywordOptions): FoldProfile => ({
  caseSensitive: options.caseSensitive,
  diacriticsSensitive: options.diacriticsSensitive,
  foldKana: options.foldKana,
  // Without its data it would be remembered as folding nothing.
  foldHan: options.foldHan && languageData() !== null,
  dottedI,
});

/** The problem of a list of which a result holds so much that the rest of it is not looked for. */
const tooMuch = "keyword-too-much";

/** How the keywords of one list are searched for. */
interface KnownSearches {
  readonly options: KeywordOptions;
  readonly search: ProfileSearch;
  readonly forms: WordFormSearch | null;
  /** What the list's keywords say, folded, with their fields and kind, as far as it is told here. */
  readonly added: Set<string>;
}

/** The searches for all keywords of all lists: one for each way of searching, and of comparing texts. */
export class KeywordSearches {
  readonly #profiles = new Map<string, ProfileSearch>();
  readonly #wordForms = new Map<string, WordFormSearch>();
  readonly #sites = new SiteSearch();
  readonly #regexes: RegexSearches;
  readonly #collector = new HitCollector();
  /** What was found for the options last asked for: keywords of one list come one after the other. */
  #known: KnownSearches | null = null;
  readonly #problems: LineProblem[];
  #all: readonly (ProfileSearch | WordFormSearch | RegexSearches)[] = [];

  /**
   * What goes wrong while searching is added to `problems`: expressions that are put aside, and lists of which there is
   * too much in a result. `now` tells the time in milliseconds.
   */
  constructor(problems: LineProblem[], now: () => number) {
    this.#problems = problems;
    this.#regexes = new RegexSearches(problems, now);
  }

  /** What plain words and phrases of a list with these options are added to; null where their forms are found too. */
  plainSearchFor(options: KeywordOptions): ProfileSearch | null {
    const { search, forms } = this.#searchesFor(options);
    return forms === null ? search : null;
  }

  /** Adds a keyword; keywords have to come in their order. Returns whether it can be searched for. */
  add({ field, pattern }: Keyword, options: KeywordOptions, entry: Entry): boolean {
    if (pattern.kind === "regex") {
      if (!this.#isSaid(`${entry.fields} ${pattern.said}`, options)) this.#regexes.add(pattern.plan, entry);
      return true;
    }
    if (field === "site") {
      this.#sites.add(pattern.text, entry);
      return true;
    }
    const { search, forms } = this.#searchesFor(options);
    const folded = search.foldKeyword(pattern.text);
    if (folded.trim() === "") return false;
    if (pattern.kind === "wildcard" || forms !== null) {
      if (this.#isSaid(`${entry.fields} ${pattern.kind} ${folded}`, options)) return true;
    }
    if (pattern.kind === "literal" && forms !== null && forms.add(pattern.text, entry)) return true;
    if (pattern.kind === "wildcard") {
      const glob = compileGlob(pattern.text, search.foldKeyword);
      if (glob !== null) search.addGlob(glob, entry);
      return glob !== null;
    }
    search.add(folded, entry);
    if (field === "url") {
      // Addresses hold letters outside ASCII in their percent form.
      const encoded = search.foldKeyword(encodeURI(pattern.text.toWellFormed()));
      if (encoded !== folded) search.add(encoded, entry);
    }
    return true;
  }

  /** Has to be called once, when all keywords are added. */
  *build(): Steps<void> {
    for (const search of this.#profiles.values()) {
      search.build();
      yield;
    }
    yield* this.#regexes.build();
    this.#all = [...this.#profiles.values(), ...this.#wordForms.values(), this.#regexes];
  }

  /** @param firstsOnly whether the first hit of each keyword will do */
  find(fields: FieldTexts, firstsOnly = false): readonly Hit[] {
    const collector = this.#collector;
    collector.seek(firstsOnly);
    this.#regexes.begin();
    for (let index = 0; index < fieldNames.length; index++) {
      const field = fieldNames[index]!;
      const text = fields[field];
      if (text === "") continue;
      const bit = 1 << index;
      collector.begin(field, bit, text);
      for (let next = 0; next < this.#all.length; next++) this.#all[next]!.find(text, bit, collector);
      if (field === "site") this.#sites.find(text, collector);
    }
    if (collector.stoppedAt !== null) this.#noteStop(collector.stoppedAt);
    return collector.finish();
  }

  /** Whether a line before it in its list says the same: it finds the same, and would count twice. */
  #isSaid(said: string, options: KeywordOptions): boolean {
    const { added } = this.#searchesFor(options);
    const isAdded = added.has(said);
    added.add(said);
    return isAdded;
  }

  /** Says so once for each list. */
  #noteStop({ from: { id }, line }: Entry): void {
    if (this.#problems.some(({ code, list }) => code === tooMuch && list === id)) return;
    this.#problems.push({ code: tooMuch, args: [], list: id, line });
  }

  #searchesFor(options: KeywordOptions): KnownSearches {
    if (this.#known?.options === options) return this.#known;
    const profile = profileOf(options);
    const key = profileKey(profile);
    const search = this.#profiles.get(key) ?? new ProfileSearch(profile);
    this.#profiles.set(key, search);
    const forms = this.#formsOf(options.wordForms, key, profile);
    this.#known = { options, search, forms, added: new Set() };
    return this.#known;
  }

  #formsOf(language: WordFormLanguage, profileName: string, profile: FoldProfile): WordFormSearch | null {
    const stemmers = languageData()?.stemmers;
    const Search = offeredWordForms();
    if (language === "none" || stemmers === undefined || Search === null || !Object.hasOwn(stemmers, language))
      return null;
    const key = `${language},${profileName}`;
    let search = this.#wordForms.get(key);
    if (search === undefined) {
      const folding = { ...profile, caseSensitive: false };
      const foldBefore = createFold({ ...folding, diacriticsSensitive: true });
      search = new Search(stemmers[language], foldBefore, createStringFold(folding));
      this.#wordForms.set(key, search);
    }
    return search;
  }
}
