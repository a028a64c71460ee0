/** Something that a page does to its text: `at` chooses the node and the place in it, `text` is what is written. */
export interface TextChange {
  readonly kind: (typeof textChangeKinds)[number];
  readonly at: number;
  readonly text: string;
}

/** Those that need live ranges to be told apart, as only browsers have them, stand last. */
export const textChangeKinds = [
  "write",
  "replaceByText",
  "replaceByElement",
  "remove",
  "putBefore",
  "putAfter",
  "split",
  "moveToEnd",
  "takeOutAndBack",
  "fill",
  "writeMarkup",
  "normalize",
  "wrapInner",
  "wrapEach",
  "upperEach",
  "writeEachAnew",
  "append",
  "insert",
  "delete",
] as const;

/** Nodes of a tree as the page came to know them, before anything was painted. */
export interface KnownNodes {
  readonly root: Element;
  readonly texts: readonly Text[];
  readonly elements: readonly Element[];
}

/**
 * Does the same to a tree and to its twin, by what the page knows of them or by going from text to text. Stands alone,
 * so that it can be sent to a browser. Offsets are such that the first tree has them.
 */
export const changeText = (trees: readonly KnownNodes[], { kind, at, text }: TextChange): void => {
  const { texts: firstTexts, elements: firstElements } = trees[0]!;
  const which = at % Math.max(1, firstTexts.length);
  const whichElement = at % Math.max(1, firstElements.length);
  const length = firstTexts[which]?.length ?? 0;
  const offset = Math.floor(at / 7) % (length + 1);
  for (const { root, texts, elements } of trees) {
    const node = texts[which];
    const element = elements[whichElement];
    const each: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) each.push(walker.currentNode as Text);
    const around = (inner: string): Element => {
      const outer = document.createElement("font");
      outer.append(inner);
      return outer;
    };
    if (kind === "write" && node !== undefined) node.data = text;
    if (kind === "replaceByText") node?.replaceWith(text);
    if (kind === "replaceByElement") node?.replaceWith(around(text));
    if (kind === "remove") node?.remove();
    if (kind === "putBefore") node?.before(around(text));
    if (kind === "putAfter") node?.after(around(text));
    if (kind === "split") node?.splitText(offset);
    if (kind === "moveToEnd" && node !== undefined) root.append(node);
    if (kind === "takeOutAndBack" && node !== undefined) {
      const { parentNode } = node;
      parentNode?.removeChild(node);
      parentNode?.appendChild(node);
    }
    if (kind === "fill") element?.replaceChildren(text);
    // oxlint-disable-next-line no-unsanitized/property
    if (kind === "writeMarkup" && element !== undefined) element.innerHTML = `${text} <b>needle</b> hay`;
    if (kind === "normalize") (at % 3 === 0 ? root : (element ?? root)).normalize();
    if (kind === "wrapInner" && element !== undefined && element.localName !== "br") {
      const inner = document.createElement("font");
      inner.append(...element.childNodes);
      element.append(inner);
    }
    if (kind === "wrapEach") for (const one of each) if (one.data.trim() !== "") one.replaceWith(around(one.data));
    if (kind === "upperEach") for (const one of each) one.data = one.data.toUpperCase();
    if (kind === "writeEachAnew") for (const one of each) one.replaceData(0, one.length, one.data);
    if (kind === "append") node?.appendData(text);
    // At the very end of what is left before a mark, nothing tells it from adding to the end.
    if (kind === "insert") node?.insertData(Math.min(offset, Math.max(0, length - 1)), text);
    if (kind === "delete") node?.deleteData(offset, length - offset);
  }
};

/** The text nodes and elements in a tree. */
export const knowNodes = (root: Element): KnownNodes => {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  return { root, texts, elements: [...root.querySelectorAll("*")] };
};
