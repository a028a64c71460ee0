import { findAllIn } from "@/dom-text/unclobbered.ts";

/**
 * So many elements and links that come within a frame may be many results: more than the odd one that a page brings
 * again and again, such as an advertisement, and fewer than a screen of results.
 */
const many = 20;

/** Whether what a page added may hold many results. */
export const bringsMany = (added: readonly Element[]): boolean => {
  let count = added.length;
  for (const element of added) {
    if (count >= many) break;
    count += findAllIn(element, "a[href]").length;
  }
  return count >= many;
};
