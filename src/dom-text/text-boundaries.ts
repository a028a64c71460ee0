import type { ElementLook } from "@/dom-text/ask-look.ts";
import { plainLook } from "@/dom-text/ask-look.ts";
import { asksEach, elementLook, isCustom, isRestyled, strangersOn } from "@/dom-text/element-look.ts";
import { isHitElement } from "@/dom-text/own-elements.ts";
import { attributeOf, parentElementOf } from "@/dom-text/unclobbered.ts";

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
const boxTags = "img,svg,input,select,textarea,iframe,object,embed,video,audio,canvas,meter,progress";

/**
 * Elements whose text no reader reads as text of the page. The readings of ruby stand above the line and would cut
 * the words under them in pieces.
 */
const unreadTags =
  "script,style,noscript,template,rt,rp,rtc,datalist,noembed,noframes,annotation,annotation-xml,head,link,meta";

/** Elements that mark words within a line: where a page draws a box around such a word, the line goes on. */
const wordTags = new Set("em,b,strong,i,mark,u,s,code,sup,sub,font,q,var,kbd,ins,del".split(","));

/** A box that is hidden by its own markup; of others the style is asked. */
const hiddenSelector = `[hidden],[style*="display:none" i],[style*="display: none" i],input[type="hidden" i]`;

/** What an element's own markup may hide, or set otherwise than its tag says. */
const ownSettingSelector = ["display", "float", "position", "visibility"]
  .map((name) => `[style*="${name}" i]`)
  .concat("[hidden]")
  .join(",");

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

/** Whether an element is the first letter of a word, which pages set beside the lines. */
const isInitial = (element: Element): boolean => /^\s*\p{L}\p{M}*\s*$/u.test(element.textContent ?? "");

/** What style sheets make of an element that is a block or in the line by its tag. */
const roleByLook = (element: Element, role: "inline" | "block"): TextRole => {
  const { localName } = element;
  const look = elementLook(element);
  if (look === plainLook) return role;
  if (look.hidden) return "unread";
  if (look.unseen) return "box";
  if (look.broken || (look.boxed && !wordTags.has(localName))) return "block";
  if (look.floats) return isInitial(element) ? role : "block";
  // Browsers set what they don't know in the line, and what ends a line, too.
  return (look.flows && localName !== "br") || isCustom(localName) ? "inline" : role;
};

/** Whether elements of a tag that look so are read otherwise than the tag says. */
const changesReading = (tag: string, { hidden, unseen, broken, floats, boxed, flows }: ElementLook): boolean => {
  if (hidden || unseen) return true;
  if (roleOfTag(tag) !== "inline") return flows && tag !== "br";
  return broken || floats || (boxed && !wordTags.has(tag));
};

/** An element's part in the text around it, going by its attributes and the page's style sheets too. */
export const styledTextRole = (element: Element): TextRole => {
  const role = tagTextRole(element);
  if (role === "box" && element.matches(hiddenSelector)) return "unread";
  // A hit in a flex container is a box of its own only since it was wrapped.
  return role === "box" || role === "unread" || isHitElement(element) ? role : roleByLook(element, role);
};

/** What is known of the parents of results during one look at a page. */
export type ParentMemory = Map<Element, KnownParent>;

interface KnownParent {
  /** Tags and classes of results that were looked into: nothing in them was set otherwise than tags say. */
  readonly plain: Set<string>;
  /** A selector for what has others of them looked into, too; undefined before it is asked, null where none is sure. */
  strange: string | null | undefined;
}

const knownParent = (parent: Element, parents: ParentMemory): KnownParent => {
  let known = parents.get(parent);
  if (known === undefined) {
    known = { plain: new Set(), strange: undefined };
    parents.set(parent, known);
  }
  return known;
};

const isRestyledInside = (root: Element): boolean =>
  isRestyled(root, (inside) => {
    const role = tagTextRole(inside);
    if (role === "unread" || isHitElement(inside)) return false;
    if (role === "box") return inside.matches(hiddenSelector);
    const styled = roleByLook(inside, role);
    // Elements of the page's own are asked for their look wherever they are read.
    return styled !== role && !(styled === "inline" && isCustom(inside.localName));
  });

const isStyledAlone = (root: Element): boolean => {
  // All of them will be asked anyway, and one alike tells of all.
  if (!asksEach(root.ownerDocument) && root.querySelector(ownSettingSelector) !== null) return true;
  return isRestyledInside(root);
};

/** A selector for what has to be looked into: what was not met before, or says in its markup how it is set. */
const strangeSelector = (page: Document): string | null => {
  const strangers = strangersOn(page, changesReading, `${boxTags},${unreadTags},svg *`);
  return strangers === null ? null : `${strangers},${ownSettingSelector}`;
};

/** Whether tags alone don't tell how a result is read: something in it may be hidden or is set otherwise. */
export const isStyled = (root: Element, parents: ParentMemory): boolean => {
  const parent = parentElementOf(root);
  if (parent === null) return isStyledAlone(root);
  const known = knownParent(parent, parents);
  const name = `${root.localName} ${attributeOf(root, "class") ?? ""}`;
  // Asked once for all of a long list that are left.
  if (!asksEach(root.ownerDocument)) {
    if (known.strange === undefined) known.strange = strangeSelector(root.ownerDocument);
    if (known.strange !== null && known.plain.has(name) && root.querySelector(known.strange) === null) return false;
  }
  const styled = isStyledAlone(root);
  if (!styled) known.plain.add(name);
  return styled;
};
