import type { ColorNumber } from "@/model/keyword-list.ts";
import { palette } from "@/model/palette.ts";

type Lab = readonly [number, number, number];

const linear = (channel: number): number =>
  channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;

/** A colour in Oklab, where distances are as people see them (https://bottosson.github.io/posts/oklab/). */
const oklab = (hex: string): Lab | null => {
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/iu.exec(hex);
  const long = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/iu.exec(hex);
  const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
  if (digits === undefined) return null;
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => linear(Number.parseInt(pair, 16) / 255));
  const l = Math.cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
  const m = Math.cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
  const s = Math.cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
  return [
    0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  ];
};

/** Light and dark of one hue are one colour here: lightness counts less than hue does. */
const lightnessWeight = 0.3;

const distance = ([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number =>
  Math.hypot((l1 - l2) * lightnessWeight, a1 - a2, b1 - b2);

/** The colour of the palette that looks most like a `#rgb` or `#rrggbb` colour; null where the text is none. */
export const nearestColor = (hex: string): ColorNumber | null => {
  const wanted = oklab(hex.trim());
  if (wanted === null) return null;
  const distances = palette.map(({ light }) =>
    Math.min(...[light.back, light.line].map((shade) => distance(wanted, oklab(shade) ?? wanted))),
  );
  return distances.indexOf(Math.min(...distances)) + 1;
};
