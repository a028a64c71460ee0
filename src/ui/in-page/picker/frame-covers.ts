import { boxAround } from "./draw-boxes.ts";
import type { PickerState } from "./picker-state.ts";

/** What shows a page or program of its own: presses in it never reach the page around. */
const frames = "iframe, frame, embed, object";

/**
 * Covers what presses could not be kept from otherwise. A press on a cover picks what it covers.
 *
 * @param layer holds the covers and nothing else
 */
export const createFrameCovers = (
  document: Document,
  layer: Element,
  state: PickerState,
): { readonly draw: () => void } => {
  const covers = new Map<Element, HTMLElement>();
  const coverOf = (frame: Element): HTMLElement => {
    const known = covers.get(frame);
    if (known) return known;
    const cover = document.createElement("div");
    cover.className = "cover";
    cover.addEventListener("pointermove", () => state.phase.value.kind === "choosing" && state.point(frame));
    cover.addEventListener("click", () => void state.pick(frame));
    covers.set(frame, cover);
    layer.append(cover);
    return cover;
  };
  return {
    draw: () => {
      const view = document.defaultView;
      if (view === null) return;
      const seen = new Set<Element>();
      for (const frame of document.querySelectorAll(frames)) {
        const box = boxAround([frame], view, "pointed", "");
        if (box === null) continue;
        seen.add(frame);
        Object.assign(coverOf(frame).style, {
          transform: `translate(${String(box.left)}px, ${String(box.top)}px)`,
          width: `${String(box.width)}px`,
          height: `${String(box.height)}px`,
        });
      }
      for (const [frame, cover] of covers) {
        if (seen.has(frame)) continue;
        cover.remove();
        covers.delete(frame);
      }
    },
  };
};
