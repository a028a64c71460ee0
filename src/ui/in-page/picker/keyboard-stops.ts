/** What a result is most often known by, and what stands for one that has neither link nor heading. */
const handles = "a[href], h1, h2, h3, h4, h5, h6, [role='heading'], [role='link']";
const blocks = "article, li, tr, dt, [role='listitem'], [role='article'], [role='row']";

/** Shorter texts are numbers of pages, arrows, stars. */
const leastText = 3;

/** A handle of a result counts this much at most when the page's main group is guessed. */
const mostText = 60;

/** Fewer that look alike are no group to begin with. */
const leastGroup = 3;

const textOf = (element: Element): string => (element.textContent ?? "").trim();

const isShown = (element: Element): boolean =>
  element.checkVisibility() && textOf(element).length >= leastText && element.closest("winnow-fold") === null;

/** What looks alike goes by the same name. */
const nameOf = (element: Element): string =>
  [element, element.parentElement]
    .map((at) => `${at?.localName ?? ""}.${at?.className ?? ""}`.replaceAll(/\d+/gu, ""))
    .join("<");

/** The elements that the keyboard stops at, in the page's order: none lies in another. */
export const keyboardStops = (document: Document): readonly Element[] => {
  const stops: Element[] = [];
  for (const element of document.body.querySelectorAll(`${handles}, ${blocks}`)) {
    const standsForItself = element.matches(handles) || element.querySelector(handles) === null;
    if (standsForItself && stops.at(-1)?.contains(element) !== true && isShown(element)) stops.push(element);
  }
  return stops;
};

const weightOf = (group: readonly Element[]): number =>
  group.reduce((sum, element) => sum + Math.min(mostText, textOf(element).length), 0);

/** Where the keyboard begins: the first of those that look alike and say most together. */
export const firstStop = (stops: readonly Element[]): Element | null => {
  const groups = [...Map.groupBy(stops, nameOf).values()].filter(({ length }) => length >= leastGroup);
  return groups.toSorted((a, b) => weightOf(b) - weightOf(a))[0]?.[0] ?? stops[0] ?? null;
};

/** The stop before (-1) or after (1) an element, which need not be one itself; at the ends it goes round. */
export const nextStop = (stops: readonly Element[], from: Element, by: -1 | 1): Element | null => {
  const inside = stops.findIndex((stop) => stop.contains(from) || from.contains(stop));
  if (inside >= 0) return stops.at((inside + by) % stops.length) ?? null;
  const after = stops.findIndex(
    (stop) => (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const place = after < 0 ? stops.length : after;
  return stops.at((by > 0 ? place : place - 1) % stops.length) ?? null;
};

/** The first of the next stops that looks different, or of the group before. */
export const nextGroup = (stops: readonly Element[], from: Element, by: -1 | 1): Element | null => {
  const name = nameOf(from);
  let at: Element | null = from;
  for (let step = 0; at !== null && step < stops.length; step += 1) {
    at = nextStop(stops, at, by);
    if (at !== null && nameOf(at) !== name) return at;
  }
  return at;
};
