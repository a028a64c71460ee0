import type { CutNode } from "@/painting/cut-node.ts";
import { isMarkerGone, wholeText } from "@/painting/cut-node.ts";

/*
 * The page knows nothing of marks. What it does to a text node it means for all of the text that stood there; what it
 * does to whatever text nodes it finds, it means for each of them. Which of both it was has to be told from what is
 * left, so that no text is lost and none stays that the page took away.
 */

/** What counts when a text is looked for in what the page made of it: letters and digits, in one case. */
const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

const isEditable = (node: Node): boolean => node.parentElement?.isContentEditable === true;

/** Whether the page did something to what stands behind the node, as it does that goes from text to text. */
const isTouched = ({ rest, restTexts }: CutNode, records: readonly MutationRecord[]): boolean =>
  rest.some((piece, index) => piece.textContent !== restTexts[index] || piece.parentNode !== rest[0]?.parentNode) ||
  records.some(({ target }) => rest.some((piece) => piece.contains(target)));

/**
 * Whether the page wrote to the node alone, be it the very text that is left there: a page that knows the node means
 * all of its text.
 */
export const isWritten = (cut: CutNode, records: readonly MutationRecord[]): boolean =>
  records.some(({ type, target }) => type === "characterData" && target === cut.node) && !isTouched(cut, records);

/** Whether something that the page put before the rest holds the head's text: pieces of it, or elements around it. */
const isHeadBefore = ({ node, head, rest }: CutNode, added: ReadonlySet<Node>): boolean => {
  // What goes from text to text leaves empty ones alone.
  if (head === "" && node.parentNode === null) return false;
  const wanted = lettersOf(head);
  let found = "";
  let sibling = rest[0]?.previousSibling ?? null;
  let isAdded = false;
  do {
    if (sibling === null) return false;
    isAdded ||= added.has(sibling);
    found = lettersOf(sibling.textContent ?? "") + found;
    sibling = sibling.previousSibling;
  } while (found.length < wanted.length);
  return isAdded && (wanted === "" ? found === "" : found.endsWith(wanted));
};

/**
 * Whether a text that was written into the node is one for the head alone: it ends with white space as the head does,
 * which the whole text does not.
 */
const isOfHead = (cut: CutNode): boolean =>
  /\s$/u.test(cut.node.data) && /\s$/u.test(cut.head) && !/\s$/u.test(wholeText(cut));

/**
 * How much of the node's data still stands before the marks, told by a live range that was set to the head's end: it
 * moves with what is inserted before it, and goes to the start when all of the data is written anew. Null where it
 * does not tell.
 */
const keptLength = ({ node, head }: CutNode, end: Range | undefined): number | null => {
  if (end === undefined || end.startContainer !== node || end.startOffset === 0) return null;
  return end.startOffset !== head.length || node.data.startsWith(head) ? end.startOffset : null;
};

/** Whether the page took all of the text away or wrote another in its place. */
const isReplaced = (
  cut: CutNode,
  records: readonly MutationRecord[],
  added: ReadonlySet<Node>,
  kept: number | null,
): boolean => {
  const { node, head } = cut;
  if (isMarkerGone(cut) || isTouched(cut, records)) return false;
  if (node.parentNode !== null) {
    if (kept !== null || isEditable(node)) return false;
    if (node.data === head ? !isWritten(cut, records) : isOfHead(cut)) return false;
  }
  return !isHeadBefore(cut, added);
};

/** The text of a piece that is nothing but text; null where the page put elements into it. */
const plainText = (piece: ChildNode): string | null =>
  piece instanceof Element && piece.childElementCount > 0 ? null : (piece.textContent ?? "");

/** Makes text of the marks that are left, in one node as far as they stand together. */
const dissolve = ({ rest }: CutNode, anchor: Text | null): Text | null => {
  const isNext = rest.map((piece, index) => index === 0 || piece.previousSibling === rest[index - 1]);
  let into = anchor;
  for (const [index, piece] of rest.entries()) {
    if (isNext[index] === false) into = null;
    if (piece.parentNode === null) continue;
    const text = plainText(piece);
    if (text === null) {
      piece.replaceWith(...piece.childNodes);
      into = null;
    } else if (into !== null) {
      into.appendData(text);
      piece.remove();
    } else if (piece instanceof Text) {
      into = piece;
    } else {
      into = (piece.ownerDocument ?? document).createTextNode(text);
      piece.replaceWith(into);
    }
  }
  return into;
};

/** The text node that goes on in the first mark: the node, or what the page split off it or joined it with. */
const findAnchor = (cut: CutNode, added: ReadonlySet<Node>, kept: number | null): Text | null => {
  const { node, head, rest } = cut;
  const first = rest[0];
  const before = first?.previousSibling ?? null;
  if (before instanceof Text && added.has(before) && node.data + before.data === head) return before;
  if (node.parentNode !== null) {
    const goesOn = node.data === head || kept !== null || before === node;
    if (goesOn) return node;
    return before instanceof Text ? before : null;
  }
  if (!isMarkerGone(cut)) return null;
  if (before instanceof Text) return before;
  if (head !== "") return null;
  // An empty node was taken out, which would hold the text were there no marks.
  first?.before(node);
  return node;
};

/**
 * Undoes a cut that the page changed, so that its text is what it would be without marks: where the page wrote to the
 * node or took it away, the leftovers of the old text go; else the marks become text again.
 *
 * @param records what the page did
 * @param end a live range that was set to the end of the head, if there is one
 */
export const settleCut = (cut: CutNode, records: readonly MutationRecord[], end: Range | undefined): void => {
  const { node, head, rest, restTexts } = cut;
  const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
  if (rest.every((piece) => piece.parentNode === null)) {
    // The page took all away that stood around the node, or behind it: the node is its text, wherever it is put next.
    const isAlone = node.parentNode === null || [...added].every((one) => one === node);
    if (isAlone && node.data === head && !isEditable(node)) node.appendData(restTexts.join(""));
    return;
  }
  const kept = keptLength(cut, end);
  if (isReplaced(cut, records, added, kept)) {
    for (const piece of rest) piece.remove();
    // The page may put the node back later.
    if (node.parentNode === null && node.data === head) node.appendData(restTexts.join(""));
    return;
  }
  const anchor = findAnchor(cut, added, kept);
  // What was appended belongs behind all of the text; what was typed stays where the caret is.
  const tail = anchor === node && kept !== null && !isEditable(node) ? node.data.slice(kept) : "";
  if (tail !== "") node.deleteData(node.length - tail.length, tail.length);
  const last = dissolve(cut, anchor);
  if (tail !== "") (last ?? node).appendData(tail);
};
