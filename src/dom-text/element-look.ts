import type { ElementLook } from "@/dom-text/ask-look.ts";
import { askLook, hasRoom, plainLook, sameLook } from "@/dom-text/ask-look.ts";
import { attributeOf, parentElementOf } from "@/dom-text/unclobbered.ts";

/**
 * So many elements are asked one by one in one look at a page: all of a page of some fifty results, and a few
 * milliseconds' questions. Beyond that, kinds are asked.
 */
const mostAsked = 1200;

/**
 * How many kinds of elements a page is asked about beyond that. Pages that draw lots for their class names have a kind
 * for each element; those that number them are taken to mean the same by other numbers.
 */
const mostKinds = 400;

/** So many elements of a kind are asked before the rest are taken to be the same. */
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
  /** Whether the first that was set in the line has room around it; null as long as none was asked. */
  roomy: boolean | null;
}

interface KnownKinds {
  readonly readyState: DocumentReadyState;
  readonly byTag: Map<string, Map<string, Kind>>;
  count: number;
  /** How many elements may still be asked one by one. */
  left: number;
}

const knownBy = new WeakMap<Document, KnownKinds>();

/** What is known of a page; anew in each stage of loading, because style sheets come in between. */
const knownKinds = (page: Document): KnownKinds => {
  const known = knownBy.get(page);
  if (known?.readyState === page.readyState) {
    return known;
  }
  const fresh: KnownKinds = { readyState: page.readyState, byTag: new Map(), count: 0, left: mostAsked };
  knownBy.set(page, fresh);
  return fresh;
};

/** Has elements asked one by one again, as many as in one look. */
export const beginLook = (page: Document): void => {
  knownKinds(page).left = mostAsked;
};

/** Whether elements are still asked one by one in this look at a page. */
export const asksEach = (page: Document): boolean => knownKinds(page).left > 0;

/** The same, asked of the first of a kind only, since it costs more than all else that is asked. */
const isRoomy = (element: Element, kind: Kind): boolean => {
  if (/margin|padding/iu.test(attributeOf(element, "style") ?? "")) return hasRoom(element);
  kind.roomy ??= hasRoom(element);
  return kind.roomy;
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

const kindIn = (known: KnownKinds, element: Element): Kind => {
  // What a page's script makes of an element of its own may be set otherwise from then on.
  const { localName } = element;
  const tag = isCustom(localName) && element.matches(":defined") ? `${localName}:defined` : localName;
  let name = nameOf(element);
  let byName = known.byTag.get(tag);
  if (byName === undefined) {
    byName = new Map();
    known.byTag.set(tag, byName);
  }
  let kind = byName.get(name);
  if (kind === undefined && known.count >= mostKinds) {
    name = name.replaceAll(/\d+/gu, "#");
    kind = byName.get(name);
  }
  if (kind === undefined) {
    kind = {
      look: known.count < 2 * mostKinds ? null : plainLook,
      asked: 0,
      varies: false,
      restyled: false,
      roomy: null,
    };
    known.count += 1;
    byName.set(name, kind);
  }
  return kind;
};

const kindOf = (element: Element): Kind => kindIn(knownKinds(element.ownerDocument), element);

/** What an element's own markup may say of how it is set. */
const ownSetting = /display|float|position|visibility/iu;

/**
 * How an element looks. As many as one look may ask are asked; beyond them an element is judged by its kind: its tag
 * and classes, or its tag and its parent's where it has none. The first few of a kind are asked, so that a page of a
 * thousand results costs few more questions than one of a hundred; all are where these differ.
 */
export const elementLook = (element: Element): ElementLook => {
  const known = knownKinds(element.ownerDocument);
  const kind = kindIn(known, element);
  if (known.left > 0) known.left -= 1;
  else if (kind.look === plainLook) return plainLook;
  else if (kind.look !== null && !kind.varies && kind.asked >= sampleSize) return kind.look;
  if (!Reflect.get(Node.prototype, "isConnected", element)) return plainLook;
  const look = askLook(element, () => isRoomy(element, kind));
  const own = attributeOf(element, "style");
  if (own !== null && ownSetting.test(own)) return look;
  // What painting hides tells nothing about the rest of its kind.
  if (look === plainLook) return kind.look ?? plainLook;
  kind.asked += 1;
  if (look.hidden) kind.varies = true;
  else if (kind.look === null) kind.look = look;
  else if (kind.look !== plainLook && !sameLook(kind.look, look)) kind.varies = true;
  return look;
};

/**
 * Whether style sheets set something in an element otherwise than its tags say. Beyond the elements that one look may
 * ask, it is taken to be so in all of a kind once it is so in one.
 *
 * @param changes whether the look of something inside changes what is read
 */
export const isRestyled = (element: Element, changes: (inside: Element) => boolean): boolean => {
  const kind = kindOf(element);
  if (kind.restyled && !asksEach(element.ownerDocument)) return true;
  const restyled = [...element.querySelectorAll("*:not(svg *)")].some(changes);
  kind.restyled ||= restyled;
  return restyled;
};

/** More kinds than that are not looked for in one go: asking each element costs less. */
const mostKindsAtOnce = 100;

/**
 * A selector for elements of whose tags and classes none was met before that is read as its tag says; null where they
 * cannot be told with little effort.
 *
 * @param changes whether a look changes what is read in elements of a tag
 * @param leftOut a selector for elements that don't count
 */
export const strangersOn = (
  page: Document,
  changes: (tag: string, look: ElementLook) => boolean,
  leftOut: string,
): string | null => {
  const selectors: string[] = [];
  for (const [tag, byName] of knownKinds(page).byTag) {
    const local = tag.replace(/:defined$/u, "");
    const name = tag.replace(local, CSS.escape(local));
    const isOrdinary = ({ look, varies }: Kind): boolean => look !== null && !varies && !changes(local, look);
    const withoutClass = [...byName].filter(([classes]) => classes.startsWith(">"));
    if (withoutClass.length > 0 && withoutClass.every(([, kind]) => isOrdinary(kind))) {
      selectors.push(`${name}:not([class])`);
    }
    for (const [classes, kind] of byName) {
      if (!classes.startsWith(">") && isOrdinary(kind)) selectors.push(`${name}[class=${CSS.escape(classes)}]`);
    }
  }
  if (selectors.length > mostKindsAtOnce) return null;
  return `:not(${[...selectors, leftOut].join(",")})`;
};
/** Has the kinds of an element and of what is in it asked anew: something changed that shows and hides things. */
export const askAnew = (element: Element): void => {
  for (const one of [element, ...element.querySelectorAll("*:not(svg *)")]) {
    const kind = kindOf(one);
    if (kind.look !== plainLook)
      Object.assign(kind, { look: null, asked: 0, varies: false, restyled: false, roomy: null });
  }
};

/** Has everything on a page asked anew: it has other style sheets now. */
export const askAllAnew = (page: Document): void => {
  knownBy.delete(page);
};
