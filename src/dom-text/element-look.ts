import { isPainted } from "@/dom-text/own-elements.ts";
import { attributeOf, parentElementOf } from "@/dom-text/unclobbered.ts";

/** How the page's style sheets set elements of one kind, as far as it changes what is read. */
export interface ElementLook {
  /** Nothing of it is shown. */
  readonly hidden: boolean;
  /** It has a line, a column or a place of its own. */
  readonly broken: boolean;
  /** It stands in the line as a box that is seen to be one, as badges and buttons do. */
  readonly boxed: boolean;
  /** It sets each of its children apart: a flex or grid container. */
  readonly divides: boolean;
}

/** The browser's own look of what has no styles to ask for, or is of a kind too many. */
export const plainLook: ElementLook = { hidden: false, broken: false, boxed: false, divides: false };

const hiddenLook: ElementLook = { ...plainLook, hidden: true };

/**
 * How many kinds of elements a page is asked about. Pages that draw lots for their class names have a kind for each
 * element; asking about all of them would cost more than it tells.
 */
const mostKinds = 400;

/**
 * Into how many elements of a kind one looks before the rest are taken to be the same: as many results as most pages
 * show, and few enough to look at within a millisecond.
 */
const sampleSize = 10;

interface Kind {
  /** As the first of them was set that was shown; null as long as none was. */
  look: ElementLook | null;
  /** How many of them were asked for whether they are shown, and whether one was not. */
  asked: number;
  hides: boolean;
  /** How many elements of this kind were looked into, and whether style sheets changed what is read in one. */
  sampled: number;
  restyled: boolean;
}

interface KnownKinds {
  readonly readyState: DocumentReadyState;
  readonly byTag: Map<string, Map<string, Kind>>;
  count: number;
}

const knownBy = new WeakMap<Document, KnownKinds>();

/** What is known of a page; anew in each stage of loading, because style sheets come in between. */
const knownKinds = (page: Document): KnownKinds => {
  const known = knownBy.get(page);
  if (known?.readyState === page.readyState) {
    return known;
  }
  const fresh: KnownKinds = { readyState: page.readyState, byTag: new Map(), count: 0 };
  knownBy.set(page, fresh);
  return fresh;
};

/** Whether the page does not show an element, for a reason of its own rather than for that of one around it. */
const isHidden = (element: Element): boolean =>
  // The cheap question first: it is answered with yes of what is shown, and with no for other reasons too.
  !Element.prototype.checkVisibility.call(element) &&
  getComputedStyle(element).display === "none" &&
  !isPainted(element);

/** What sets a box in the line apart from the words beside it. Borders that are not drawn have a width, too. */
const borders = ["border-left-width", "border-right-width"];
const spaces = ["margin-left", "margin-right", "padding-left", "padding-right"];

/** Whether a length is there, as a style sheet gives it: of percentages and of `auto` a layout alone would tell more. */
const isLength = (value: CSSStyleValue | string | undefined): boolean =>
  typeof value === "string" ? Number.parseFloat(value) > 0 : value instanceof CSSUnitValue && value.value > 0;

/**
 * Whether a box in the line is seen as one: something stands between it and the words beside it, or it has a width of
 * its own, as columns have. Without that it is read as the rest of the line, as where each letter of a word is a box.
 */
const isSetApart = (element: Element, style: CSSStyleDeclaration): boolean => {
  // What style sheets say costs no layout, where browsers tell it; a width is told by nothing else without one.
  const map = "computedStyleMap" in element ? element.computedStyleMap() : null;
  if (borders.some((name) => isLength(style.getPropertyValue(name)))) return true;
  if (map === null) return spaces.some((name) => isLength(style.getPropertyValue(name)));
  return ["width", ...spaces].some((name) => isLength(map.get(name)));
};

const askLook = (element: Element): ElementLook => {
  const style = getComputedStyle(element);
  const { display, float, position } = style;
  const outOfLine = (float !== "none" && float !== "") || position === "absolute" || position === "fixed";
  const inLine = display.startsWith("inline") || display.startsWith("ruby") || display === "contents" || display === "";
  return {
    hidden: false,
    broken: outOfLine || !inLine,
    boxed: inLine && display.startsWith("inline-") && isSetApart(element, style),
    divides: display.endsWith("flex") || display.endsWith("grid"),
  };
};

/** Whether a name is one of those that pages give to elements of their own. */
export const isCustom = (name: string): boolean => name.includes("-");

const classOfParent = (element: Element): string => {
  const parent = parentElementOf(element);
  return parent === null ? "" : (attributeOf(parent, "class") ?? "");
};

const kindOf = (element: Element): Kind => {
  const known = knownKinds(element.ownerDocument);
  // What a page's script makes of an element of its own may be set otherwise from then on.
  const { localName } = element;
  const tag = isCustom(localName) && element.matches(":defined") ? `${localName}:defined` : localName;
  const name = attributeOf(element, "class") || `>${classOfParent(element)}`;
  let byName = known.byTag.get(tag);
  if (byName === undefined) {
    byName = new Map();
    known.byTag.set(tag, byName);
  }
  let kind = byName.get(name);
  if (kind === undefined) {
    kind = { look: known.count < mostKinds ? null : plainLook, asked: 0, hides: false, sampled: 0, restyled: false };
    known.count += 1;
    byName.set(name, kind);
  }
  return kind;
};

/**
 * How an element looks, judged by its kind: its tag and classes, or its tag and its parent's classes where it has
 * none. A kind is asked about once, so that a page of a thousand results costs no more questions than one of ten;
 * the question is one of style and never of layout. Only whether it is shown may differ among those of a kind, by the
 * state of what is around: the first few are asked for that, and all the others where one of them is not. What
 * painting hides is shown.
 */
export const elementLook = (element: Element): ElementLook => {
  const kind = kindOf(element);
  if (kind.look === plainLook) return plainLook;
  if (kind.look === null || kind.hides || kind.asked < sampleSize) {
    if (!Reflect.get(Node.prototype, "isConnected", element)) return plainLook;
    kind.asked += 1;
    if (isHidden(element)) {
      kind.hides = true;
      return hiddenLook;
    }
    // What painting hides tells nothing about the rest of its kind.
    if (kind.look === null && isPainted(element) && getComputedStyle(element).display === "none") return plainLook;
  }
  return (kind.look ??= askLook(element));
};

/** Whether an element sets each of its children apart, judged by its kind. */
export const divides = (element: Element): boolean => (kindOf(element).look ?? elementLook(element)).divides;

/**
 * Whether style sheets set something in an element otherwise than its tags say, judged by the first few of its kind.
 *
 * @param changes whether the look of something inside changes what is read
 */
export const isRestyled = (element: Element, changes: (inside: Element) => boolean): boolean => {
  const kind = kindOf(element);
  if (!kind.restyled && kind.sampled < sampleSize) {
    kind.sampled += 1;
    kind.restyled = [...element.querySelectorAll("*:not(svg *)")].some(changes);
  }
  return kind.restyled;
};

/** Whether enough of an element's kind were looked into to know them all. */
export const isKnownKind = (element: Element): boolean => kindOf(element).sampled === sampleSize;

/** Has the kinds of an element and of what is in it asked anew: something changed that shows and hides things. */
export const askAnew = (element: Element): void => {
  kindOf(element).sampled = 0;
  for (const inside of element.querySelectorAll("*:not(svg *)")) kindOf(inside).asked = 0;
};
