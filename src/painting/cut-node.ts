/** A text node that mark.js cut up, and how to put it together again. */
export interface CutNode {
  readonly node: Text;
  /** What is left in the node itself: the text before its first mark. */
  readonly head: string;
  /** What follows the node since it was cut: marks and the text after each of them, in turns. */
  readonly rest: readonly ChildNode[];
  /** The text that each of `rest` held when it was made. */
  readonly restTexts: readonly string[];
}

/** Takes down how mark.js left a text node: after the node stand a mark and a text node, once for every mark. */
export const recordCut = (node: Text, marks: ReadonlySet<Node>): CutNode => {
  const rest: ChildNode[] = [];
  let next = node.nextSibling;
  while (next !== null && marks.has(next)) {
    const after: ChildNode | null = next.nextSibling;
    rest.push(next);
    if (after === null) {
      break;
    }
    rest.push(after);
    next = after.nextSibling;
  }
  return { node, head: node.data, rest, restTexts: rest.map((piece) => piece.textContent ?? "") };
};

/** Whether the page left everything as mark.js made it. */
export const isIntact = ({ node, head, rest, restTexts }: CutNode): boolean => {
  if (node.data !== head || node.parentNode === null) {
    return false;
  }
  let next = node.nextSibling;
  for (const [index, piece] of rest.entries()) {
    if (next !== piece || piece.textContent !== restTexts[index]) {
      return false;
    }
    next = piece.nextSibling;
  }
  return true;
};

/**
 * Takes the marks out again. Where the page left everything alone, the node is again the one text node that it was,
 * the same object with the same text. Where the page wrote to the node or took it away, what it wrote counts, and
 * the leftovers of the old text go. Where it changed something between, the marks dissolve into their text.
 */
export const joinCut = (cut: CutNode): void => {
  const intact = isIntact(cut);
  const rewritten = cut.node.data !== cut.head || !cut.node.isConnected;
  if (intact || rewritten) {
    for (const piece of cut.rest) {
      piece.remove();
    }
    if (intact) {
      cut.node.appendData(cut.restTexts.join(""));
    }
    return;
  }
  for (const piece of cut.rest) {
    if (piece instanceof Element) {
      piece.replaceWith(...piece.childNodes);
    }
  }
};
