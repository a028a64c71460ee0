import type { RegexEngine } from "./regex-engine.ts";
import { planRegex } from "./regex/plan-regex.ts";
import { createRegexSearch } from "./regex/search-regex.ts";

export const wholeRegexEngine: RegexEngine = { planRegex, createRegexSearch };
