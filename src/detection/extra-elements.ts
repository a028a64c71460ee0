/** A selector that finds this element alone, by positions. */
const pathTo = (element: Element): string => {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    steps.unshift(at.parentElement ? `:nth-child(${String([...at.parentElement.children].indexOf(at) + 1)})` : ":root");
  }
  return steps.join(">");
};

/** The elements outside a root that belong to its result; `&` in the selector stands for the root. */
export const extraElements = (selector: string | undefined, root: Element): readonly Element[] =>
  selector === undefined ? [] : [...root.ownerDocument.querySelectorAll(selector.replaceAll("&", pathTo(root)))];
