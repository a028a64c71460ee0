import { layoutParent } from "@/painting/layout-parent.ts";

const isLine = (value: string): boolean => value !== "" && !/^(?:auto|span)/.test(value);
const spans = (value: string): boolean => /^span (?!1$)/.test(value);

/** Whether an element stands where the page says, by itself; `gaps` where later ones fill the gaps before it. */
const standsApart = (element: Element, display: string, gaps: boolean): boolean => {
  const style = getComputedStyle(element);
  if (style.position === "absolute" || style.position === "fixed") return true;
  if (display === "block") return false;
  if (style.order !== "0" && style.order !== "") return true;
  if (display === "flex") return false;
  const lines = [style.gridRowStart, style.gridRowEnd, style.gridColumnStart, style.gridColumnEnd];
  return lines.some(isLine) || (gaps && lines.some(spans));
};

/**
 * Whether the page itself says where elements below one parent go, so that their order in the page is not what is seen:
 * an order or a place of one of them, a container that turns them round. Every one is asked, because any one may be set
 * apart. Only styles are asked for, of which none makes the browser lay the page out.
 */
export const isPlaced = (parent: Node, elements: readonly Element[]): boolean => {
  const container = layoutParent(parent);
  if (container === null) return false;
  const { display: own, flexDirection, flexWrap, gridAutoFlow } = getComputedStyle(container);
  const display = own.endsWith("flex") ? "flex" : own.endsWith("grid") ? "grid" : "block";
  if (display === "flex" && [flexDirection, flexWrap].some((value) => value.endsWith("-reverse"))) return true;
  const gaps = display === "grid" && gridAutoFlow.includes("dense");
  return elements.some((element) => standsApart(element, display, gaps));
};
