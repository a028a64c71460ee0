import type { PageTree } from "@/detection/detector/page-tree.ts";

/** The text of an element as far as it is text: without scripts and styles, white space folded. None for index -1. */
export function readText(tree: PageTree, index: number): string {
  return readRawText(tree, index).trim().replaceAll(/\s+/g, " ");
}

/** The same with the white space of the source. */
export function readRawText(tree: PageTree, index: number): string {
  const element = tree.elements[index];
  if (element === undefined) return "";
  let text = element.textContent ?? "";
  if (tree.silent.length === 0 || text === "") return text;
  for (const silent of silentInside(tree, index)) {
    const code = silent.textContent ?? "";
    if (code !== "") text = text.replace(code, () => " ");
  }
  return text;
}

/** The elements inside `index` whose text nobody reads. */
function silentInside(tree: PageTree, index: number): readonly Element[] {
  const inside: Element[] = [];
  const end = tree.ends[index]!;
  for (let at = firstSilent(tree, index); at < tree.silent.length && tree.silent[at]!.before <= end; at++) {
    const { parent, element } = tree.silent[at]!;
    if (parent >= index && parent < end) inside.push(element);
  }
  return inside;
}

/** The place of the first silent element that comes after `index`. */
function firstSilent(tree: PageTree, index: number): number {
  let low = 0;
  let high = tree.silent.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.silent[middle]!.before <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
