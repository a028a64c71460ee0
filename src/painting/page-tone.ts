import { parentOf } from "@/dom-text/unclobbered.ts";
import type { PageTone } from "@/model/palette.ts";
import { pageNames, resultAttributes } from "@/painting/page-names.ts";

/** A background that covers less than this lets more of what is behind it through than it shows itself. */
const opaqueEnough = 0.5;
/** Between black and white as the eye sees it: the luminance whose contrast with both is the same. */
const middleLuminance = 0.179;

interface Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads `rgb(…)` and `rgba(…)`, as computed styles give ordinary colours; null for any other notation. */
const readRgb = (color: string): Rgba | null => {
  const match = /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(color);
  return match === null
    ? null
    : { red: Number(match[1]), green: Number(match[2]), blue: Number(match[3]), alpha: Number(match[4] ?? 1) };
};

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white). */
const luminance = ({ red, green, blue }: Rgba): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** What an element is painted on: its parent or, where it stands directly in a shadow tree, the host of that. */
const behindIt = (element: Element): Element | null => {
  const parent = parentOf(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
};

/**
 * Whether the page is light or dark behind an element: the nearest background that covers, else the colour of the
 * text, which is light on dark pages whatever is painted behind it. Asks for styles, never for layout.
 */
export const readPageTone = (element: Element): PageTone => {
  for (let behind: Element | null = element; behind !== null; behind = behindIt(behind)) {
    const back = readRgb(getComputedStyle(behind).backgroundColor);
    if (back !== null && back.alpha >= opaqueEnough) {
      return luminance(back) < middleLuminance ? "dark" : "light";
    }
  }
  const text = readRgb(getComputedStyle(element).color);
  return text !== null && luminance(text) > middleLuminance ? "dark" : "light";
};

/** Whether an attribute of what stands around results may change the tone: not ours, and not what scrolling writes. */
const isSwitch = (name: string | null): boolean =>
  name !== null && name !== "style" && !resultAttributes.includes(name);

/**
 * Tells when a page may have changed its tone behind an element: by the system's setting, or by the attributes of its
 * root or body or of what else is around the element, where pages keep their own switch.
 *
 * @param onChange called at most once a frame
 * @returns ends the watch
 */
export const watchPageTone = (page: Document, element: Element, onChange: () => void): (() => void) => {
  let frame = 0;
  const schedule = (): void => {
    if (frame === 0) {
      frame = requestAnimationFrame(() => {
        frame = 0;
        onChange();
      });
    }
  };
  const system = matchMedia("(prefers-color-scheme: dark)");
  const attributes = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => attributeName !== pageNames.state)) {
      schedule();
    }
  });
  const around = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => isSwitch(attributeName))) {
      schedule();
    }
  });
  system.addEventListener("change", schedule);
  attributes.observe(page.documentElement, { attributes: true });
  attributes.observe(page.body, { attributes: true });
  for (let at = behindIt(element); at !== null && at !== page.body; at = behindIt(at)) {
    around.observe(at, { attributes: true });
  }
  return () => {
    system.removeEventListener("change", schedule);
    attributes.disconnect();
    around.disconnect();
    cancelAnimationFrame(frame);
  };
};
