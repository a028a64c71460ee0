/*
 * A form answers to the names of its fields before it answers to its own: `<input name="parentNode">` makes
 * `form.parentNode` that field, and whoever climbs from there never arrives. What is asked of any element of a page
 * is therefore asked of the prototypes wherever it may be a form around results. Such a form is no result itself, nor
 * part of one. Documents answer to the names of images and forms, too, but not where content scripts ask them.
 */

/** The parent of a node, whatever names the page gave to fields. */
export const parentOf = (node: Node): Node | null => Reflect.get(Node.prototype, "parentNode", node);

/**
 * The element around another, none around what stands directly in a shadow tree, whatever names the page gave to
 * fields.
 */
export const parentElementOf = (node: Node): Element | null => askParent.call(node);

/** The same, but for what stands directly in a shadow tree the host of that. */
export const elementOrHostAround = (node: Node): Element | null => {
  const parent = parentOf(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
};

/** Kept, because looks at elements ask for parents by the thousand. */
const { get: askParent } = Object.getOwnPropertyDescriptor(Node.prototype, "parentElement") as {
  get: (this: Node) => Element | null;
};

/** The name of an element without its namespace, whatever names the page gave to fields. */
export const localNameOf = (element: Element): string => Reflect.get(Element.prototype, "localName", element);

/** The next node beside another, whatever names the page gave to fields. */
export const siblingAfter = (node: Node): Node | null => Reflect.get(Node.prototype, "nextSibling", node);

/** The first element in another, whatever names the page gave to fields. */
export const firstElementIn = (element: Element): Element | null =>
  Reflect.get(Element.prototype, "firstElementChild", element);

/** An attribute of an element, whatever names the page gave to fields. */
export const attributeOf = (element: Element, name: string): string | null =>
  Element.prototype.getAttribute.call(element, name);

/** What a selector finds in an element first, whatever names the page gave to fields. */
export const findIn = (element: Element, selector: string): Element | null =>
  Element.prototype.querySelector.call(element, selector);

/** All that a selector finds in an element, whatever names the page gave to fields. */
export const findAllIn = (element: Element, selector: string): NodeListOf<Element> =>
  Element.prototype.querySelectorAll.call(element, selector);

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
