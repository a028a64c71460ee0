/** Where to click: the middle of a control in CSS pixels of the viewport, and its place among all that match. */
export interface ControlPlace {
  readonly x: number;
  readonly y: number;
  readonly index: number;
}

/**
 * Runs in a page: scrolls the first control that matches a selector, can be seen and used, and has this accessible
 * name (null: any) into view and tells where it is; null where there is none, where something else lies over it, or
 * where it is still moving.
 *
 * @param root what to look in: the page, or one shadow tree
 */
export const findControl = async (
  selector: string,
  name: string | null,
  root: Document | ShadowRoot = document,
): Promise<ControlPlace | null> => {
  /**
   * Milliseconds that a control stays in its place before it is used: longer than a page takes to draw what changed.
   */
  const rest = 60;
  const nameOf = (control: Element): string => {
    const labels = control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.labels : null;
    const labelled = (control.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => root.getElementById(id)?.textContent ?? "")
      .join(" ");
    const texts = [
      control.getAttribute("aria-label"),
      labelled,
      labels?.[0]?.textContent,
      control.textContent,
      control.getAttribute("title"),
    ];
    return (texts.find((text) => text !== null && text !== undefined && text.trim() !== "") ?? "")
      .replace(/\s+/g, " ")
      .trim();
  };
  for (const [index, control] of [...root.querySelectorAll(selector)].entries()) {
    if (name !== null && nameOf(control) !== name) continue;
    if (control.matches(":disabled") || !control.checkVisibility()) continue;
    control.scrollIntoView({ block: "center", behavior: "instant" });
    const before = control.getBoundingClientRect();
    await new Promise((rested) => setTimeout(rested, rest));
    const { left, top, width, height } = control.getBoundingClientRect();
    if (left !== before.left || top !== before.top) return null;
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = root.elementFromPoint(x, y);
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
    if (hit && [control, ...labels].some((element) => element.contains(hit))) return { x, y, index };
  }
  return null;
};
