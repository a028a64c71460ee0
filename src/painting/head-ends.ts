/**
 * Live ranges at the ends of what is left in text nodes that were cut up. They tell text that the page adds to a node
 * from text that it writes anew, which nothing else does.
 */
export interface HeadEnds {
  set(node: Text): void;
  of(node: Text): Range | undefined;
  /** Sets a range again that was left behind when the page moved its node. */
  mend(node: Text): void;
  forget(node: Text): void;
}

/** Browsers go through all live ranges at every change of a page, so that only the nodes cut last have one. */
const mostEnds = 250;

const place = (range: Range, node: Text): void => {
  range.setStart(node, node.length);
  range.collapse(true);
};

export const createHeadEnds = (): HeadEnds => {
  const ends = new Map<Text, Range>();
  /** Ranges are used again: one that is let go of is live until the browser collects it. */
  const spare: Range[] = [];
  const forget = (node: Text): void => {
    const range = ends.get(node);
    if (range === undefined) return;
    ends.delete(node);
    spare.push(range);
  };
  return {
    set: (node) => {
      forget(node);
      const [oldest] = ends.keys();
      if (oldest !== undefined && ends.size >= mostEnds) forget(oldest);
      const range = spare.pop() ?? node.ownerDocument.createRange();
      place(range, node);
      ends.set(node, range);
    },
    of: (node) => ends.get(node),
    mend: (node) => {
      const range = ends.get(node);
      if (range !== undefined && range.startContainer !== node) place(range, node);
    },
    forget,
  };
};
