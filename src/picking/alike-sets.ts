import { isPassedOver } from "./child-elements.ts";
import { kindOf } from "./likeness.ts";
import type { Likeness } from "./likeness.ts";
import { outermost } from "./outermost.ts";
import { isStateName } from "./stable-name.ts";

/** So many steps up elements of the same build are looked for. */
const mostStepsUp = 8;

/** A few siblings of many that are alike are no step that anybody wants to take. */
const leastShareOfLargest = 0.1;

/** More elements than this are not told apart one by one. */
const mostMembers = 20_000;

/** Those of the elements that are like the picked one, in the page's order; at least the picked one itself. */
const alike = (elements: Iterable<Element>, picked: Element, { isAlike }: Likeness): readonly Element[] =>
  [...elements]
    .slice(0, mostMembers)
    .filter((element) => element === picked || (!isPassedOver(element) && isAlike(picked, element)));

/** The sets of elements that lie as the picked one does under its parent, its grandparent and so on, growing. */
const cousins = (picked: Element, likeness: Likeness): readonly (readonly Element[])[] => {
  const sets: (readonly Element[])[] = [];
  let way = CSS.escape(picked.localName);
  let above = picked.parentElement;
  for (let step = 0; above !== null && step < mostStepsUp; step += 1) {
    sets.push(alike(above.querySelectorAll(`:scope > ${way}`), picked, likeness));
    if (above.localName === "body") break;
    way = `${CSS.escape(above.localName)} > ${way}`;
    above = above.parentElement;
  }
  return sets;
};

/** Those that are called exactly as the picked one is, where others are not. */
const namesakes = (elements: readonly Element[], picked: Element): readonly Element[] => {
  const kind = kindOf(picked);
  return elements.filter((element) => kindOf(element) === kind);
};

/** Those that are called as the picked one is, wherever they lie. */
const anywhere = (picked: Element, likeness: Likeness): readonly Element[] => {
  const names = [...picked.classList].filter((name) => !isStateName(name) && !name.startsWith("winnow-"));
  if (names.length === 0) return [];
  const selector = [picked.localName, ...names].map((name) => CSS.escape(name)).join(".");
  return outermost(alike(picked.ownerDocument.body.querySelectorAll(selector), picked, likeness));
};

/**
 * The sets of elements on the page that are like one, growing: siblings called the same, siblings built alike, those
 * that lie alike elsewhere, those called the same anywhere. Each has several elements, the picked one among them.
 */
export const alikeSets = (picked: Element, likeness: Likeness): readonly (readonly Element[])[] => {
  const byPlace = cousins(picked, likeness);
  const sets = [namesakes(byPlace[0] ?? [], picked), ...byPlace, anywhere(picked, likeness)];
  let largest = 1;
  const growing = sets.filter((set) => {
    const grows = set.length > largest && set.includes(picked);
    if (grows) largest = set.length;
    return grows;
  });
  return growing.filter((set) => set.length >= largest * leastShareOfLargest);
};
