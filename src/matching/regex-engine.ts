import type { planRegex } from "./regex/plan-regex.ts";
import type { createRegexSearch } from "./regex/search-regex.ts";

/** What reads regular expressions and searches by them. It is heavy, so pages load it when there is one. */
export interface RegexEngine {
  readonly planRegex: typeof planRegex;
  readonly createRegexSearch: typeof createRegexSearch;
}

/** The script that brings the engine and the one that uses it share their global object, but no modules. */
const engineKey = Symbol.for("winnow.regexEngine");
const holder = globalThis as { [engineKey]?: RegexEngine };

export const offerRegexEngine = (engine: RegexEngine): void => {
  holder[engineKey] = engine;
};

/** The engine, or null where it was not brought yet: regular expressions cannot be read then. */
export const regexEngine = (): RegexEngine | null => holder[engineKey] ?? null;

/** Whether a keyword's line or a condition may hold a regular expression. The slashes of an address begin none. */
export const mayHoldRegex = (text: string): boolean =>
  text.includes("/") && /(?:^|[\s(|=-]|(?<!https?):)\//u.test(text);
