/** How an element takes part in the text around it. */
export type TextRole =
  /** It leaves a word whole. */
  | "inline"
  /** A line ends where it begins, and where it ends. */
  | "block"
  /** As a block, and nothing in it is read. */
  | "unread";

/**
 * Elements that leave a word whole: what browsers set in the line by default. Ordered by how often they are met,
 * because a selector compares with one after the other.
 */
const inlineTags =
  "span,a,em,b,strong,i,mark,wbr,small,cite,time,u,s,code,sup,sub,font,abbr,label,q,var,kbd,samp,data,dfn,ins,del," +
  "bdi,bdo,big,tt,strike,nobr,acronym,output,ruby,rb,slot";

/**
 * Elements whose text no reader reads as text of the page. The readings of ruby stand above the line and would cut
 * the words under them in pieces.
 */
const unreadTags =
  "script,style,noscript,template,textarea,select,datalist,rt,rp,rtc,svg,iframe,object,video,audio,canvas,noembed," +
  "noframes,annotation,annotation-xml,head";

/** Hidden by the element's own markup; what style sheets hide is not asked, because asking is dear. */
const hiddenSelector = `[hidden],[style*="display:none" i],[style*="display: none" i],dialog:not([open])`;

/** All that keeps an element's `textContent` from being what is read. Cheap to ask, so it asks for a little more. */
const boundarySelector = `:not(${inlineTags}),[hidden],[style*="none" i]`;

const roles: ReadonlyMap<string, TextRole> = new Map([
  ...inlineTags.split(",").map((tag) => [tag, "inline"] as const),
  ...unreadTags.split(",").map((tag) => [tag, "unread"] as const),
]);

/** Whether all that is read in an element is its `textContent`, with no boundary in it. */
export const isPlain = (element: Element): boolean =>
  element.childElementCount === 0 || element.querySelector(boundarySelector) === null;

/** An element's part in the text around it; the browser is asked about hiding only where attributes can say so. */
export const textRole = (element: Element): TextRole => {
  const role = roles.get(element.localName) ?? "block";
  return role !== "unread" && element.hasAttributes() && element.matches(hiddenSelector) ? "unread" : role;
};
