import type { Look } from "./look.ts";
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
const waysInside = (root: Element, nameOf: (element: Element) => string, look: Look): ReadonlySet<string> => {
  const ways = new Set<string>();
  const open: (readonly [element: Element, above: string])[] = [[root, ""]];
  for (let next = 0; next < Math.min(open.length, mostInside); next += 1) {
    const [element, above] = open[next]!;
    for (const child of look.children(element)) {
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
  /** Numbers elements by sorts: the same number for those that are of one sort, as the second rows of results are. */
  readonly sortsOf: (elements: readonly Element[]) => readonly number[];
}

/** Sorts beyond these are all taken for different. */
const mostSorts = 40;

interface Known {
  readonly kind: string;
  readonly tokens: readonly string[];
  readonly tags: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

const isSame = (a: Known, b: Known, { localName }: Element): boolean =>
  a.kind === b.kind && (texts.has(localName) || sharedWays(a.kinds, b.kinds) >= leastSameness);

/**
 * What is found out of an element is taken for all of its kind with the same kinds of children and grandchildren, so
 * that a long list is quick.
 */
export const createLikeness = (look: Look): Likeness => {
  const known = new Map<string, Known>();
  const kind = look.once(kindOf);
  const keyOf = look.once((element) =>
    [element, ...look.children(element).flatMap((child) => [child, ...look.children(child)])].map(kind).join(" "),
  );
  const knownOf = (element: Element): Known => {
    const key = keyOf(element);
    const found = known.get(key) ?? {
      kind: kind(element),
      tokens: kindTokens(element),
      tags: waysInside(element, ({ localName }) => localName, look),
      kinds: waysInside(element, kind, look),
    };
    known.set(key, found);
    return found;
  };
  return {
    isAlike: (a, b) => {
      if (a.localName !== b.localName) return false;
      const [here, there] = [knownOf(a), knownOf(b)];
      if (here === there) return true;
      const namesake = here.tokens.length > 0 && here.tokens.every((name) => there.tokens.includes(name));
      return sharedWays(here.tags, there.tags) >= (namesake ? leastLikenessOfNamesake : leastLikeness);
    },
    sortsOf: (elements) => {
      const examples: { readonly example: Element; readonly known: Known }[] = [];
      const sorts = new Map<Known, number>();
      return elements.map((element) => {
        const here = knownOf(element);
        const sort = sorts.get(here) ?? examples.findIndex(({ example, known: there }) => isSame(there, here, example));
        const number =
          sort >= 0 || examples.length >= mostSorts ? sort : examples.push({ example: element, known: here }) - 1;
        sorts.set(here, number);
        return number;
      });
    },
  };
};
