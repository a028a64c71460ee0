/** Elements in one result, such as those of its snippet; all in one parent. */
export interface PlaceSample {
  readonly root: Element;
  readonly targets: readonly Element[];
}

/** Finds in a result's root what the samples have there. */
export type Place = (root: Element) => readonly Element[];

/** More ways to get there than this are no rule. */
const mostWays = 4;

/** Class tokens that can be written into a selector as they are. */
const plainToken = /^-?[A-Za-z_][\w-]*$/;

/**
 * Learns from samples where something is in a result, as selectors that lead from the root to it, so that the browser
 * can find it in further results without their elements being touched one by one. Null where no selectors lead to
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
  const place: Place = (root) => {
    for (const selector of selectors) {
      if (selector === "") return [root];
      if (single) {
        const found = root.querySelector(selector);
        if (found !== null) return [found];
      } else {
        const found = root.querySelectorAll(selector);
        if (found.length > 0) return [...found];
      }
    }
    return [];
  };
  const leadsThere = ({ root, targets }: PlaceSample): boolean => {
    const found = place(root);
    return found.length === targets.length && targets.every((target, index) => found[index] === target);
  };
  return samples.every(leadsThere) ? place : null;
}

/** The elements from below the root down to the target; null where a shadow root lies between. */
function wayTo(root: Element, target: Element): Element[] | null {
  const way: Element[] = [];
  for (let at: Element | null = target; at !== root; at = at.parentElement) {
    if (at === null) return null;
    way.unshift(at);
  }
  return way;
}

/** A selector with, for every step, the tag, the class tokens that all ways have there, and the column of a cell. */
function selectorFor(ways: readonly (readonly Element[])[]): string {
  const [first] = ways;
  if (first === undefined || first.length === 0) return "";
  const steps = first.map((element, depth) => {
    const tokens = [...element.classList].filter(
      (token) => plainToken.test(token) && ways.every((way) => way[depth]!.classList.contains(token)),
    );
    const column = element.localName === "td" ? columnOf(element) : 0;
    const fixed = column > 0 && ways.every((way) => columnOf(way[depth]!) === column);
    return `${element.localName}${tokens.map((token) => `.${token}`).join("")}${fixed ? `:nth-child(${column})` : ""}`;
  });
  return `:scope > ${steps.join(" > ")}`;
}

function columnOf(cell: Element): number {
  let column = 1;
  for (let before = cell.previousElementSibling; before !== null; before = before.previousElementSibling) column++;
  return column;
}
