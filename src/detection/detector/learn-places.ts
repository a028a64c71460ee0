import { findAllIn } from "@/dom-text/unclobbered.ts";

/** Elements in one result, such as those of its snippet; all in one parent. */
export interface PlaceSample {
  readonly root: Element;
  readonly targets: readonly Element[];
}

/** A way from results to something in them: from their parent, a selector and how many steps below a root it ends. */
interface Way {
  readonly selector: string;
  readonly steps: number;
}

/** Where something is in results that are alike. */
export interface Place {
  /** What each child of `parent` has there; children that have nothing are left out. Each parent is looked at once. */
  readonly findIn: (parent: Element) => ReadonlyMap<Element, readonly Element[]>;
}

/** More ways to get there than this are no rule. */
const mostWays = 4;

/** Class tokens that can be written into a selector as they are. */
const plainToken = /^-?[A-Za-z_][\w-]*$/;

/**
 * Learns from samples where something is in a result, as selectors that lead there from the parent of the results, so
 * that the browser finds it in all of them in one go and no other element is touched. Null where no selectors lead to
 * exactly what each sample has.
 */
export function learnPlace(samples: readonly PlaceSample[]): Place | null {
  const ways = new Map<string, Element[][]>();
  for (const { root, targets } of samples) {
    if (targets.length === 0) continue;
    const way = wayTo(root, targets[0]!);
    if (way === null) return null;
    const key = way.map((step) => step.localName).join(">");
    const same = ways.get(key);
    if (same === undefined) ways.set(key, [way]);
    else same.push(way);
  }
  if (ways.size > mostWays) return null;
  const selectors = [...ways.values()].toSorted((a, b) => b.length - a.length).map(selectorFor);
  const single = samples.every(({ targets }) => targets.length <= 1);
  const known = new Map<Element, ReadonlyMap<Element, readonly Element[]>>();
  const place: Place = {
    findIn: (parent) => {
      const found = known.get(parent) ?? findAll(parent, selectors, single);
      known.set(parent, found);
      return found;
    },
  };
  return leadsThere(place, samples) ? place : null;
}

/** Follows each way in turn; what a root has on an earlier way counts. */
function findAll(parent: Element, ways: readonly Way[], single: boolean): ReadonlyMap<Element, readonly Element[]> {
  const found = new Map<Element, Element[]>();
  for (const { selector, steps } of ways) {
    const elements = findAllIn(parent, selector);
    const before = found.size > 0 ? new Set(found.keys()) : null;
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index]!;
      let root = element;
      for (let step = 1; step < steps; step++) root = root.parentElement!;
      const same = found.get(root);
      if (same === undefined) found.set(root, [element]);
      else if (!single && !before?.has(root)) same.push(element);
    }
  }
  return found;
}

function leadsThere(place: Place, samples: readonly PlaceSample[]): boolean {
  return samples.every(({ root, targets }) => {
    const parent = root.parentElement;
    const found = (parent === null ? undefined : place.findIn(parent).get(root)) ?? [];
    return found.length === targets.length && targets.every((target, index) => found[index] === target);
  });
}

/** The elements from the root down to the target; null where a shadow root lies between. */
function wayTo(root: Element, target: Element): Element[] | null {
  const way: Element[] = [target];
  for (let at = target; at !== root;) {
    const above: Element | null = at.parentElement;
    if (above === null) return null;
    way.unshift(above);
    at = above;
  }
  return way;
}

/** A selector with, for every step below the root, the tag, the class tokens that all have, and a cell's column. */
function selectorFor(ways: readonly (readonly Element[])[]): Way {
  const first = ways[0]!;
  const steps = first.map((element, depth) => {
    if (depth === 0) return element.localName;
    const tokens = commonTokens(ways, depth);
    const column = element.localName === "td" ? columnOf(element) : 0;
    const fixed = column > 0 && ways.every((way) => columnOf(way[depth]!) === column);
    return `${element.localName}${tokens.map((token) => `.${token}`).join("")}${fixed ? `:nth-child(${column})` : ""}`;
  });
  return { selector: `:scope > ${steps.join(" > ")}`, steps: steps.length };
}

/** The class tokens that all elements at one depth have. */
function commonTokens(ways: readonly (readonly Element[])[], depth: number): readonly string[] {
  let tokens: readonly string[] | null = null;
  let written = "";
  for (const way of ways) {
    const name = way[depth]!.getAttribute("class") ?? "";
    if (tokens !== null && name === written) continue;
    written = name;
    const own = name.split(/\s+/);
    tokens =
      tokens === null ? own.filter((token) => plainToken.test(token)) : tokens.filter((token) => own.includes(token));
    if (tokens.length === 0) break;
  }
  return tokens ?? [];
}

function columnOf(cell: Element): number {
  let column = 1;
  for (let before = cell.previousElementSibling; before !== null; before = before.previousElementSibling) column++;
  return column;
}
