import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { isHitElement } from "@/dom-text/own-elements.ts";

/** Elements that are not taken apart however they are built: they say one thing. */
const wholeTags = new Set(["a", "button", "label"]);

/** So much text right in an element, beside its children, is a piece of its own. */
const leastOwnText = 20;

/**
 * Takes an element apart into the texts that a reader sees as separate: the outermost elements inside with no block in
 * them. An element that holds the title is taken apart around it; it is a piece itself when it has text of its own.
 */
export function findTextPieces(tree: PageTree, texts: PageTexts, root: number, title: number): readonly number[] {
  const pieces: number[] = [];
  for (let index = root; index < tree.ends[root]!; index++) {
    if (index === title) {
      index = tree.ends[index]! - 1;
      continue;
    }
    const holdsTitle = index < title && title < tree.ends[index]!;
    const holdsBlocks = tree.blocksBefore[tree.ends[index]!]! > tree.blocksBefore[index + 1]!;
    if (holdsTitle || (holdsBlocks && !wholeTags.has(tree.tags[index]!.name))) {
      if (weighOwnText(tree, texts, index) >= leastOwnText) pieces.push(index);
      continue;
    }
    if (texts.weight(index) > 0) pieces.push(index);
    index = tree.ends[index]! - 1;
  }
  return pieces;
}

/** How much there is to read in an element outside its children. */
function weighOwnText(tree: PageTree, texts: PageTexts, index: number): number {
  let own = texts.weight(index);
  if (own === 0) return 0;
  for (let child = index + 1; child < tree.ends[index]!; child = tree.ends[child]!) own -= texts.weight(child);
  return own;
}

/** The texts right in an element that say something, as they stand between its children; hits count as text. */
export function ownTexts(element: Element): readonly string[] {
  const texts = [""];
  for (const node of element.childNodes) {
    if (node.nodeType === 3 || isHitElement(node as Element)) texts[texts.length - 1] += node.textContent ?? "";
    else if (node.nodeType === 1) texts.push("");
  }
  return texts.map((text) => text.replaceAll(/\s+/g, " ").trim()).filter((text) => text !== "");
}
