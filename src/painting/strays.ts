import { findAllIn } from "@/dom-text/unclobbered.ts";
import { pageNames, resultAttributes } from "@/painting/page-names.ts";

/*
 * Pages copy their own elements, and with them what Winnow wrote there: `list.innerHTML += more` copies all of a list,
 * a tray of compared results clones some. Nobody but these functions knows of such copies.
 */

type Tree = Document | ShadowRoot | Element;

/** The tree's own element counts, too. */
const selectIn = (tree: Tree, selector: string): Element[] => {
  if (!(tree instanceof Element)) return [...tree.querySelectorAll(selector)];
  const inside = findAllIn(tree, selector);
  return Element.prototype.matches.call(tree, selector) ? [tree, ...inside] : [...inside];
};

/**
 * What stands on every copy of a root or a part. Each is asked for by itself: lists of selectors take ten times as
 * long.
 */
const telling = [pageNames.result, pageNames.part, pageNames.verdict].map((name) => `[${name}]`);

/** The elements of a tree, its own included, that carry attributes of results. */
export const resultElementsIn = (tree: Tree): ReadonlySet<Element> =>
  new Set(telling.flatMap((selector) => selectIn(tree, selector)));

/** Takes the attributes of results off an element. */
export const takeOffAttributes = (element: Element): void => {
  for (const name of resultAttributes) Element.prototype.removeAttribute.call(element, name);
};

/** Joins what a mark was wrapped around with the text before and after it, which was one text node once. */
const dissolve = (mark: Element): void => {
  const { previousSibling: before, nextSibling: after } = mark;
  const text = mark.textContent + (after instanceof Text ? after.data : "");
  if (mark.childElementCount > 0) {
    mark.replaceWith(...mark.childNodes);
  } else if (before instanceof Text) {
    before.appendData(text);
    mark.remove();
    if (after instanceof Text) after.remove();
  } else if (after instanceof Text) {
    after.data = text;
    mark.remove();
  } else {
    mark.replaceWith(text);
  }
};

/** Takes the marks around hits out of a tree, nested ones too, but for those that are held. */
export const dissolveMarks = (tree: Tree, isHeld: (mark: Element) => boolean): void => {
  for (const mark of selectIn(tree, `.${pageNames.hitClass}`).toReversed()) {
    if (mark.localName === "mark" && !isHeld(mark)) dissolve(mark);
  }
};

const lines = [pageNames.fold, pageNames.notice];

/** Takes the lines in place of results out of a tree, but for those that are held. */
export const removeLines = (tree: Tree, isHeld: (line: Element) => boolean): void => {
  for (const line of lines.flatMap((name) => selectIn(tree, name))) if (!isHeld(line)) line.remove();
};

/** Takes everything of Winnow's out of a tree, whoever put it there. */
export const sweep = (tree: Tree): void => {
  removeLines(tree, () => false);
  dissolveMarks(tree, () => false);
  resultElementsIn(tree).forEach(takeOffAttributes);
};
