import type { PageTexts } from "@/detection/detector/page-texts.ts";
import type { PageTree } from "@/detection/detector/page-tree.ts";
import { findTextPieces } from "@/detection/detector/text-pieces.ts";
import { domainInText } from "@/recipes/domain-in-text.ts";

/** An address as results show it. */
const shownAddress = /^(?:https?:\/\/)?(?:[^\s./:]+\.)+[^\s./:\d]{2,}(?:\s*[›>/·|].*)?$/;

/** No address that is shown is longer. */
const longestAddress = 200;

/** Whether a piece of a result is the address that the result shows. */
export function isAddress(tree: PageTree, texts: PageTexts, piece: number): boolean {
  return tree.tags[piece]!.name === "cite" || shownAddress.test(texts.text(piece).slice(0, longestAddress));
}

/** The host of the address that a result shows; null where it shows none. */
export function shownHost(tree: PageTree, texts: PageTexts, elements: readonly number[], title: number): string | null {
  for (const element of elements) {
    for (const piece of findTextPieces(tree, texts, element, title)) {
      const host = isAddress(tree, texts, piece) ? domainInText(texts.text(piece)) : null;
      if (host !== null) return host.toLowerCase();
    }
  }
  return null;
}
