import { createRandom } from "./random.ts";
import { createVocabulary, languages, shares } from "./vocabulary.ts";
import type { Language } from "./vocabulary.ts";

/** Words that are more frequent than these say too little to be anybody's keyword. */
const frequent = 80;
/** Every eighth keyword is a phrase of two words, every tenth is a word that no page holds. */
const phraseEvery = 8;
const absentEvery = 10;

/** Keywords, the same in every run: a longer list begins with the shorter one. */
export const makeKeywords = (count: number): readonly string[] => {
  const vocabulary = createVocabulary();
  const random = createRandom(3);
  const next: Record<Language, number> = {
    english: frequent,
    chinese: frequent,
    russian: frequent,
    accented: frequent,
  };
  const keywords = new Set<string>();
  const draw = (language: Language): string =>
    vocabulary[language][next[language]++ % vocabulary[language].length] ?? "";
  while (keywords.size < count) {
    let left = random.next();
    const language = languages.find((candidate) => (left -= shares[candidate]) < 0) ?? "english";
    const word = draw(language);
    const number = keywords.size + 1;
    if (number % absentEvery === 0) keywords.add(`${word}q${number}`);
    else if (number % phraseEvery === 0) keywords.add(`${word}${language === "chinese" ? "" : " "}${draw(language)}`);
    else keywords.add(word);
  }
  return [...keywords];
};
