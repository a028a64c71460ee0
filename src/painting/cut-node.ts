/** A text node that mark.js cut up, and how to put it together again. */
export interface CutNode {
  readonly node: Text;
  /** What is left in the node itself: the text before its first mark. */
  readonly head: string;
  /** What follows the node since it was cut: marks and the text after each of them, in turns. */
  readonly rest: readonly ChildNode[];
  /** The text that each of `rest` held when it was made. */
  readonly restTexts: readonly string[];
  /** An empty text in the first mark. The page's `normalize()` takes it out, which tells that from a removal. */
  marker: Text;
}

const addMarker = (mark: ChildNode): Text => {
  const marker = (mark.ownerDocument ?? document).createTextNode("");
  mark.insertBefore(marker, mark.firstChild);
  return marker;
};

/**
 * Takes down how mark.js left a text node: after the node stand a mark and a text node, once for every mark. Null
 * where no mark follows.
 */
export const recordCut = (node: Text, marks: ReadonlySet<Node>): CutNode | null => {
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
  const [first] = rest;
  if (first === undefined) return null;
  const restTexts = rest.map((piece) => piece.textContent ?? "");
  return { node, head: node.data, rest, restTexts, marker: addMarker(first) };
};

/** All of the text that was cut up. */
export const wholeText = ({ head, restTexts }: CutNode): string => head + restTexts.join("");

/** Whether the page left everything as mark.js made it; that it took out an empty text is nothing to a reader. */
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

/** Whether the page went through the mark, by `normalize()` above all. */
export const isMarkerGone = ({ rest, marker }: CutNode): boolean =>
  marker.parentElement !== rest[0] || marker.data !== "";

/** Puts a marker in again where the page changed nothing else. */
export const mendCut = (cut: CutNode): void => {
  if (cut.rest[0] !== undefined && isMarkerGone(cut)) cut.marker = addMarker(cut.rest[0]);
};

/** Takes the marks out of what the page left alone: the node is again the one text node that it was. */
export const joinCut = ({ node, rest }: CutNode): void => {
  node.appendData(rest.map((piece) => piece.textContent ?? "").join(""));
  for (const piece of rest) piece.remove();
};
