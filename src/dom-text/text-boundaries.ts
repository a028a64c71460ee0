import { elementLook, isRestyled } from "@/dom-text/element-look.ts";

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

/** All markup that keeps an element's `textContent` from being what is read, and a little more: cheap to ask. */
const boundarySelector = `:not(${inlineTags}),[hidden],[style*="none" i]`;

const roles: ReadonlyMap<string, TextRole> = new Map([
  ...inlineTags.split(",").map((tag) => [tag, "inline"] as const),
  ...boxTags.split(",").map((tag) => [tag, "box"] as const),
  ...unreadTags.split(",").map((tag) => [tag, "unread"] as const),
]);

const tagRole = (element: Element): TextRole => roles.get(element.localName) ?? "block";

/** Whether all that is read in an element is its `textContent`, with no boundary in it, going by tags and attributes. */
export const isPlain = (element: Element): boolean =>
  element.childElementCount === 0 || element.querySelector(boundarySelector) === null;

/** An element's part in the text around it, going by tags and attributes. */
export const textRole = (element: Element): TextRole => {
  const role = tagRole(element);
  return role !== "unread" && element.hasAttributes() && element.matches(hiddenSelector) ? "unread" : role;
};

/** What style sheets make of an element that is a block or in the line by its tag. */
const roleByLook = (element: Element, role: "inline" | "block"): TextRole => {
  // A block without attributes has nothing by which a style sheet could mean it alone.
  if (role === "block" && !element.hasAttributes()) {
    return role;
  }
  const { hidden, broken, boxed } = elementLook(element);
  if (hidden) {
    return "unread";
  }
  const parent = element.parentElement;
  const apart =
    broken || (boxed && !wordTags.has(element.localName)) || (parent !== null && elementLook(parent).divides);
  return apart ? "block" : role;
};

/** An element's part in the text around it, going by the page's style sheets too. */
export const styledTextRole = (element: Element): TextRole => {
  const role = textRole(element);
  return role === "inline" || role === "block" ? roleByLook(element, role) : role;
};

/** Whether a result has to be read by the page's style sheets, because they set it otherwise than its tags say. */
export const isStyled = (root: Element): boolean =>
  isRestyled(root, (inside) => {
    const role = tagRole(inside);
    return (role === "inline" || role === "block") && roleByLook(inside, role) !== role;
  });
