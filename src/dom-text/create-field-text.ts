import type { FieldText, NodeSpan } from "@/dom-text/field-text.ts";
import { asRead, gatherText } from "@/dom-text/gather-text.ts";
import type { PlacedSource, TextRegion } from "@/dom-text/gather-text.ts";
import type { Span } from "@/model/span.ts";

interface PlacedNode {
  readonly node: Text;
  readonly start: number;
}

/** Every text node of a region with the place its data has in the field's text. */
const placeNodes = (text: string, region: TextRegion): readonly PlacedNode[] => {
  const placed: PlacedSource[] = [];
  if (gatherText(region, placed) !== text) {
    return [];
  }
  const nodes: PlacedNode[] = [];
  for (const { source, start } of placed) {
    if (source.nodeType === Node.TEXT_NODE) {
      nodes.push({ node: source as Text, start });
      continue;
    }
    const walker = source.ownerDocument.createTreeWalker(source, NodeFilter.SHOW_TEXT);
    let offset = start;
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text;
      nodes.push({ node, start: offset });
      offset += node.length;
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

/** Reads a region's text at once; nodes are looked up only when a span is located. */
export const createFieldText = (region: TextRegion): FieldText => {
  const text = gatherText(region);
  let nodes: readonly PlacedNode[] | null = null;
  return {
    text,
    locate: (span) => {
      const wanted = text.slice(span.start, span.end);
      if (nodes !== null) {
        const pieces = piecesOf(nodes, span);
        if (stillHold(pieces, wanted)) {
          return pieces;
        }
      }
      nodes = placeNodes(text, region);
      const pieces = piecesOf(nodes, span);
      return stillHold(pieces, wanted) ? pieces : [];
    },
  };
};
