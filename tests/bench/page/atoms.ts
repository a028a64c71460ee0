import type { Random } from "./random.ts";
import type { Language } from "./vocabulary.ts";

/** What a reader takes for one character: as the page has it, and as it was meant. */
export interface Atom {
  readonly shown: string;
  readonly meant: string;
}

/** The radicals that text copied out of PDF files has in the place of the ordinary characters, by these. */
const radicals: ReadonlyMap<string, string> = (() => {
  const firstRadical = 0x2f00;
  const lastRadical = 0x2fd5;
  const pairs: [string, string][] = [];
  for (let point = firstRadical; point <= lastRadical; point++) {
    const radical = String.fromCodePoint(point);
    pairs.push([radical.normalize("NFKC"), radical]);
  }
  return new Map(pairs);
})();

// How often texts are damaged: enough for every result to hold some of it, as such documents do.
const radicalChance = 0.4;
const doubledChance = 0.15;
const ligatureChance = 0.3;
const softHyphenChance = 0.01;
const decomposedChance = 0.3;

const atomsOfIdeographs = (word: string, random: Random): Atom[] =>
  [...word].map((meant) => {
    const radical = radicals.get(meant);
    if (radical === undefined || !random.chance(radicalChance)) return { shown: meant, meant };
    return { shown: random.chance(doubledChance) ? radical + meant : radical, meant };
  });

const atomsOfLetters = (word: string, random: Random): Atom[] => {
  const atoms: Atom[] = [];
  for (let index = 0; index < word.length; index++) {
    const meant = word.charAt(index);
    if (meant === "f" && word.charAt(index + 1) === "i" && random.chance(ligatureChance)) {
      atoms.push({ shown: "ﬁ", meant: "fi" });
      index++;
    } else {
      const shown = random.chance(decomposedChance) ? meant.normalize("NFD") : meant;
      const hyphen = index < word.length - 1 && random.chance(softHyphenChance) ? "\u00AD" : "";
      atoms.push({ shown: shown + hyphen, meant });
    }
  }
  return atoms;
};

/** Writes a word as a page might have it: capitals, ligatures, soft hyphens, accents apart, radicals, doubled ones. */
export const writeWord = (word: string, language: Language, capital: boolean, random: Random): Atom[] => {
  if (language === "chinese") return atomsOfIdeographs(word, random);
  const written = capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return atomsOfLetters(written, random);
};
