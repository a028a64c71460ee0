import { isPainted } from "@/dom-text/own-elements.ts";
import { attributeOf, findAllIn, parentElementOf } from "@/dom-text/unclobbered.ts";

/** How the page's style sheets set elements of one kind, as far as it changes what is read. */
export interface ElementLook {
  /** Nothing of it is shown. */
  readonly hidden: boolean;
  /** It keeps its room, and nothing of it is seen. */
  readonly unseen: boolean;
  /** It has a line, a column or a place of its own. */
  readonly broken: boolean;
  /** It stands at a side of the lines, as pictures and initials do. */
  readonly floats: boolean;
  /** It stands in the line as a box that is seen to be one, as badges and buttons do. */
  readonly boxed: boolean;
  /** It sets each of its children apart: a flex or grid container. */
  readonly divides: boolean;
}

/** The browser's own look of what has no styles to ask for, or is of a kind too many. */
export const plainLook: ElementLook = {
  hidden: false,
  unseen: false,
  broken: false,
  floats: false,
  boxed: false,
  divides: false,
};

const hiddenLook: ElementLook = { ...plainLook, hidden: true };

/**
 * How many kinds of elements a page is asked about. Pages that draw lots for their class names have a kind for each
 * element; asking about all of them would cost more than it tells.
 */
const mostKinds = 400;

/**
 * So many elements of a kind are asked one by one before the rest are taken to be the same: as many results as most
 * pages show, and few enough to be asked within a millisecond.
 */
const sampleSize = 10;

interface Kind {
  /** As the first of them was set that was shown; null as long as none was. */
  look: ElementLook | null;
  /** How many of them were asked. */
  asked: number;
  /** Whether one of them was not shown, or was set otherwise than another: all are asked then. */
  varies: boolean;
  /** Whether style sheets change what is read in one. */
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

/**
 * Whether the page has an element keep its room unseen, for a reason of its own. What is animated is on its way, and
 * is so covered while it is judged.
 */
const isUnseen = (element: Element, { visibility }: CSSStyleDeclaration): boolean => {
  if (visibility !== "hidden" && visibility !== "collapse") return false;
  const parent = parentElementOf(element);
  if (parent !== null && getComputedStyle(parent).visibility !== "visible") return false;
  return !isPainted(element) && Element.prototype.getAnimations.call(element).length === 0;
};

const looks = ["unseen", "broken", "floats", "boxed", "divides"] as const;

const sameLook = (a: ElementLook, b: ElementLook): boolean => looks.every((name) => a[name] === b[name]);

const askLook = (element: Element): ElementLook => {
  const style = getComputedStyle(element);
  const { display, float, position } = style;
  const floats = float !== "none" && float !== "";
  const inLine = display.startsWith("inline") || display.startsWith("ruby") || display === "contents" || display === "";
  return {
    hidden: false,
    unseen: isUnseen(element, style),
    // What floats is a block by its display.
    broken: position === "absolute" || position === "fixed" || (!floats && !inLine),
    floats,
    boxed: inLine && display.startsWith("inline-") && isSetApart(element, style),
    divides: display.endsWith("flex") || display.endsWith("grid"),
  };
};

/** Whether a name is one of those that pages give to elements of their own. */
export const isCustom = (name: string): boolean => name.includes("-");

/** What a kind is told by beside its tag: classes, or else the parent's tag and classes. */
const nameOf = (element: Element): string => {
  const classes = attributeOf(element, "class");
  if (classes) return classes;
  const parent = parentElementOf(element);
  return parent === null ? ">" : `>${parent.localName} ${attributeOf(parent, "class") ?? ""}`;
};

const kindOf = (element: Element): Kind => {
  const known = knownKinds(element.ownerDocument);
  // What a page's script makes of an element of its own may be set otherwise from then on.
  const { localName } = element;
  const tag = isCustom(localName) && element.matches(":defined") ? `${localName}:defined` : localName;
  const name = nameOf(element);
  let byName = known.byTag.get(tag);
  if (byName === undefined) {
    byName = new Map();
    known.byTag.set(tag, byName);
  }
  let kind = byName.get(name);
  if (kind === undefined) {
    kind = { look: known.count < mostKinds ? null : plainLook, asked: 0, varies: false, restyled: false };
    known.count += 1;
    byName.set(name, kind);
  }
  return kind;
};

/** What an element's own markup may say of how it is set. */
const ownSetting = /display|float|position|visibility/iu;

const askNow = (element: Element): ElementLook => (isHidden(element) ? hiddenLook : askLook(element));

/**
 * How an element looks, judged by its kind: its tag and classes, or its tag and its parent's where it has none. The
 * first few of a kind are asked, so that a page of a thousand results costs no more questions than one of ten; all are
 * where these differ. The question is one of style and never of layout. What painting hides is shown.
 */
export const elementLook = (element: Element): ElementLook => {
  const kind = kindOf(element);
  if (kind.look === plainLook) return plainLook;
  if (kind.look !== null && !kind.varies && kind.asked >= sampleSize) return kind.look;
  if (!Reflect.get(Node.prototype, "isConnected", element)) return plainLook;
  if (ownSetting.test(attributeOf(element, "style") ?? "")) return askNow(element);
  kind.asked += 1;
  const look = askNow(element);
  if (look.hidden) {
    kind.varies = true;
    return look;
  }
  // What painting hides tells nothing about the rest of its kind.
  if (isPainted(element) && getComputedStyle(element).display === "none") return kind.look ?? plainLook;
  if (kind.look === null) kind.look = look;
  else if (!sameLook(kind.look, look)) kind.varies = true;
  return look;
};

/** Whether an element sets each of its children apart, judged by its kind. */
export const divides = (element: Element): boolean => elementLook(element).divides;

/**
 * Whether style sheets set something in an element otherwise than its tags say; once it is so in one of a kind, it is
 * taken to be so in all.
 *
 * @param changes whether the look of something inside changes what is read
 */
export const isRestyled = (element: Element, changes: (inside: Element) => boolean): boolean => {
  const kind = kindOf(element);
  kind.restyled ||= [...element.querySelectorAll("*:not(svg *)")].some(changes);
  return kind.restyled;
};

/** More kinds than that are not looked for in one go: asking each element costs less. */
const mostKindsAtOnce = 100;

/**
 * The elements in another whose classes were not met before, so that nobody knows how they are set; null where they
 * cannot be told with little effort.
 *
 * @param leftOut a selector for elements that don't count
 */
export const strangersIn = (element: Element, leftOut: string): readonly Element[] | null => {
  const { byTag } = knownKinds(element.ownerDocument);
  const selectors = [...byTag].flatMap(([tag, byName]) => {
    const name = tag.replace(/[^:]+/u, (local) => CSS.escape(local));
    return [...byName.keys()].flatMap((one) => (one.startsWith(">") ? [] : [`${name}[class=${CSS.escape(one)}]`]));
  });
  if (selectors.length > mostKindsAtOnce) return null;
  return [...findAllIn(element, `[class]:not([class=""],${[...selectors, leftOut].join(",")})`)];
};

/** Has the kinds of an element and of what is in it asked anew: something changed that shows and hides things. */
export const askAnew = (element: Element): void => {
  for (const one of [element, ...element.querySelectorAll("*:not(svg *)")]) {
    const kind = kindOf(one);
    if (kind.look !== plainLook) Object.assign(kind, { look: null, asked: 0, varies: false, restyled: false });
  }
};

/** Has everything on a page asked anew: it has other style sheets now. */
export const askAllAnew = (page: Document): void => {
  knownBy.delete(page);
};
