/*
 * A form answers to the names of its fields before it answers to its own: `<input name="parentNode">` makes
 * `form.parentNode` that field, and whoever climbs from there never arrives. What is asked of any element of a page
 * is therefore asked of the prototypes where it matters; for all else forms that answer wrongly are left alone.
 */

/** The parent of a node, whatever names the page gave to fields. */
export const parentOf = (node: Node): Node | null => Reflect.get(Node.prototype, "parentNode", node);

/** The next element beside another, whatever names the page gave to fields. */
export const elementAfter = (element: Element): Element | null =>
  Reflect.get(Element.prototype, "nextElementSibling", element);

/** The body of a document, whatever names the page gave to images and forms. */
export const bodyOf = (document: Document): HTMLElement | null => Reflect.get(Document.prototype, "body", document);

/** What is asked of elements without more ado. */
const askedNames = [
  "localName textContent parentNode parentElement firstChild nextSibling previousSibling firstElementChild",
  "nextElementSibling previousElementSibling childElementCount ownerDocument nodeType isConnected shadowRoot",
  "getAttribute hasAttribute hasAttributes querySelector querySelectorAll getElementsByTagName closest matches contains",
  "compareDocumentPosition getRootNode",
].flatMap((names) => names.split(" "));

/** Whether a form answers to one of the names that elements are asked for with a field. */
export const isClobbered = (form: Element): boolean =>
  askedNames.some((name) => {
    const answered: unknown = Reflect.get(form, name);
    const own: unknown = Reflect.get(HTMLFormElement.prototype, name, form);
    return typeof own === "function" ? typeof answered !== "function" : answered !== own;
  });
