import { childElements } from "./child-elements.ts";
import { isStateName } from "./stable-name.ts";

/** Elements that come and go within a text and say nothing of how a result is built. */
const inText = new Set("b i em strong mark u s small sub sup span font code br wbr".split(" "));

/** Elements that hold a text, whatever is marked up in it. */
const texts = new Set("p dt dd blockquote pre h1 h2 h3 h4 h5 h6".split(" "));

/** An element is looked into this far: more of it would change nothing. */
const mostInside = 120;

/** Elements are built alike when they share half of what they have inside, or less when they are called the same. */
const leastLikeness = 0.5;
const leastLikenessOfNamesake = 0.25;

/** Elements side by side are of one sort when they share most of what they have inside, names included. */
const leastSameness = 0.75;

/** The class tokens that say what an element is, without digits: generated classes count elements with them. */
const kindTokens = (element: Element): readonly string[] =>
  [...element.classList]
    .filter((token) => !isStateName(token) && !token.startsWith("winnow-"))
    .map((token) => token.replaceAll(/\d+/gu, ""));

/** What an element is called: its tag and its classes. */
export const kindOf = (element: Element): string => [element.localName, ...kindTokens(element).toSorted()].join(".");

/** The ways of two steps that lead inside an element, in the names that `nameOf` gives. */
const waysInside = (root: Element, nameOf: (element: Element) => string): ReadonlySet<string> => {
  const ways = new Set<string>();
  const open: (readonly [element: Element, above: string])[] = [[root, ""]];
  for (let next = 0; next < Math.min(open.length, mostInside); next += 1) {
    const [element, above] = open[next]!;
    for (const child of childElements(element)) {
      const marksText = inText.has(child.localName) && child.classList.length === 0;
      if (!marksText) ways.add(`${above}>${nameOf(child)}`);
      open.push([child, marksText ? above : nameOf(child)]);
    }
  }
  return ways;
};

/** The share of ways that two elements have in common, from 0 to 1. */
const sharedWays = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size + b.size === 0 ? 1 : (2 * [...a].filter((way) => b.has(way)).length) / (a.size + b.size);

/** Tells what elements have in common; what was found out once is remembered. */
export interface Likeness {
  /** Whether two elements are built alike, as results of one page are. */
  readonly isAlike: (a: Element, b: Element) => boolean;
  /** Whether two elements are of one sort, as the second rows of results are. */
  readonly isSame: (a: Element, b: Element) => boolean;
}

const remembered = (nameOf: (element: Element) => string): ((element: Element) => ReadonlySet<string>) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (element) => {
    // Elements of one kind with the same kinds of children are taken for the same, so that a long list is quick.
    const key = [element, ...childElements(element)].map(kindOf).join(" ");
    const found = known.get(key) ?? waysInside(element, nameOf);
    known.set(key, found);
    return found;
  };
};

export const createLikeness = (): Likeness => {
  const byTags = remembered(({ localName }) => localName);
  const byKinds = remembered(kindOf);
  return {
    isAlike: (a, b) => {
      if (a.localName !== b.localName) return false;
      const names = kindTokens(a);
      const namesake = names.length > 0 && names.every((name) => kindTokens(b).includes(name));
      return sharedWays(byTags(a), byTags(b)) >= (namesake ? leastLikenessOfNamesake : leastLikeness);
    },
    isSame: (a, b) =>
      kindOf(a) === kindOf(b) && (texts.has(a.localName) || sharedWays(byKinds(a), byKinds(b)) >= leastSameness),
  };
};
