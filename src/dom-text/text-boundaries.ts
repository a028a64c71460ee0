import { divides, elementLook, isCustom, isKnownKind, isRestyled, plainLook } from "@/dom-text/element-look.ts";
import { isHitElement } from "@/dom-text/own-elements.ts";
import { attributeOf, findIn, parentElementOf } from "@/dom-text/unclobbered.ts";

/** How an element takes part in the text around it. */
export type TextRole =
  /** It leaves a word whole. */
  | "inline"
  /** A line ends where it begins, and where it ends. */
  | "block"
  /** A box in the line in which nothing is read: it stands between what is before and after it. */
  | "box"
  /** Nothing that a reader sees: what stands before and after it belongs together. */
  | "unread";

/**
 * Elements that leave a word whole: what browsers set in the line by default. Ordered by how often they are met,
 * because a selector compares with one after the other.
 */
const inlineTags =
  "span,a,em,b,strong,i,mark,wbr,small,cite,time,u,s,code,sup,sub,font,abbr,label,q,var,kbd,samp,data,dfn,ins,del," +
  "bdi,bdo,big,tt,strike,nobr,acronym,output,ruby,rb,slot";

/** Pictures, players and fields: what their markup holds is not text of the page. */
const boxTags = "img,svg,input,select,textarea,iframe,object,video,audio,canvas,meter,progress";

/**
 * Elements whose text no reader reads as text of the page. The readings of ruby stand above the line and would cut
 * the words under them in pieces.
 */
const unreadTags =
  "script,style,noscript,template,rt,rp,rtc,datalist,noembed,noframes,annotation,annotation-xml,head,link,meta";

/** Elements that mark words within a line: where a page draws a box around such a word, the line goes on. */
const wordTags = new Set("em,b,strong,i,mark,u,s,code,sup,sub,font,q,var,kbd,ins,del".split(","));

/** Hidden by the element's own markup. */
const hiddenSelector = `[hidden],[style*="display:none" i],[style*="display: none" i]`;

/** The same and a little more, at half the price. */
const maybeHiddenSelector = `[hidden],[style*="none" i]`;

const boundarySelector = `:not(${inlineTags})`;

const roles: ReadonlyMap<string, TextRole> = new Map([
  ...inlineTags.split(",").map((tag) => [tag, "inline"] as const),
  ...boxTags.split(",").map((tag) => [tag, "box"] as const),
  ...unreadTags.split(",").map((tag) => [tag, "unread"] as const),
]);

/** Whether all that is read in an element is its `textContent`, with no boundary in it, going by tags alone. */
export const isPlain = (element: Element): boolean =>
  element.childElementCount === 0 || element.querySelector(boundarySelector) === null;

/** The part in the text around it of an element with this local name, going by its tag alone. */
export const roleOfTag = (name: string): TextRole => roles.get(name) ?? "block";

const tagTextRole = (element: Element): TextRole => roleOfTag(element.localName);

/** What style sheets make of an element that is a block or in the line by its tag. */
const roleByLook = (element: Element, role: "inline" | "block"): TextRole => {
  const custom = isCustom(element.localName);
  // A block without attributes has nothing by which a style sheet could mean it alone.
  if (role === "block" && !custom && !element.hasAttributes()) {
    return role;
  }
  const look = elementLook(element);
  const { hidden, broken, boxed } = look;
  if (hidden) {
    return "unread";
  }
  const parent = element.parentElement;
  const apart = broken || (boxed && !wordTags.has(element.localName)) || (parent !== null && divides(parent));
  if (apart) return "block";
  // Browsers set what they don't know in the line, and a page most often says otherwise.
  return custom && look !== plainLook ? "inline" : role;
};

/** An element's part in the text around it, going by its attributes and the page's style sheets too. */
export const styledTextRole = (element: Element): TextRole => {
  const role = tagTextRole(element);
  // A hit in a flex container is a box of its own only since it was wrapped.
  if (role === "box" || role === "unread" || isHitElement(element)) {
    return role;
  }
  return element.hasAttributes() && element.matches(hiddenSelector) ? "unread" : roleByLook(element, role);
};

/** So many results of one parent are asked each for itself; then the parent is, for all that follow. */
const askedAlone = 16;

/** What is known of the parents of results during one look at a page. */
export type ParentMemory = Map<Element, KnownParent>;

interface KnownParent {
  asked: number;
  mayHide: boolean | null;
  /** Tag and classes of results of which enough were looked into: nothing in them is hidden or set otherwise. */
  plainTag: string | null;
  plainClass: string | null;
}

const knownParent = (parent: Element, parents: ParentMemory): KnownParent => {
  let known = parents.get(parent);
  if (known === undefined) {
    known = { asked: 0, mayHide: null, plainTag: null, plainClass: null };
    parents.set(parent, known);
  }
  known.asked += 1;
  return known;
};

const isRestyledInside = (root: Element): boolean =>
  isRestyled(root, (inside) => {
    const role = tagTextRole(inside);
    if ((role !== "inline" && role !== "block") || isHitElement(inside)) return false;
    const styled = roleByLook(inside, role);
    // Elements of the page's own are asked for their look wherever they are read.
    return styled !== role && !(styled === "inline" && isCustom(inside.localName));
  });

/** Whether tags alone don't tell how a result is read: something in it may be hidden or is set otherwise. */
export const isStyled = (root: Element, parents: ParentMemory): boolean => {
  const parent = parentElementOf(root);
  const known = parent === null ? null : knownParent(parent, parents);
  if (parent === null || known === null || known.asked <= askedAlone) {
    return root.querySelector(maybeHiddenSelector) !== null || isRestyledInside(root);
  }
  // Asked once for all results of a long list.
  known.mayHide ??= findIn(parent, maybeHiddenSelector) !== null;
  if (known.mayHide) return root.querySelector(maybeHiddenSelector) !== null || isRestyledInside(root);
  const tag = root.localName;
  const classes = attributeOf(root, "class");
  if (tag === known.plainTag && classes === known.plainClass) return false;
  const restyled = isRestyledInside(root);
  if (!restyled && isKnownKind(root)) {
    known.plainTag = tag;
    known.plainClass = classes;
  }
  return restyled;
};
