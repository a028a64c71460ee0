import type { Atom } from "./atoms.ts";
import { writeWord } from "./atoms.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { createVocabulary, languages, shares } from "./vocabulary.ts";
import type { Language } from "./vocabulary.ts";

/** A stretch of text that a reader reads without a break. */
export type Block = readonly Atom[];

export interface BenchPage {
  readonly html: string;
  /** The blocks of all results: what can hold hits. */
  readonly blocks: readonly Block[];
}

export interface BenchResult {
  readonly html: string;
  readonly blocks: readonly Block[];
}

/** Characters in each block; together with the figures below it about 376 in a result, in some 22 text nodes. */
const titleLength = 62;
const snippetLength = 255;
/** How many characters stand between one inline element and the next. */
const plainLength = 40;

const style = `
body { font: 15px/1.5 sans-serif; margin: 0; color: #222; background: #fff }
header, footer, .aside { padding: 12px 24px; background: #f3f3f3 }
#list { width: 720px; margin: 16px 24px }
.result { margin: 0 0 24px; padding: 4px 0 }
.title { font-size: 19px; font-weight: normal; margin: 2px 0 4px }
.title a { color: #1a0dab; text-decoration: none }
.address { color: #006621; font-size: 13px } cite { font-style: normal }
.snippet { margin: 0 0 4px } em { font-style: normal; font-weight: bold }
.figures { display: flex; gap: 16px; margin: 0; padding: 0; list-style: none; color: #666; font-size: 13px }
`;

const vocabulary = createVocabulary();

const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const htmlOf = (atoms: readonly Atom[]): string => escapeHtml(atoms.map(({ shown }) => shown).join(""));
const plain = (text: string): Atom[] => [...text].map((character) => ({ shown: character, meant: character }));

/** A word by Zipf's law: the word of rank r about 1/r as often as the first. */
const drawWord = (language: Language, random: Random): string => {
  const words = vocabulary[language];
  return words[Math.floor(words.length ** random.next()) - 1] ?? "";
};

const drawLanguage = (random: Random): Language => {
  let left = random.next();
  return languages.find((language) => (left -= shares[language]) < 0) ?? "english";
};

/** Chinese has no spaces, but now and then a comma; one also parts equal characters, which damage would make one. */
const between = (language: Language, words: number, last: Atom | undefined, next: Atom | undefined): string => {
  if (language !== "chinese") return " ";
  return words % 6 === 0 || last?.meant === next?.meant ? "，" : "";
};

interface Writing {
  html: string;
  readonly atoms: Atom[];
}

/** A text of about a length, some of its words, half words and pairs of words in inline elements, some in two. */
const writeText = (language: Language, length: number, random: Random): Writing => {
  const writing: Writing = { html: "", atoms: [] };
  const add = (atoms: readonly Atom[], ...tags: readonly string[]): void => {
    const open = tags.map((tag) => `<${tag}>`).join("");
    const close = tags
      .map((tag) => `</${tag}>`)
      .toReversed()
      .join("");
    writing.html += open + htmlOf(atoms) + close;
    writing.atoms.push(...atoms);
  };
  let inlineFrom = plainLength / 2;
  for (let words = 0; writing.atoms.length < length; words++) {
    const word = writeWord(drawWord(language, random), language, words === 0 || random.chance(0.1), random);
    if (words > 0) add(plain(between(language, words, writing.atoms.at(-1), word[0])));
    if (writing.atoms.length < inlineFrom) add(word);
    else {
      inlineFrom = writing.atoms.length + plainLength;
      if (random.chance(0.25)) {
        const middle = Math.ceil(word.length / 2);
        add(word.slice(0, middle), "em");
        add(word.slice(middle));
      } else if (random.chance(0.2)) add(word, "b", "em");
      else add(word, random.pick(["em", "b", "strong", "span"]));
    }
  }
  return writing;
};

const writeResult = (number: number, random: Random): BenchResult => {
  const language = drawLanguage(random);
  const host = `${random.pick(vocabulary.english)}${number}.example`;
  const title = writeText(language, titleLength, random);
  const snippet = writeText(language, snippetLength, random);
  const path = [host, " › docs › ", String(number)].map(plain);
  const figures = [
    `${5 + random.below(300)} pages`,
    `${(1 + random.below(90)) / 10} MB`,
    `${1 + random.below(28)} days ago`,
  ];
  const [site, middle, end] = path.map(htmlOf);
  return {
    html:
      `<div class="result"><div class="address"><cite>${site}<span>${middle}<b>${end}</b></span></cite></div>` +
      `<h3 class="title"><a href="https://${host}/docs/${number}">${title.html}</a></h3>` +
      `<p class="snippet">${snippet.html}</p>` +
      `<ul class="figures">${figures.map((figure) => `<li>${figure}</li>`).join("")}</ul></div>`,
    blocks: [path.flat(), title.atoms, snippet.atoms, ...figures.map(plain)],
  };
};

/** Results from a number on, the same in every run. */
export const makeResults = (count: number, first = 1): readonly BenchResult[] =>
  Array.from({ length: count }, (_, index) => writeResult(first + index, createRandom(7919 * (first + index))));

/** A page that lists results, the same in every run. */
export const makePage = (count: number): BenchPage => {
  const results = makeResults(count);
  const links = Array.from({ length: 8 }, (_, index) => `<a href="/part-${index}">Part ${index}</a> `).join("");
  return {
    html:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Results</title><style>${style}</style></head>` +
      `<body><header><nav>${links}</nav><p id="clock">12:00</p></header><main><div id="list">` +
      `${results.map(({ html }) => html).join("")}</div></main>` +
      `<div class="aside"><p>${links}</p></div><footer>About this library</footer></body></html>`,
    blocks: results.flatMap(({ blocks }) => blocks),
  };
};

/** How many paragraphs an article has, and how long each is. */
const paragraphs = 30;
const paragraphLength = 400;

/** A page that is one piece of writing, the same in every run. */
export const makeArticle = (): string => {
  const random = createRandom(104_729);
  const texts = Array.from({ length: paragraphs }, () => writeText("english", paragraphLength, random).html);
  const links = Array.from({ length: 30 }, (_, index) => `<li><a href="/part-${index}">Part ${index}</a></li>`).join(
    "",
  );
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title><style>${style}</style></head>` +
    `<body><header><nav><ul>${links}</ul></nav></header><article><h1>An article</h1>` +
    `${texts.map((text) => `<p>${text}</p>`).join("")}</article><footer>About this library</footer></body></html>`
  );
};
