import { effect } from "@preact/signals";

import { boxAround, drawBoxes } from "./draw-boxes.ts";
import type { Box } from "./draw-boxes.ts";
import { createFrameCovers } from "./frame-covers.ts";
import { shownProposal } from "./picker-state.ts";
import type { PickerState } from "./picker-state.ts";

import styleText from "./picker.css?inline";

/** The one element that the picker adds to a page, and what is in it. */
export interface Overlay {
  readonly host: HTMLElement;
  /** Where the controls are shown. */
  readonly place: HTMLElement;
  readonly focus: () => void;
}

const boxesFor = (view: Window, { phase, pointed }: PickerState): readonly Box[] => {
  const { value } = phase;
  if (value.kind === "proposed") {
    return shownProposal(value).results.flatMap(
      ({ root, parts }, place) => boxAround([root, ...parts], view, "result", String(place + 1)) ?? [],
    );
  }
  if (value.kind !== "choosing" || pointed.value === null) return [];
  return [boxAround([pointed.value], view, "pointed", "")].filter((box) => box !== null);
};

/**
 * Adds the picker's element to the page: a closed shadow root over everything, with boxes that follow what they are
 * drawn around. The abort ends the following; the element stays until its host is removed.
 */
export const createOverlay = (
  document: Document,
  view: Window,
  { language, direction }: { readonly language: string; readonly direction: string },
  state: PickerState,
  signal: AbortSignal,
): Overlay => {
  const host = document.createElement("winnow-picker");
  const shadow = host.attachShadow({ mode: "closed" });
  const style = new CSSStyleSheet();
  style.replaceSync(styleText);
  shadow.adoptedStyleSheets = [style];
  const covers = document.createElement("div");
  const boxes = document.createElement("div");
  const place = document.createElement("div");
  boxes.className = "boxes";
  boxes.setAttribute("aria-hidden", "true");
  place.className = "place";
  place.lang = language;
  place.dir = direction;
  shadow.append(covers, boxes, place);
  document.documentElement.append(host);
  // The top layer lies over whatever the page puts on top of itself.
  host.popover = "manual";
  host.showPopover?.();

  const frames = createFrameCovers(document, covers, state);
  let frame = 0;
  const draw = (): void => {
    frame = 0;
    frames.draw();
    drawBoxes(boxes, boxesFor(view, state));
  };
  const drawSoon = (): void => {
    if (frame === 0) frame = view.requestAnimationFrame(draw);
  };
  const following = new ResizeObserver(drawSoon);
  following.observe(document.documentElement);
  if (document.body) following.observe(document.body);
  for (const type of ["scroll", "resize", "load", "transitionend", "animationend"]) {
    view.addEventListener(type, drawSoon, { capture: true, passive: true, signal });
  }
  const stop = effect(() => {
    // Reading them is what makes the effect run again when they change.
    void [state.phase.value, state.pointed.value];
    drawSoon();
  });
  signal.addEventListener(
    "abort",
    () => {
      stop();
      following.disconnect();
      view.cancelAnimationFrame(frame);
    },
    { once: true },
  );
  return {
    host,
    place,
    focus: () =>
      (place.querySelector<HTMLElement>(".button-strong") ?? place.querySelector<HTMLElement>(".bar"))?.focus({
        preventScroll: true,
      }),
  };
};
