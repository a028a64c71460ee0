/**
 * Elements that leave a word whole: what browsers set in the line by default. Ordered by how often they are met,
 * because {@link isPlain} has the browser compare with one after the other.
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

const notPlainSelector = `:not(${inlineTags}),${hiddenSelector}`;
const unreadSelector = `${unreadTags},${hiddenSelector}`;
const inline: ReadonlySet<string> = new Set(inlineTags.split(","));

/** Whether an element's `textContent` is its readable text, with no boundary in it. */
export const isPlain = (element: Element): boolean =>
  element.firstElementChild === null || element.querySelector(notPlainSelector) === null;

/** Whether an element is read as part of the line it stands in. */
export const isInline = (element: Element): boolean => inline.has(element.localName);

/** Whether nothing in an element is read. Such an element still separates what stands before and after it. */
export const isUnread = (element: Element): boolean => element.matches(unreadSelector);
