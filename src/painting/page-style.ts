/** The style sheets that are ours in a page. */
export interface OwnStyle {
  /** Sets the sheets' texts, one for each sheet, and puts sheets back that the page dropped. */
  set(texts: readonly string[]): void;
  /** Has them hold in the shadow trees, too, that elements stand in or host: a page's sheets do not. */
  reach(elements: readonly Element[]): void;
  /** The shadow trees that were reached. */
  trees(): readonly ShadowRoot[];
  remove(): void;
}

/**
 * Adds style sheets to a page without adding elements, so that the page's markup stays as it is and no policy of the
 * page stands in the way. A sheet whose text is the same is left alone, which saves the browser the work. Best set
 * before the page has content: there is little to restyle then.
 */
export const addStyle = (page: Document): OwnStyle => {
  const sheets: CSSStyleSheet[] = [];
  let shown: readonly string[] = [];
  const trees = new Set<ShadowRoot>();
  const adopt = (root: DocumentOrShadowRoot): void => {
    const adopted = root.adoptedStyleSheets;
    const missing = sheets.filter((sheet) => !adopted.includes(sheet));
    if (missing.length > 0) root.adoptedStyleSheets = [...adopted, ...missing];
  };
  const drop = (root: DocumentOrShadowRoot): void => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
  };
  const reachTree = (root: Node | null): void => {
    if (root === null || root === page || !(root instanceof ShadowRoot) || trees.has(root)) return;
    trees.add(root);
    adopt(root);
  };
  return {
    set: (texts) => {
      for (const [index, text] of texts.entries()) {
        if (text !== shown[index]) {
          const sheet = sheets[index] ?? new CSSStyleSheet();
          sheet.replaceSync(text);
          sheets[index] = sheet;
        }
      }
      shown = texts;
      adopt(page);
      for (const tree of trees) {
        if (tree.isConnected) {
          adopt(tree);
        } else {
          drop(tree);
          trees.delete(tree);
        }
      }
    },
    reach: (elements) => {
      let last: ParentNode | null = null;
      for (const element of elements) {
        // Those with one parent stand in one tree, and most results of a page have the same.
        const parent = element.parentNode;
        if (parent !== last) reachTree(element.getRootNode());
        last = parent;
        reachTree(element.shadowRoot);
      }
    },
    trees: () => [...trees],
    remove: () => {
      drop(page);
      trees.forEach(drop);
      trees.clear();
    },
  };
};
