import type { ResultOnPage } from "@/messaging/result-buttons.ts";

/** What Tab may stop at, whatever its tabindex says. */
const stopping =
  "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]";

/** What can be given the focus again once Tab has left it. */
export type Stop = HTMLElement | SVGElement;

const isStop = (element: Element): element is Stop => {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return false;
  // The line of a folded result passes the focus on to the one button in it.
  if (element.localName === "winnow-fold") return true;
  return (
    element.matches(stopping) &&
    element.tabIndex >= 0 &&
    !element.matches(":disabled, [inert], [inert] *") &&
    element.checkVisibility({ visibilityProperty: true })
  );
};

/** Every stop in and under an element, in the order of the page, those in open shadow trees as well. */
const stopsUnder = (element: Element): readonly Stop[] => [
  ...(isStop(element) ? [element] : []),
  ...[...(element.shadowRoot?.children ?? []), ...element.children].flatMap(stopsUnder),
];

/** The last place in a result where Tab stops, with the line that stands for it; null where it stops nowhere. */
export const lastStop = ({ root, parts }: Pick<ResultOnPage, "root" | "parts">): Stop | null => {
  const before = root.previousElementSibling;
  const line = before?.localName === "winnow-fold" ? [before] : [];
  return [...line, root, ...parts].flatMap(stopsUnder).at(-1) ?? null;
};

/**
 * The last stop of the first result after one that has any, of the last before it where none after it has: where the
 * focus is nearest to a result that is gone.
 *
 * @param results in the order of the page
 */
export const stopAfter = (results: readonly ResultOnPage[], gone: Element | null): Stop | null => {
  const at = results.findIndex(({ root }) => root === gone);
  for (const result of [...results.slice(at + 1), ...results.slice(0, Math.max(0, at)).toReversed()]) {
    const stop = lastStop(result);
    if (stop !== null) return stop;
  }
  return null;
};
