import type { PageTree } from "@/detection/detector/page-tree.ts";
import { readRawText, readText } from "@/detection/detector/read-text.ts";

/** What there is to read in elements. */
export interface PageTexts {
  /** The text, without scripts and styles, white space folded. None for an index of -1. */
  readonly text: (index: number) => string;
  /** How much that is: its characters without white space, ideographs and kana twice. */
  readonly weight: (index: number) => number;
  /** The part of that which stands in links. */
  readonly linkWeight: (index: number) => number;
}

/** A layout with more elements in it is weighed by its children, without a look at the text of the whole. */
const largeLayout = 60;

/** A text of up to this length, with the white space of its source, is weighed as it is. */
const weighedWhole = 800;

/** Of a longer text without paragraphs a few stretches are weighed, and the whole is taken to be like them. */
const stretches = 4;
const stretchLength = 150;

/** Layouts are not nested deeper than this; what is, is weighed as one text. */
const deepestLayout = 200;

/** Reads and weighs elements when they are asked for, each once. */
export function readPageTexts(tree: PageTree): PageTexts {
  const weights: number[] = [];
  const read: string[] = [];
  /** The weight of all links before each link, as far as they were summed. */
  const linkSums = [0];
  let summed = 0;

  const text = (index: number): string => (read[index] ??= readText(tree, index));

  const weigh = (index: number, depth: number): number => {
    const known = weights[index];
    if (known !== undefined) return known;
    const layout = depth < deepestLayout && holdsBlocks(tree, index);
    const large = tree.shadowTops.length > 0 || tree.ends[index]! - index > largeLayout;
    let weight: number;
    if (layout && large) weight = weighLayout(index, depth);
    else {
      const raw = readRawText(tree, index);
      const long = raw.length > weighedWhole;
      if (layout && long) weight = weighLayout(index, depth);
      else weight = long ? estimate(raw) : countReadable(raw);
    }
    weights[index] = weight;
    return weight;
  };

  /** The text of a layout stands in its children. Stubs are taken to be like the siblings that were entered. */
  const weighLayout = (index: number, depth: number): number => {
    let sum = 0;
    let entered = 0;
    let stubs = 0;
    for (let child = index + 1; child < tree.ends[index]!; child = tree.ends[child]!) {
      if (tree.stubs[child]!) stubs++;
      else {
        sum += weigh(child, depth + 1);
        entered++;
      }
    }
    return entered === 0 ? 0 : Math.round((sum * (entered + stubs)) / entered);
  };

  const weightOfLinksBefore = (links: number): number => {
    for (; linkSums.length <= links; summed++) {
      if (tree.tags[summed]!.link) linkSums.push(linkSums[linkSums.length - 1]! + weigh(summed, 0));
    }
    return linkSums[links]!;
  };

  return {
    text,
    weight: (index) => weigh(index, 0),
    linkWeight: (index) =>
      weightOfLinksBefore(tree.linksBefore[tree.ends[index]!]!) - weightOfLinksBefore(tree.linksBefore[index]!),
  };
}

function holdsBlocks(tree: PageTree, index: number): boolean {
  return tree.blocksBefore[tree.ends[index]!]! > tree.blocksBefore[index + 1]!;
}

function estimate(text: string): number {
  if (text.length <= stretches * stretchLength) return countReadable(text);
  let weight = 0;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const start = Math.floor((stretch * (text.length - stretchLength)) / (stretches - 1));
    weight += countReadable(text.slice(start, start + stretchLength));
  }
  return Math.round((weight * text.length) / (stretches * stretchLength));
}

function countReadable(text: string): number {
  const dense = text.replaceAll(/\s+/g, "");
  // From here on lie scripts in which one character says about as much as two letters elsewhere.
  return /[\u2e80-\uffff]/.test(dense)
    ? dense.length + dense.replaceAll(/[^\u2e80-\uffff]+/g, "").length
    : dense.length;
}
