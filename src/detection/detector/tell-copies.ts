import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import type { TitleLook } from "@/detection/detector/title-look.ts";

/** A list of which this share stands in other lists already is a copy of a part of them. */
const shareOfCopies = 0.8;

/** Results without those that only repeat others, and the ones left out. */
export interface Originals {
  readonly originals: readonly number[];
  readonly copies: readonly number[];
}

/**
 * Tells lists apart that repeat results of other lists, as pages with tabs have them: one tab shows all results, the
 * others hold copies of some. Lists are told apart by their parents; of two lists the longer is the original.
 */
export function tellCopies(tree: PageTree, texts: PageTexts, look: TitleLook, roots: readonly number[]): Originals {
  const lists = new Map<number, number[]>();
  for (const root of roots) {
    const parent = tree.parents[root]!;
    const list = lists.get(parent);
    if (list === undefined) lists.set(parent, [root]);
    else list.push(root);
  }
  if (lists.size < 2) return { originals: roots, copies: [] };
  const nameOf = (root: number): string => {
    const title = look.titleIn(root);
    return title < 0 ? "" : `${tree.elements[title]!.getAttribute("href") ?? ""} ${texts.text(title)}`;
  };
  const known = new Set<string>();
  const originals: number[] = [];
  const copies: number[] = [];
  for (const list of [...lists.values()].toSorted((a, b) => b.length - a.length)) {
    const names = list.map(nameOf);
    const repeated = names.filter((name) => name !== "" && known.has(name)).length;
    const copied = list.length > 1 && repeated >= list.length * shareOfCopies;
    (copied ? copies : originals).push(...list);
    for (const name of names) known.add(name);
  }
  return { originals: originals.toSorted((a, b) => a - b), copies };
}
