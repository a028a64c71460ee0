import type { CutNode } from "@/painting/cut-node.ts";

interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** A point of the page as it is without marks. */
const withoutMarks = ({ node, offset }: Point, cuts: readonly CutNode[]): Point => {
  for (const { node: whole, head, rest, restTexts } of cuts) {
    let start = head.length;
    for (const [index, piece] of rest.entries()) {
      if (piece.contains(node)) return { node: whole, offset: start + (node instanceof Text ? offset : 0) };
      start += restTexts[index]?.length ?? 0;
    }
  }
  return { node, offset };
};

/** The same point once there are marks. */
const withMarks = (point: Point, cuts: readonly CutNode[]): Point => {
  const cut = cuts.find(({ node }) => node === point.node);
  let left = point.offset - (cut?.head.length ?? point.offset);
  if (cut === undefined || left <= 0) return point;
  for (const piece of cut.rest) {
    const text = piece instanceof Text ? piece : piece.lastChild;
    if (text instanceof Text && left <= text.length) return { node: text, offset: left };
    left -= piece.textContent?.length ?? 0;
  }
  return point;
};

/**
 * Takes marks out of an element and others in, and selects again what the user had selected there.
 *
 * @param before what is cut up and will be joined
 * @param repaint does it, and returns what it cut up
 */
export const keepSelection = (
  element: Element,
  before: readonly CutNode[],
  repaint: () => readonly CutNode[],
): void => {
  const selection = element.ownerDocument.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  const isHere = (node: Node | null | undefined): node is Node =>
    node !== null && node !== undefined && element.contains(node);
  if (selection === null || !anchorNode || !focusNode || (!isHere(anchorNode) && !isHere(focusNode))) {
    repaint();
    return;
  }
  const points = [
    { node: anchorNode, offset: selection.anchorOffset },
    { node: focusNode, offset: selection.focusOffset },
  ].map((point) => withoutMarks(point, before));
  const cuts = repaint();
  const [anchor, focus] = points.map((point) => withMarks(point, cuts));
  if (anchor === undefined || focus === undefined || !anchor.node.isConnected || !focus.node.isConnected) return;
  const isSame =
    selection.anchorNode === anchor.node &&
    selection.anchorOffset === anchor.offset &&
    selection.focusNode === focus.node &&
    selection.focusOffset === focus.offset;
  if (!isSame) selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
};
