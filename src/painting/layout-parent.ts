import { parentElementOf } from "@/dom-text/unclobbered.ts";

/** The element that lays out what stands below a parent: `display: contents` has no box that could. */
export const layoutParent = (parent: Node | null): Element | null => {
  let at = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  while (at !== null && getComputedStyle(at).display === "contents") at = parentElementOf(at);
  return at;
};
