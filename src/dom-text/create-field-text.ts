import type { FieldText, NodeSpan } from "@/dom-text/field-text.ts";
import { asRead, gatherText } from "@/dom-text/gather-text.ts";
import type { PlacedSource, TextRegion } from "@/dom-text/gather-text.ts";
import type { Span } from "@/model/span.ts";

interface PlacedNode {
  readonly node: Text;
  readonly start: number;
}

/** The text nodes of a field's sources, with the place that each one's data has in the field's text. */
const placeNodes = (placed: readonly PlacedSource[]): readonly PlacedNode[] => {
  const nodes: PlacedNode[] = [];
  for (const { source, start } of placed) {
    const walker = source.ownerDocument.createTreeWalker(source, NodeFilter.SHOW_TEXT);
    let offset = start;
    // The walker starts at the source itself, which is a text node already or holds some.
    for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        nodes.push({ node: node as Text, start: offset });
        offset += (node as Text).length;
      }
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
    const start = Math.max(0, span.start - placed.start);
    const end = Math.min(placed.node.length, span.end - placed.start);
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

/**
 * Reads a region's text at once; nodes are looked up only when a span is located. Where the nodes have changed since,
 * the region is read again: as long as its text is the same, spans are found in whatever nodes hold it now. Once it is
 * another, only those spans are found whose nodes were left alone; the result has to be read anew.
 */
export const createFieldText = (region: TextRegion): FieldText => {
  const placed: PlacedSource[] = [];
  const text = gatherText(region, placed);
  let nodes: readonly PlacedNode[] | null = null;
  let changed = false;
  return {
    text,
    locate: (span) => {
      const wanted = text.slice(span.start, span.end);
      nodes ??= placeNodes(placed);
      const pieces = piecesOf(nodes, span);
      if (stillHold(pieces, wanted)) {
        return pieces;
      }
      if (changed) {
        return [];
      }
      const placedNow: PlacedSource[] = [];
      if (gatherText(region, placedNow) !== text) {
        changed = true;
        return [];
      }
      nodes = placeNodes(placedNow);
      const piecesNow = piecesOf(nodes, span);
      return stillHold(piecesNow, wanted) ? piecesNow : [];
    },
  };
};
