import { isPainted } from "@/dom-text/own-elements.ts";
import { parentElementOf } from "@/dom-text/unclobbered.ts";

/** How the page's style sheets set an element, as far as it changes what is read. */
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
  /** It is a part of the line: a word goes on through it. */
  readonly flows: boolean;
}

/** The browser's own look of what has no styles to ask for, or is of a kind too many. */
export const plainLook: ElementLook = {
  hidden: false,
  unseen: false,
  broken: false,
  floats: false,
  boxed: false,
  flows: false,
};
const inlineLook: ElementLook = { ...plainLook, flows: true };
const labelLook: ElementLook = { ...inlineLook, boxed: true };
const hiddenLook: ElementLook = { ...plainLook, hidden: true };

/** What style sheets say of an element, where browsers tell it: that costs no layout. */
const styleMapOf = (element: Element): StylePropertyMapReadOnly | null =>
  "computedStyleMap" in element ? element.computedStyleMap() : null;

/** What sets a box in the line apart from the words beside it. Borders that are not drawn have a width, too. */
const borders = ["border-left-width", "border-right-width"];
const spaces = ["margin-left", "margin-right", "padding-left", "padding-right"];

/**
 * Whether a length is there, as a style sheet gives it: of percentages and of `auto` a layout alone would tell more.
 */
const isLength = (value: CSSStyleValue | string | undefined): boolean =>
  typeof value === "string" ? Number.parseFloat(value) > 0 : value instanceof CSSUnitValue && value.value > 0;

/**
 * Whether a box in the line is seen as one: something stands between it and the words beside it, or it has a width of
 * its own, as columns have. Without that it is read as the rest of the line, as where each letter of a word is a box.
 */
const isSetApart = (element: Element, style: CSSStyleDeclaration): boolean => {
  // A width is told by nothing else without a layout.
  const map = styleMapOf(element);
  if (borders.some((name) => isLength(style.getPropertyValue(name)))) return true;
  if (map === null) return spaces.some((name) => isLength(style.getPropertyValue(name)));
  return ["width", ...spaces].some((name) => isLength(map.get(name)));
};

/**
 * Pixels beside what is set in the line from which on it is seen to stand apart, as labels do. Words that are lit up
 * have less within a word.
 */
const leastMargin = 2;
const leastRoom = 4;

/** Whether a part of the line has so much room at a side that the words beside it are not read on into it. */
export const hasRoom = (element: Element): boolean => {
  // Not every browser tells what style sheets say; then what it computes is as good, as there are no boxes here.
  const map = styleMapOf(element);
  const style = map === null ? getComputedStyle(element) : null;
  const pixels = (name: string): number => {
    const value = map === null ? style?.getPropertyValue(name) : map.get(name);
    if (typeof value === "string") return value.endsWith("px") ? Number.parseFloat(value) : 0;
    return value instanceof CSSUnitValue && value.unit === "px" ? value.value : 0;
  };
  return ["left", "right"].some((side) => {
    const margin = pixels(`margin-${side}`);
    return margin >= leastMargin || margin + pixels(`padding-${side}`) >= leastRoom;
  });
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

const looks = ["unseen", "broken", "floats", "boxed", "flows"] as const;

export const sameLook = (a: ElementLook, b: ElementLook): boolean => looks.every((name) => a[name] === b[name]);

/**
 * The look of an element that stands in a page. What painting hides has the look of its tag. The question is one of
 * style and never of layout.
 *
 * @param isRoomy whether it has room beside it: asked last, because it costs more than all else
 */
export const askLook = (element: Element, isRoomy: () => boolean): ElementLook => {
  const style = getComputedStyle(element);
  const { display } = style;
  // Nothing that floats, is placed or is a child of a flex or grid container says this.
  if (display === "inline") {
    if (isUnseen(element, style)) return { ...inlineLook, unseen: true };
    return isRoomy() ? labelLook : inlineLook;
  }
  if (display === "none") return isPainted(element) ? plainLook : hiddenLook;
  const { float } = style;
  const floats = float !== "none" && float !== "";
  const inLine = display.startsWith("inline") || display.startsWith("ruby") || display === "contents" || display === "";
  return {
    hidden: false,
    unseen: isUnseen(element, style),
    // What floats is a block by its display.
    broken: !inLine && !floats,
    floats,
    boxed: display.startsWith("inline-") && isSetApart(element, style),
    flows: display === "contents",
  };
};
