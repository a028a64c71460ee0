import type { FieldText, NodeSpan } from "@/dom-text/field-text.ts";
import { asRead, gatherText } from "@/dom-text/gather-text.ts";
import type { FieldLayout, PlacedSource } from "@/dom-text/gather-text.ts";
import type { Span } from "@/model/span.ts";

/** A text node, the place of its first character that stands in the text, and how many come before that one. */
interface PlacedNode {
  readonly node: Text;
  readonly start: number;
  readonly skipped: number;
}

/** The text nodes of a field's sources that have characters in the field's text. */
const placeNodes = (placed: readonly PlacedSource[]): readonly PlacedNode[] => {
  const nodes: PlacedNode[] = [];
  for (const { source, start, skipped } of placed) {
    const walker = source.ownerDocument.createTreeWalker(source, NodeFilter.SHOW_TEXT);
    let offset = start - skipped;
    // The walker starts at the source itself, which is a text node already or holds some.
    for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const text = node as Text;
      const before = Math.max(0, start - offset);
      if (before < text.length) nodes.push({ node: text, start: offset + before, skipped: before });
      offset += text.length;
    }
  }
  return nodes;
};

/** The index of the last node that starts at or before an offset. */
const nodeIndexAt = (nodes: readonly PlacedNode[], offset: number): number => {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((nodes[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
};

const piecesOf = (nodes: readonly PlacedNode[], span: Span): readonly NodeSpan[] => {
  const pieces: NodeSpan[] = [];
  for (let index = nodeIndexAt(nodes, span.start); index < nodes.length; index += 1) {
    const placed = nodes[index];
    if (placed === undefined || placed.start >= span.end) {
      break;
    }
    const start = placed.skipped + Math.max(0, span.start - placed.start);
    const end = Math.min(placed.node.length, placed.skipped + span.end - placed.start);
    if (start < end) {
      pieces.push({ node: placed.node, start, end });
    }
  }
  return pieces;
};

/** Whether the pieces, with the separators between them, still hold a span's text. */
const stillHold = (pieces: readonly NodeSpan[], wanted: string): boolean =>
  pieces.every(({ node }) => node.isConnected) &&
  pieces.map(({ node, start, end }) => asRead(node.data.slice(start, end))).join("") === wanted.replaceAll("\n", "");

/** A field that was read. A page has thousands, so that each is one object and no more. */
class ReadField implements FieldText {
  readonly text: string;
  readonly #elements: readonly Element[];
  readonly #layout: FieldLayout;
  /** The sources of the text as they were read; null where reading again finds the same ones. */
  readonly #placed: readonly PlacedSource[] | null;
  /** Null until a span is located. */
  #nodes: readonly PlacedNode[] | null = null;
  /** Whether the page has another text there by now. */
  #changed = false;

  constructor(elements: readonly Element[], layout: FieldLayout) {
    // What style sheets say can be another thing later on, what tags say cannot.
    const placed: PlacedSource[] | null = layout.styled ? [] : null;
    this.text = gatherText(elements, layout, placed);
    this.#elements = elements;
    this.#layout = layout;
    this.#placed = placed;
  }

  locate(span: Span): readonly NodeSpan[] {
    const wanted = this.text.slice(span.start, span.end);
    this.#nodes ??= this.#placed === null ? this.#readNodes() : placeNodes(this.#placed);
    const pieces = piecesOf(this.#nodes, span);
    // Nodes that hold their pieces can have moved apart: only one alone is sure without reading again.
    if (pieces.length <= 1 && stillHold(pieces, wanted)) {
      return pieces;
    }
    if (this.#changed) {
      return [];
    }
    const nodes = this.#readNodes();
    if (this.#changed) {
      return [];
    }
    this.#nodes = nodes;
    const piecesNow = piecesOf(nodes, span);
    return stillHold(piecesNow, wanted) ? piecesNow : [];
  }

  isSameAs(other: FieldText): boolean {
    if (!(other instanceof ReadField) || other.text !== this.text) return false;
    const here = this.#sources();
    const there = other.#sources();
    return here.length === there.length && here.every((source, index) => source === there[index]);
  }

  /** The places that the text was read from; where tags told it all, those that hold it as long as it is the same. */
  #sources(): readonly (Text | Element)[] {
    return (this.#placed ?? []).map(({ source }) => source);
  }

  /** The nodes that hold the text now; none where it is another text. */
  #readNodes(): readonly PlacedNode[] {
    const placed: PlacedSource[] = [];
    this.#changed = gatherText(this.#elements, this.#layout, placed) !== this.text;
    return this.#changed ? [] : placeNodes(placed);
  }
}

/**
 * Reads a field's text at once; nodes are looked up only when a span is located. Where the nodes have changed since,
 * the field is read again: as long as its text is the same, spans are found in whatever nodes hold it now. Once it is
 * another, only those spans are found whose nodes were left alone; the result has to be read anew.
 */
export const createFieldText = (elements: readonly Element[], layout: FieldLayout): FieldText =>
  new ReadField(elements, layout);
