import { isCombining, isDiacritic, isInvisible, isSpace } from "./character-kind.ts";
import type { FoldProfile } from "./fold-profile.ts";
import { radicalIdeograph } from "./radical-ideographs.ts";
import { simplifiedIdeograph } from "./simplified-ideographs.ts";

/** Punctuation that a keyboard has one key for and typography several. */
const punctuation: readonly (readonly [plain: string, variants: string])[] = [
  ["'", "\u2018\u2019\u201a\u201b\u2032\u2035\u00b4\u1ffd`\u02b9\u02bb\u02bc\u02bd\u02c8\u2039\u203a\u05f3\uff07"],
  ['"', "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u05f4\u301d\u301e\u301f\uff02"],
  ["-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63\uff0d"],
  // The bar of fractions, in which ½ and its kin come apart, and of divisions.
  ["/", "\u2044\u2215\uff0f"],
];

/** Letters that Unicode does not take apart although a reader without them on the keyboard types others. */
const letters = "ø:o ł:l đ:d ħ:h ŧ:t ı:i ð:d æ:ae œ:oe þ:th ŋ:n ə:e ɓ:b ɗ:d ƙ:k ƴ:y";
/** Persian yeh and kaf and Arabic alef maksura, by their code points, because they look alike. */
const arabicLetters = "\u06cc:\u064a \u0649:\u064a \u06a9:\u0643";

const plainPunctuation = new Map<string, string>();
for (const [plain, variants] of punctuation) for (const variant of variants) plainPunctuation.set(variant, plain);

const plainLetters = new Map<string, string>();
for (const pair of `${letters} ${letters.toUpperCase()} ${arabicLetters}`.split(" ")) {
  plainLetters.set(pair.slice(0, 1), pair.slice(2));
}

const breve = "\u0306";
const dot = "\u0307";
const diaeresis = "\u0308";

/**
 * Letters that only look like a letter with a mark: Cyrillic short i and short u, and Ukrainian yi, have places of
 * their own in their alphabets.
 */
const isLetterOfItsOwn = (base: string, mark: string): boolean =>
  base !== "" && ((mark === breve && "иИуУ".includes(base)) || (mark === diaeresis && "іІ".includes(base)));

/**
 * The place among marks of the last accent, or -1 for none. Before it are the dots that Lithuanian keeps on i and j and
 * others leave out.
 */
const lastLithuanianAccent = (base: string, marks: readonly string[]): number =>
  /[ijIJ]/u.test(base) ? marks.findLastIndex((mark) => /[\u0300\u0301\u0303]/u.test(mark)) : -1;

const firstHiragana = 0x3041;
const lastHiragana = 0x3096;
const hiraganaToKatakana = 0x60;

const toKatakana = (character: string): string => {
  const code = character.charCodeAt(0);
  const isHiragana = (code >= firstHiragana && code <= lastHiragana) || code === 0x309d || code === 0x309e;
  return isHiragana ? String.fromCharCode(code + hiraganaToKatakana) : character;
};

/**
 * A character's compatibility decomposition; typographic punctuation becomes that of the keyboard, and radicals the
 * ideographs they stand for. Spacing accents stay, which would become a space and a mark.
 */
export const decompose = (character: string): string => {
  const point = character.codePointAt(0) ?? 0;
  const plain = plainPunctuation.get(character) ?? radicalIdeograph(point);
  if (plain !== undefined) return plain;
  const decomposed = character.normalize("NFKD");
  if (decomposed === character) return character;
  if (decomposed.startsWith(" ") && !isSpace(point)) return character;
  return Array.from(decomposed, (part) => plainPunctuation.get(part) ?? part).join("");
};

/**
 * What a base character with the characters that combine with it becomes. The empty text means that nothing of it
 * counts.
 */
export const foldCharacter = (text: string, profile: FoldProfile): string => {
  const turkish = profile.dottedI === "turkish";
  let decomposed = "";
  for (const character of text) decomposed += decompose(character);
  const characters = Array.from(decomposed).filter((character) => !isInvisible(character.codePointAt(0) ?? 0));
  let folded = "";
  let base = "";
  /** Where the last accent of the base stands that Lithuanian keeps a dot under, looked for once for all its dots. */
  let lastAccent: number | undefined;
  for (let index = 0; index < characters.length; index++) {
    let character = characters[index] ?? "";
    const point = character.codePointAt(0) ?? 0;
    if (isDiacritic(point)) {
      if (!profile.diacriticsSensitive && !isLetterOfItsOwn(base, character)) continue;
      if (character === dot && turkish && base === "I" && !profile.caseSensitive) continue;
      if (character === dot && profile.dottedI === "lithuanian") {
        lastAccent ??= index + lastLithuanianAccent(base, marksFrom(characters, index));
        if (index < lastAccent) continue;
      }
      folded += character;
      continue;
    }
    if (!isCombining(point)) {
      base = character;
      lastAccent = undefined;
    }
    if (!profile.diacriticsSensitive && !(turkish && character === "ı")) {
      character = plainLetters.get(character) ?? character;
    }
    if (!profile.caseSensitive) {
      if (character === "I" && turkish) character = marksFrom(characters, index + 1).includes(dot) ? "i" : "ı";
      // Small, capital, small is full case folding: ẞ, ß and ſ become ss and s, every sigma the same. But ı is no i.
      else if (character !== "ı") character = character.toLowerCase().toUpperCase().toLowerCase();
    }
    if (profile.foldKana) character = toKatakana(character);
    if (profile.foldHan) character = simplifiedIdeograph(character);
    folded += character;
  }
  return folded.normalize("NFC");
};

/** The characters from an index on that combine with the one before them. */
const marksFrom = (characters: readonly string[], index: number): readonly string[] => {
  let end = index;
  while (end < characters.length && isCombining(characters[end]!.codePointAt(0) ?? 0)) end++;
  return characters.slice(index, end);
};
