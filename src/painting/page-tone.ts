import { onSheetsChanged } from "@/dom-text/on-sheets-changed.ts";
import { attributeOf, elementOrHostAround } from "@/dom-text/unclobbered.ts";
import type { PageTone } from "@/model/palette.ts";
import { pageNames, resultAttributes } from "@/painting/page-names.ts";

/** A background that covers less than this lets more of what is behind it through than it shows itself. */
const opaqueEnough = 0.5;
/** Between black and white as the eye sees it: the luminance whose contrast with both is the same. */
const middleLuminance = 0.179;

/** A colour as far as it tells light from dark. */
interface Shade {
  /** Relative luminance as WCAG 2.2 defines it, from 0 (black) to 1 (white). */
  readonly luminance: number;
  readonly alpha: number;
}

/** A channel of sRGB, from 0 to 1, as light. */
const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

type Channels = readonly [number, number, number];

const luminanceOf = ([red, green, blue]: Channels): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

const ofRgb = ([red, green, blue]: Channels): number => luminanceOf([linear(red), linear(green), linear(blue)]);

/**
 * From lightness alone: of a colour that is as light as a grey, that grey's luminance (CSS Color 4, sections 9 and 10).
 */
const ofLab = ([lightness]: Channels): number => ((lightness + 16) / 116) ** 3;
const ofOklab = ([lightness]: Channels): number => lightness ** 3;

/** By the notations that computed styles give; those of `color()` by their space. Wide spaces are read as sRGB is. */
const luminanceBy: Readonly<Partial<Record<string, (channels: Channels) => number>>> = {
  rgb: ([red, green, blue]) => ofRgb([red / 255, green / 255, blue / 255]),
  lab: ofLab,
  lch: ofLab,
  oklab: ofOklab,
  oklch: ofOklab,
  srgb: ofRgb,
  "display-p3": ofRgb,
  "a98-rgb": ofRgb,
  "prophoto-rgb": ofRgb,
  rec2020: ofRgb,
  "srgb-linear": luminanceOf,
  xyz: ([, y]) => y,
  "xyz-d50": ([, y]) => y,
  "xyz-d65": ([, y]) => y,
};

/** Reads a computed colour; null for a notation that is not known. */
const readShade = (color: string): Shade | null => {
  const match = /^(?:color\(([a-z\d-]+) |([a-z]+?)a?\()([^/)]+)(?:\/([^)]+))?\)$/u.exec(color);
  const luminance = luminanceBy[match?.[1] ?? match?.[2] ?? ""];
  if (match === null || luminance === undefined) return null;
  // "none" is a channel that is not there, and counts as nothing.
  const [first = 0, second = 0, third = 0, fourth = 1] = match[3]!
    .trim()
    .split(/[\s,]+/u)
    .map((part) => Number.parseFloat(part) || 0);
  const alpha = match[4] === undefined ? fourth : Number.parseFloat(match[4]) || 0;
  return { luminance: luminance([first, second, third]), alpha };
};

/**
 * Whether the page is light or dark behind an element: the nearest background that covers, else the colour of the
 * text, which is light on dark pages whatever is painted behind it. Asks for styles, never for layout.
 */
export const readPageTone = (element: Element): PageTone => {
  for (let behind: Element | null = element; behind !== null; behind = elementOrHostAround(behind)) {
    const back = readShade(getComputedStyle(behind).backgroundColor);
    if (back !== null && back.alpha >= opaqueEnough) {
      return back.luminance < middleLuminance ? "dark" : "light";
    }
  }
  const text = readShade(getComputedStyle(element).color);
  return text !== null && text.luminance > middleLuminance ? "dark" : "light";
};

/**
 * What a `style` attribute says of colours, in properties of its own too; lengths, as scrolling writes them, are none.
 */
const colorsIn = (style: string | null): string =>
  (style ?? "")
    .split(";")
    .filter((one) => /^\s*(?:--|background|color)/iu.test(one) && !/:\s*-?[\d.]+[a-z%]*\s*$/iu.test(one))
    .join(";");

/** Whether an attribute of what stands around results may change the tone: not ours, and not what scrolling writes. */
const isSwitch = ({ attributeName: name, oldValue, target }: MutationRecord): boolean => {
  if (name === null || resultAttributes.includes(name)) return false;
  if (name !== "style" || !(target instanceof Element)) return true;
  return colorsIn(oldValue) !== colorsIn(attributeOf(target, "style"));
};

/**
 * Tells when a page may have changed its tone behind an element: by the system's setting, by a style sheet that came,
 * or by the attributes of its root or body, of the element or of what else is around it, where pages keep their own
 * switch; and when colours that change by and by have come to rest.
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
    if (records.some(isSwitch)) {
      schedule();
    }
  });
  const onRest = ({ target, propertyName }: TransitionEvent): void => {
    if (propertyName.endsWith("color") && target instanceof Element && target.contains(element)) schedule();
  };
  const end = new AbortController();
  const { signal } = end;
  system.addEventListener("change", schedule, { signal });
  onSheetsChanged(page, schedule, signal);
  page.addEventListener("transitionend", onRest, { capture: true, signal });
  attributes.observe(page.documentElement, { attributes: true });
  attributes.observe(page.body, { attributes: true });
  for (let at: Element | null = element; at !== null && at !== page.body; at = elementOrHostAround(at)) {
    around.observe(at, { attributes: true, attributeOldValue: true });
  }
  return () => {
    end.abort();
    attributes.disconnect();
    around.disconnect();
    cancelAnimationFrame(frame);
  };
};
