import type { NodeSpan } from "@/dom-text/field-text.ts";
import type { CutNode } from "@/painting/cut-node.ts";
import type { PaintTarget } from "@/painting/painter.ts";
import { targetStretches } from "@/painting/target-stretches.ts";

/** A stretch of a text node to be lit up, and the list that it is lit up for. */
export interface ListPiece extends NodeSpan {
  readonly list: string;
}

/** The node that a text node is now or was part of before it was cut up, and where it starts in that. */
const uncut = (cuts: readonly CutNode[]): ReadonlyMap<Node, { readonly node: Text; readonly start: number }> => {
  const places = new Map<Node, { readonly node: Text; readonly start: number }>();
  for (const { node, head, rest, restTexts } of cuts) {
    let start = head.length;
    for (const [index, piece] of rest.entries()) {
      places.set(piece instanceof Text ? piece : (piece.lastChild ?? piece), { node, start });
      start += restTexts[index]?.length ?? 0;
    }
  }
  return places;
};

/** Whether two rows of pieces of one node are alike. */
export const holdSame = (some: readonly ListPiece[], others: readonly ListPiece[]): boolean =>
  some.length === others.length &&
  some.every(({ start, end, list }, index) => {
    const other = others[index];
    return start === other?.start && end === other.end && list === other.list;
  });

/** The pieces to paint in a target, of its text nodes as they are without marks, by node. */
export const wantedPieces = (
  target: PaintTarget,
  ranks: ReadonlyMap<string, number>,
  cuts: readonly CutNode[],
): Map<Text, ListPiece[]> => {
  const places = uncut(cuts);
  const wanted = new Map<Text, ListPiece[]>();
  for (const { field, hit, start, end } of targetStretches(target, ranks)) {
    let last: ListPiece | undefined;
    for (const piece of field.locate({ start, end })) {
      const { node, start: from } = places.get(piece.node) ?? { node: piece.node, start: 0 };
      const pieces = wanted.get(node) ?? [];
      wanted.set(node, pieces);
      // What one hit covers on both sides of the end of a mark is one piece of the whole text.
      const begin = last?.node === node && last.end === from + piece.start ? last.start : from + piece.start;
      if (begin !== from + piece.start) pieces.pop();
      last = { node, start: begin, end: from + piece.end, list: hit.list };
      pieces.push(last);
    }
  }
  return wanted;
};
