const isSheet = (node: unknown): boolean => node instanceof HTMLLinkElement || node instanceof HTMLStyleElement;

const isOfSheet = ({ target, removedNodes }: MutationRecord): boolean =>
  isSheet(target) || [...removedNodes].some((node) => isSheet(node));

/**
 * Calls back whenever an element has brought a style sheet to a page, was taken out of its head or from right in its
 * body, or is for other media now, until the signal is aborted. What scripts make of sheets without their elements,
 * nothing tells.
 *
 * @param tree the page, or a shadow tree on it, out of which such events are not heard
 */
export const onSheetsChanged = (tree: Document | ShadowRoot, callback: () => void, signal: AbortSignal): void => {
  const observer = new MutationObserver((records) => {
    if (records.some(isOfSheet)) callback();
  });
  const head = "head" in tree ? tree.head : tree;
  if (head !== null) observer.observe(head, { childList: true, subtree: true, attributeFilter: ["media", "disabled"] });
  // Some pages put their themes right into the body; what stands deeper in it is not worth hearing of all that happens.
  if ("body" in tree && tree.body !== null) observer.observe(tree.body, { childList: true });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  tree.addEventListener(
    "load",
    ({ target }) => {
      if (isSheet(target)) callback();
    },
    { capture: true, signal },
  );
};
