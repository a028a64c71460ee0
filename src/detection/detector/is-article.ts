import { asksForResults, readDeclaration } from "@/detection/detector/page-hints.ts";
import { bodyOf, findIn } from "@/dom-text/unclobbered.ts";

/** A paragraph says this much, in characters; less is a caption, a teaser or a line of figures. */
const leastParagraph = 120;

/** An article has this many of them in one place, this share right behind another, and together they say this much. */
const leastParagraphs = 5;
const leastJoined = 0.4;
const leastArticle = 1500;

/** So many are looked at: an article that is longer has shown by then that it is one. */
const mostParagraphs = 150;

/** Where none of so many stands beside another, they are those of results. */
const enoughAlone = 24;

/** Teasers and posts are spread over many places: of all that paragraphs say, an article says this share in one. */
const leastDominance = 0.67;

/**
 * Where the page does not say that it is an article, the article is this share of its text, and there are no more links
 * than menus have: a page may show a list of little text beside a long introduction.
 */
const leastShare = 0.45;
const mostLinks = 60;

/** The paragraphs of one parent. */
interface Run {
  length: number;
  /** How many of them stand right behind another. */
  joined: number;
  last: Element;
  characters: number;
}

/**
 * Whether a page is plainly one piece of writing, so that no listing need be looked for: a few questions to the
 * browser, where looking costs the more the more there is on the page. It says so only where the whole detector would
 * find nothing either; where it is not sure, it says no.
 */
export function isPlainlyArticle(document: Document): boolean {
  const run = longestRun(document);
  if (run === null || run.length < leastParagraphs || run.joined < run.length * leastJoined) return false;
  if (run.characters < leastArticle || asksForResults(document)) return false;
  const isMostOfPage = (): boolean =>
    document.links.length <= mostLinks && run.characters >= leastShare * (bodyOf(document)?.textContent ?? "").length;
  if (!isMostOfPage() && readDeclaration(document) !== "article") return false;
  const { parentElement } = run.last;
  return parentElement !== null && findIn(parentElement, linkedHeadings) === null;
}

/** Titles of results that stand right between paragraphs. */
const linkedHeadings = [1, 2, 3, 4, 5, 6].map((level) => `:scope > h${level} a, :scope > a > h${level}`).join();

/** The paragraphs of that parent which holds most text in them; null where others hold too much beside it. */
function longestRun(document: Document): Run | null {
  const paragraphs = document.getElementsByTagName("p");
  if (paragraphs.length < leastParagraphs) return null;
  const runs = new Map<Element, Run>();
  let longest: Run | null = null;
  let characters = 0;
  for (let index = 0; index < mostParagraphs; index++) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) break;
    const said = (paragraph.textContent ?? "").length;
    const parent = paragraph.parentElement;
    if (said < leastParagraph || parent === null) continue;
    characters += said;
    if (!beginsWithWords(paragraph)) continue;
    const run = runs.get(parent);
    if (longest === null && runs.size >= enoughAlone) return null;
    if (run === undefined) runs.set(parent, { length: 1, joined: 0, last: paragraph, characters: said });
    else {
      run.length++;
      run.characters += said;
      if (paragraph.previousElementSibling === run.last) run.joined++;
      run.last = paragraph;
      if (longest === null || run.characters > longest.characters) longest = run;
    }
  }
  return longest !== null && longest.characters >= characters * leastDominance ? longest : null;
}

/** Whether a paragraph is no result: those begin with a link, or a mark around one. */
function beginsWithWords(paragraph: Element): boolean {
  const first = paragraph.firstChild;
  return (
    (first !== null && first.nodeType === 3 && (first.nodeValue ?? "").trim() !== "") ||
    paragraph.querySelector("a") === null
  );
}
