import type { ClassNames } from "@/detection/detector/class-names.ts";
import type { CandidateListing } from "@/detection/detector/find-candidates.ts";
import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";

/** So many of the elements of a candidate hold several titles each, if they are rows of results. */
const shareOfRows = 0.6;

/** Whether the elements of a candidate hold several titles each, as rows of a grid and lists of a day do. */
export function mayBeRows({ roots, look }: CandidateListing): boolean {
  return roots.filter((root) => look.titlesIn(root) > 1).length >= roots.length * shareOfRows;
}

/** Some results may stand in rows that hold nothing else, and so are not like the other rows. */
const mostOutside = 0.3;

/** Results say this share of what the rows do that they lie in. */
const shareOfText = 0.75;

/** Whether most elements of one candidate lie in those of another, several in most of them, and say what these say. */
export function areInRows(tree: PageTree, texts: PageTexts, inner: CandidateListing, rows: CandidateListing): boolean {
  let row = 0;
  let inRow = 0;
  let shared = 0;
  let outside = 0;
  for (const root of inner.roots) {
    while (row < rows.roots.length && tree.ends[rows.roots[row]!]! <= root) {
      row++;
      inRow = 0;
    }
    if (row === rows.roots.length || root <= rows.roots[row]!) outside++;
    else if (++inRow === 2) shared++;
  }
  if (outside > inner.roots.length * mostOutside) return false;
  const weigh = (elements: readonly number[]): number => elements.reduce((sum, index) => sum + texts.weight(index), 0);
  // Cells that were not entered are taken to be like those that were.
  const said = (weigh(inner.roots) / inner.roots.length) * inner.places.length;
  return shared >= rows.roots.length * shareOfRows && said >= weigh(rows.roots) * shareOfText;
}

/**
 * The parents of rows of which only the first were entered, where results lie in rows: to find those in the others,
 * all of their rows have to be entered.
 */
export function parentsOfRows(tree: PageTree, names: ClassNames, { roots }: CandidateListing): readonly Element[] {
  const found = new Set<number>();
  const seen = new Set<number>();
  const first = roots[0]!;
  const last = roots[roots.length - 1]!;
  for (const root of roots) {
    for (let row = tree.parents[root]!; row > first || tree.ends[row]! <= last; row = tree.parents[row]!) {
      if (seen.has(row)) break;
      seen.add(row);
      const parent = tree.parents[row]!;
      if (!found.has(parent) && hasStubsLike(tree, names, parent, row)) found.add(parent);
    }
  }
  return [...found].map((parent) => tree.elements[parent]!);
}

function hasStubsLike(tree: PageTree, names: ClassNames, parent: number, row: number): boolean {
  const kind = names.kind(row);
  for (let child = tree.ends[row]!; child < tree.ends[parent]!; child = tree.ends[child]!) {
    if (tree.stubs[child]! && names.kind(child) === kind) return true;
  }
  return false;
}
