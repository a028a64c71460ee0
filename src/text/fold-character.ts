import { combining, diacritic, whiteSpace } from "./character-classes.ts";
import type { FoldProfile } from "./fold-profile.ts";
import { radicalIdeograph } from "./radical-ideographs.ts";
import { simplifiedIdeograph } from "./simplified-ideographs.ts";

/** Punctuation that a keyboard has one key for and typography several. */
const punctuation: Readonly<Record<string, string>> = {
  "'": "\u2018\u2019\u201a\u201b\u2032\u2035\u00b4`\u02b9\u02bb\u02bc\u02bd\u02c8\u2039\u203a\u05f3\uff07",
  '"': "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb\u05f4\u301d\u301e\u301f\uff02",
  "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63\uff0d",
};

/** Letters that Unicode does not take apart although a reader without them on the keyboard types others. */
const letters = "ø:o ł:l đ:d ħ:h ŧ:t ı:i ð:d æ:ae œ:oe þ:th ŋ:n ə:e ɓ:b ɗ:d ƙ:k ƴ:y";
/** Persian yeh and kaf and Arabic alef maksura, by their code points, because they look alike. */
const arabicLetters = "\u06cc:\u064a \u0649:\u064a \u06a9:\u0643";

const entries = Object.entries(punctuation).flatMap(([plain, variants]) =>
  Array.from(variants, (variant): [string, string] => [variant, plain]),
);
const plainPunctuation: ReadonlyMap<string, string> = new Map(entries);
const plainLetter: ReadonlyMap<string, string> = new Map(
  [letters, letters.toUpperCase(), arabicLetters]
    .flatMap((pairs) => pairs.split(" "))
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/**
 * Letters that only look like a letter with a mark: Cyrillic short i and short u, and Ukrainian yi, have places of
 * their own in their alphabets.
 */
const lettersOrMarks = new RegExp(`([иИуУ]\\u0306|[іІ]\\u0308)|${diacritic.source}`, "gu");

const firstHiragana = 0x3041;
const lastHiragana = 0x3096;
const hiraganaToKatakana = 0x60;

const foldCase = (text: string, turkish: boolean): string =>
  Array.from(text, (character) => {
    if (character === "ı") return "ı";
    if (turkish && character === "I") return "ı";
    // Capital and back is full case folding: ß and ſ become ss and s, and every sigma the same.
    return character.toUpperCase().toLowerCase();
  }).join("");

const foldKana = (text: string): string =>
  Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    const isHiragana = (code >= firstHiragana && code <= lastHiragana) || code === 0x309d || code === 0x309e;
    return isHiragana ? String.fromCharCode(code + hiraganaToKatakana) : character;
  }).join("");

/** The compatibility decomposition, but of spacing accents, which would become a space and a mark. */
const decompose = (character: string): string => {
  const punctuated = plainPunctuation.get(character);
  if (punctuated !== undefined) return punctuated;
  const decomposed = character.normalize("NFKD");
  return decomposed.startsWith(" ") && !whiteSpace.test(character) ? character : decomposed;
};

/**
 * What a base character with the characters that combine with it becomes. The empty text means that nothing of it
 * counts.
 */
export const foldCharacter = (text: string, profile: FoldProfile): string => {
  const turkish = profile.dottedI === "turkish";
  let folded = Array.from(
    turkish && !profile.caseSensitive ? text.normalize("NFC").replaceAll("İ", "i") : text,
    (character) => {
      const ideograph = radicalIdeograph(character.codePointAt(0) ?? 0);
      return ideograph ?? decompose(character);
    },
  ).join("");
  if (profile.dottedI === "lithuanian")
    folded = folded.replace(/(?<=[ijIJ]\u0328?)\u0307(?=[\u0300\u0301\u0303])/gu, "");
  if (!profile.diacriticsSensitive) {
    folded = folded.replace(lettersOrMarks, "$1");
    folded = Array.from(folded, (character) =>
      turkish && character === "ı" ? character : (plainLetter.get(character) ?? character),
    ).join("");
  }
  if (!profile.caseSensitive) folded = foldCase(folded, turkish);
  if (profile.foldKana) folded = foldKana(folded.normalize("NFC"));
  if (profile.foldHan) folded = Array.from(folded, simplifiedIdeograph).join("");
  return folded.normalize("NFC");
};

export const isCombining = (character: string): boolean => combining.test(character);
