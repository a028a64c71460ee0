import { offeredPart } from "@/model/offered-part.ts";

import type { planRegex } from "./regex/plan-regex.ts";
import type { createRegexSearch } from "./regex/search-regex.ts";

/** What reads regular expressions and searches by them. It is heavy, so pages load it when there is one. */
export interface RegexEngine {
  readonly planRegex: typeof planRegex;
  readonly createRegexSearch: typeof createRegexSearch;
}

const part = offeredPart<RegexEngine>("regex-engine");

export const offerRegexEngine = part.offer;

/** The engine, or null where it was not brought yet: regular expressions cannot be read then. */
export const regexEngine = part.offered;

/** Whether a keyword's line or a condition may hold a regular expression. The slashes of an address begin none. */
export const mayHoldRegex = (text: string): boolean =>
  text.includes("/") && /(?:^|[\s(|=-]|(?<!https?):)\//u.test(text);
