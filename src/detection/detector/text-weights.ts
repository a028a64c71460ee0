import type { PageTree } from "@/detection/detector/page-tree.ts";
import { silentInside } from "@/detection/detector/read-text.ts";

/** How much there is to read in elements: their characters without white space, ideographs and kana twice. */
export interface TextWeights {
  readonly weight: (index: number) => number;
  /** The part of that which stands in links. */
  readonly linkWeight: (index: number) => number;
}

/** From here on lie scripts in which one character says about as much as two letters elsewhere. */
const firstWideCharacter = 0x2e80;

export function readTextWeights(tree: PageTree): TextWeights {
  const weights: number[] = [];
  let linksSoFar: number[] | null = null;
  const weight = (index: number): number => {
    const known = weights[index];
    if (known !== undefined) return known;
    const end = tree.ends[index]!;
    let sum = weightOf(tree.elements[index]!);
    for (let at = firstAtLeast(tree.shadowTops, index + 1); at < tree.shadowTops.length; at++) {
      const top = tree.shadowTops[at]!;
      if (top >= end) break;
      sum += weightOf(tree.elements[top]!);
    }
    for (const { element } of silentInside(tree, index)) sum -= weightOf(element);
    weights[index] = sum;
    return sum;
  };
  const sumLinks = (): number[] => {
    const sums = [0];
    for (let index = 0; index < tree.tags.length; index++) {
      if (tree.tags[index] === "a") sums.push(sums.at(-1)! + weight(index));
    }
    return sums;
  };
  return {
    weight,
    linkWeight: (index) => {
      linksSoFar ??= sumLinks();
      return linksSoFar[tree.linksBefore[tree.ends[index]!]!]! - linksSoFar[tree.linksBefore[index]!]!;
    },
  };
}

function weightOf(element: Element): number {
  const text = element.textContent ?? "";
  let weight = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 32 && code !== 0xa0) weight += code >= firstWideCharacter ? 2 : 1;
  }
  return weight;
}

function firstAtLeast(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
