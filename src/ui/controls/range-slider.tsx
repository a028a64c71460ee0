/** One of the two handles. */
export interface SliderHandle {
  readonly label: string;
  /** The stop it stands at, from 0. */
  readonly index: number;
  /** What the stop is called, with its unit. */
  readonly text: string;
}

interface RangeSliderProps {
  readonly low: SliderHandle;
  readonly high: SliderHandle;
  /** The index of the last stop. */
  readonly last: number;
  /** Called while a handle is dragged, with both indices; the low one is never above the high one. */
  readonly onChange: (low: number, high: number) => void;
}

/**
 * A range between two handles: two sliders of the browser's own, one over the other, so that dragging, touch, keys and
 * what is read out are those of any slider.
 */
export function RangeSlider({ low, high, last, onChange }: RangeSliderProps) {
  const share = (index: number): string => `${(100 * index) / last}%`;
  const handle = (side: "low" | "high", { label, index, text }: SliderHandle) => (
    <input
      type="range"
      class={`range-handle range-${side}`}
      aria-label={label}
      aria-valuetext={text}
      title={text}
      min={0}
      max={last}
      step={1}
      value={index}
      onInput={({ currentTarget }) => {
        const moved = Number(currentTarget.value);
        const stopped = side === "low" ? Math.min(moved, high.index) : Math.max(moved, low.index);
        // The browser moved it past the other handle; nothing may come to be drawn that would put it back.
        if (stopped !== moved) currentTarget.value = String(stopped);
        if (side === "low") onChange(stopped, high.index);
        else onChange(low.index, stopped);
      }}
    />
  );
  return (
    <div
      class={low.index > last / 2 ? "range-slider range-low-first" : "range-slider"}
      style={{ "--low": share(low.index), "--high": share(high.index) }}
    >
      <span class="range-track" aria-hidden="true" />
      {handle("low", low)}
      {handle("high", high)}
    </div>
  );
}
