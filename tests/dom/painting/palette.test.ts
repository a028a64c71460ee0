import { describe, expect, it } from "vitest";

import { colorCount } from "@/model/keyword-list.ts";
import { palette } from "@/model/palette.ts";
import type { PageTone } from "@/model/palette.ts";

type Rgb = readonly [number, number, number];

const linearRgb = (color: string): Rgb => {
  const channel = (at: number): number => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

/** WCAG 2.2, "contrast ratio". */
const contrast = (one: string, other: string): number => {
  const luminance = (color: string): number => {
    const [red, green, blue] = linearRgb(color);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/**
 * The difference that an eye sees between two colours: their distance in Oklab
 * (https://bottosson.github.io/posts/oklab).
 */
const difference = (one: string, other: string): number => {
  const oklab = (color: string): Rgb => {
    const [red, green, blue] = linearRgb(color);
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

/** Pages that the colours stand on. */
const pages: Readonly<Record<PageTone, readonly string[]>> = {
  light: ["#ffffff", "#f8f9fa"],
  dark: ["#000000", "#121212", "#202124"],
};

describe("the palette", () => {
  it("has as many colours as lists can choose from, each with a name and a line of its own", () => {
    expect(palette.length).toBe(colorCount);
    expect(new Set(palette.map(({ name }) => name)).size).toBe(colorCount);
    expect(new Set(palette.map(({ pattern }) => `${pattern.line} ${pattern.style}`)).size).toBe(colorCount);
  });

  describe.each(["light", "dark"] as const)("on %s pages", (tone) => {
    it.each(palette.map((color) => [color.name, color[tone]] as const))("%s can be read", (_, { back, text, line }) => {
      expect(contrast(back, text)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(back, line)).toBeGreaterThanOrEqual(3);
      for (const page of pages[tone]) {
        expect(contrast(page, line)).toBeGreaterThanOrEqual(3);
        expect(difference(page, back)).toBeGreaterThanOrEqual(0.1);
      }
    });

    it("differs from colour to colour", () => {
      const backs = palette.map((color) => color[tone].back);
      for (const [index, back] of backs.entries()) {
        for (const other of backs.slice(index + 1)) {
          // Three times what is just noticed between neighbours.
          expect(difference(back, other)).toBeGreaterThanOrEqual(0.06);
        }
      }
    });
  });
});
