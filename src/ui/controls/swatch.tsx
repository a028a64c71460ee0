import type { ColorNumber } from "@/model/keyword-list.ts";
import { paletteColor } from "@/model/palette.ts";

/** The colour's values for both tones as custom properties; the style sheet takes those of the tone in use. */
export function colorProperties(number: ColorNumber): Record<string, string> {
  const { light, dark, pattern } = paletteColor(number);
  return {
    "--back-light": light.back,
    "--back-dark": dark.back,
    "--ink-light": light.text,
    "--ink-dark": dark.text,
    "--line-light": light.line,
    "--line-dark": dark.line,
    "--pattern": `${pattern.line} ${pattern.style}`,
  };
}

/** A sample of a colour, for the eye alone. */
export const Swatch = ({ color }: { readonly color: ColorNumber }) => (
  <span class="swatch" style={colorProperties(color)} aria-hidden="true" />
);
