import type { ColorNumber } from "./keyword-list.ts";

/** The colours of one shade, as `#rrggbb`. */
export interface Shade {
  readonly back: string;
  /** Readable on `back`: a contrast of 4.5 or more (WCAG 2.2, 1.4.3). */
  readonly text: string;
  /** For lines, edges and swatches: a contrast of 3 or more with `back` and with the page (WCAG 2.2, 1.4.11). */
  readonly line: string;
}

export type PageTone = "light" | "dark";

export interface PaletteColor extends Readonly<Record<PageTone, Shade>> {
  /** A plain English name, for message keys. */
  readonly name: string;
  /** A line of its own for each colour, so that colours differ for those who don't see them. */
  readonly pattern: { readonly line: string; readonly style: string };
}

const onLight = "#1a1a1a";
const onDark = "#ffffff";

const color = (
  name: string,
  [lightBack, lightLine]: readonly [string, string],
  [darkBack, darkLine]: readonly [string, string],
  [line, style]: readonly [string, string],
): PaletteColor => ({
  name,
  light: { back: lightBack, text: onLight, line: lightLine },
  dark: { back: darkBack, text: onDark, line: darkLine },
  pattern: { line, style },
});

/** The colours of keyword lists and cards by number, from 1; hues in an order that keeps the first ones far apart. */
export const palette: readonly PaletteColor[] = [
  color("yellow", ["#ffea6c", "#716400"], ["#615604", "#c1ac15"], ["underline", "solid"]),
  color("green", ["#79ef8f", "#02782e"], ["#016826", "#60c473"], ["underline", "dashed"]),
  color("blue", ["#96c9fe", "#0262ab"], ["#014f8a", "#4da5f9"], ["underline", "dotted"]),
  color("pink", ["#ffafd4", "#a42c71"], ["#912964", "#f383bb"], ["underline", "wavy"]),
  color("orange", ["#feb674", "#905203"], ["#905203", "#fea754"], ["underline", "double"]),
  color("violet", ["#ccb1fe", "#7141b0"], ["#582493", "#ad87ed"], ["overline", "solid"]),
  color("cyan", ["#7af4fb", "#057176"], ["#02787d", "#03e0e9"], ["overline", "dashed"]),
  color("red", ["#ff958e", "#a51e24"], ["#971a20", "#f67d75"], ["overline", "dotted"]),
  color("lime", ["#cbfd60", "#536f04"], ["#597600", "#b1d864"], ["underline overline", "solid"]),
  color("brown", ["#cfaa77", "#704a02"], ["#553d1a", "#d28f09"], ["underline overline", "dashed"]),
  color("teal", ["#5dd2bd", "#056a5d"], ["#025449", "#08b7a1"], ["underline overline", "dotted"]),
  color("grey", ["#c6cedb", "#5d646f"], ["#535861", "#a7aebb"], ["underline overline", "double"]),
];

/** A colour by its number; a number out of range, as an old or a newer version may have stored it, wraps around. */
export const paletteColor = (number: ColorNumber): PaletteColor => {
  const count = palette.length;
  const found = palette[(((Math.trunc(number) - 1) % count) + count) % count];
  if (found === undefined) {
    throw new RangeError(`No colour ${number}`);
  }
  return found;
};
