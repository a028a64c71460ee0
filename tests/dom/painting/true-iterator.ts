import { afterEach, beforeEach, vi } from "vitest";

/**
 * Lets mark.js walk by an iterator that goes back as the DOM standard says
 * (https://dom.spec.whatwg.org/#interface-nodeiterator): happy-dom's goes astray in nested elements and never ends.
 */
export const useTrueIterator = (): void => {
  beforeEach(() => {
    vi.spyOn(document, "createNodeIterator").mockImplementation((root, show, filter) => {
      const walker = document.createTreeWalker(root, show);
      const nodes: Node[] = [];
      while (walker.nextNode() !== null) {
        const accept = typeof filter === "function" ? filter(walker.currentNode) : NodeFilter.FILTER_ACCEPT;
        if (accept === NodeFilter.FILTER_ACCEPT) {
          nodes.push(walker.currentNode);
        }
      }
      // The iterator stands between two nodes.
      let place = 0;
      return {
        nextNode: () => (place < nodes.length ? (nodes[place++] ?? null) : null),
        previousNode: () => (place > 0 ? (nodes[--place] ?? null) : null),
      } as NodeIterator;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
};
