/** A selector that finds this element alone, by positions. */
const pathTo = (element: Element): string => {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    steps.unshift(at.parentElement ? `:nth-child(${String([...at.parentElement.children].indexOf(at) + 1)})` : ":root");
  }
  return steps.join(">");
};

/** Splits a selector at a sign that stands outside of brackets and quotes. */
const splitOutside = (selector: string, sign: RegExp): readonly string[] => {
  const pieces = [""];
  let depth = 0;
  let quote = "";
  for (const character of selector) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") depth -= 1;
    else if (depth === 0 && sign.test(character)) {
      pieces.push("");
      continue;
    }
    pieces[pieces.length - 1] += character;
  }
  return pieces.map((piece) => piece.trim());
};

/** Finds what one part of a selector list leads to from a root. */
type Finder = (root: Element) => readonly Element[];

/** From sibling to sibling, each of which has to be what the step says. */
const walkSiblings =
  (steps: readonly string[]): Finder =>
  (root) => {
    let at: Element | null = root;
    for (const step of steps) {
      at = at.nextElementSibling;
      if (at === null || !at.matches(step)) return [];
    }
    return [at];
  };

const finderFor = (part: string): Finder => {
  const [root, ...steps] = splitOutside(part, /\+/u);
  const isWalk = root === "&" && steps.every((step) => step !== "" && splitOutside(step, /[\s>~&\\]/u).length === 1);
  // Looking at siblings costs nothing; a question to the whole page for each of many results costs seconds.
  return isWalk
    ? walkSiblings(steps)
    : (element) => [...element.ownerDocument.querySelectorAll(part.replaceAll("&", pathTo(element)))];
};

const finders = new Map<string, readonly Finder[]>();

/** The elements outside a root that belong to its result; `&` in the selector stands for the root. */
export const extraElements = (selector: string | undefined, root: Element): readonly Element[] => {
  if (selector === undefined) return [];
  const known = finders.get(selector) ?? splitOutside(selector, /,/u).map(finderFor);
  finders.set(selector, known);
  return [...new Set(known.flatMap((find) => find(root)))];
};
