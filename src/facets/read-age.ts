import type { AgeUnit } from "./go-back.ts";
import { goBack } from "./go-back.ts";
import type { Line, Reader, Reading } from "./line.ts";
import { parseNumber } from "./parse-number.ts";
import type { AgeWords } from "./vocabulary.ts";
import { vocabulary } from "./vocabulary.ts";
import { isLetter, lookAfter, lookBefore, skipSpaces, skipSpacesBack, wordStart } from "./words.ts";

/** Older than this is no age of anything on the web, but a figure of another kind ("vor 300 Jahren"). */
const oldestYears = 100;

/** Words that soften an age and may stand between "vor" and its number. */
const softeners: ReadonlySet<string> = new Set(
  "etwa ca circa über fast mehr als rund environ plus de près presque más casi unos unas cerca mais quase cca asi více než حوالي أكثر من".split(
    " ",
  ),
);
const mostSofteners = 2;

interface Prefix {
  readonly languages: readonly AgeWords[];
  readonly start: number;
}

/** What stands before an age, with or without words that soften it, up to here. */
const lookPrefix = (text: string, at: number): Prefix | null => {
  let end = skipSpacesBack(text, at);
  for (let skipped = 0; skipped <= mostSofteners; skipped++) {
    const found = lookBefore(vocabulary().agesBefore, text, end);
    if (found) {
      for (const words of found.value) {
        const full = words.before.find((form) => text.slice(0, end).toLowerCase().endsWith(form));
        const start = end - (full?.length ?? 0);
        if (full !== undefined && !isLetter(text, start - 1)) return { languages: found.value, start };
      }
    }
    const stopped = text.charAt(end - 1) === "." ? end - 1 : end;
    const start = wordStart(text, stopped);
    if (start === stopped || !softeners.has(text.slice(start, stopped).toLowerCase())) return null;
    end = skipSpacesBack(text, start);
  }
  return null;
};

/** The unit at a place, in one of the languages. */
const lookUnit = (languages: readonly AgeWords[], text: string, at: number) => {
  for (const { units } of languages) {
    const found = lookAfter(units, text, at);
    if (found) return found;
  }
  return null;
};

/** The languages whose word for "ago" follows a unit that starts at `at`, and where both end. */
const lookSuffixed = (text: string, at: number): { unit: AgeUnit; end: number } | null => {
  const { agesAfter } = vocabulary();
  // In scripts with spaces the unit is one word; in those without, the longest unit counts.
  for (const languages of new Set(agesAfter.values())) {
    const unit = lookUnit(languages, text, at);
    if (!unit) continue;
    const after = lookAfter(agesAfter, text, skipSpaces(text, unit.end));
    if (after && after.value === languages) return { unit: unit.value, end: after.end };
  }
  return null;
};

/** The date of something of this age; null for what can be no age. */
export const agedReading = (line: Line, amount: number, unit: AgeUnit, start: number, end: number): Reading | null => {
  const value = goBack(line.now, amount, unit);
  const oldest = goBack(line.now, oldestYears, "y");
  return Number.isNaN(value) || value < oldest ? null : { facet: { name: "date", value }, start, end };
};

/** Reads ages such as "3 years ago", "vor 3 Jahren", "3 年前", as the date they mean. */
export const readAge: Reader = (line, token) => {
  const { text } = line;
  const at = skipSpaces(text, token.end);
  const amount = parseNumber(token.raw, "measure", line.language);
  if (amount === null) return null;
  const prefix = lookPrefix(text, token.start);
  const unit = prefix && lookUnit(prefix.languages, text, at);
  if (prefix && unit) return agedReading(line, amount, unit.value, prefix.start, unit.end);
  const suffixed = lookSuffixed(text, at);
  return suffixed && agedReading(line, amount, suffixed.unit, token.start, suffixed.end);
};
