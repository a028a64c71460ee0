import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { ColorNumber } from "@/model/keyword-list.ts";
import { palette, paletteColor } from "@/model/palette.ts";

import { Swatch, colorProperties } from "./swatch.tsx";

interface ColorPickerProps {
  /** What the colour is of, to be read out. */
  readonly label: string;
  readonly color: ColorNumber;
  readonly onChange: (color: ColorNumber) => void;
}

/** The name of a colour; the tests prove that each colour of the palette has one. */
export const colorName = (color: ColorNumber): string =>
  messageText(`color.${paletteColor(color).name}` as "color.yellow");

/** A button in the colour, and the palette that it opens. Arrow keys walk the palette; Escape and leaving close it. */
export function ColorPicker({ label, color, onChange }: ColorPickerProps) {
  const open = useSignal(false);
  const group = useId();
  const close = (wrapper: HTMLElement, focus: boolean): void => {
    open.value = false;
    if (focus) wrapper.querySelector("button")?.focus();
  };
  return (
    <div
      class="color-picker"
      onKeyDown={(event) => (event.key === "Escape" && open.value ? close(event.currentTarget, true) : undefined)}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close(event.currentTarget, false);
      }}
    >
      <button
        type="button"
        class="color-button"
        aria-label={`${label}: ${colorName(color)}`}
        title={`${label}: ${colorName(color)}`}
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <Swatch color={color} />
      </button>
      {open.value && (
        <div class="color-panel" role="radiogroup" aria-label={label}>
          {palette.map((_, index) => (
            <label key={index} class="color-choice" style={colorProperties(index + 1)} title={colorName(index + 1)}>
              <input
                type="radio"
                name={group}
                aria-label={colorName(index + 1)}
                checked={index + 1 === color}
                onChange={() => onChange(index + 1)}
              />
              <span class="color-sample" aria-hidden="true">
                Aa
              </span>
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
