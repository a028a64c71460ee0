import { layoutParent } from "@/painting/layout-parent.ts";
import { pageNames } from "@/painting/page-names.ts";

/** What a line stands for: one result that is folded, or all results of a page, which are hidden. */
type LineName = typeof pageNames.fold | typeof pageNames.notice;

/** A line on the page that says what became of results, and opens them. */
export interface ResultLine {
  readonly element: Element;
  setText(text: string): void;
  setOpen(open: boolean): void;
}

const own = new WeakSet<Element>();

/** Whether an element is a line that was put in here, and not a copy that the page made of one. */
export const isLine = (element: Element): boolean => own.has(element);

/** How the line takes its place among its neighbours: as a row among rows, a cell among cells, else as a block. */
const displays: Readonly<Record<string, string>> = {
  tr: "table-row",
  tbody: "table-row-group",
  td: "table-cell",
  th: "table-cell",
};

// The line takes the width it is given, whatever it says: a long one must not push columns apart.
const styleText = (display: string): string => `
:host {
  all: initial !important; display: ${display} !important; color: inherit !important; direction: inherit !important;
  contain: inline-size !important; min-inline-size: 8em !important; align-self: start !important;
  margin-block: ${distance}px !important;
}
button {
  all: unset; box-sizing: border-box; display: block; inline-size: 100%; padding: 2px 8px; cursor: pointer;
  font: 13px/1.5 system-ui, sans-serif; color: inherit; opacity: 0.75;
  border-inline-start: 3px solid currentColor; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
}
button::before { content: "▸ " / ""; }
button[aria-expanded="true"]::before { content: "▾ " / ""; }
button:hover { opacity: 1; }
button:focus-visible { opacity: 1; outline: 2px solid currentColor; outline-offset: -2px; }
td { padding: 0; max-inline-size: 0; }
`;

/** A notice speaks for the whole listing: it takes its whole width, and as many lines as its text needs. */
const noticeText = `
:host { grid-column: 1 / -1 !important; flex: 1 0 100% !important; column-span: all !important; clear: both !important; }
button { padding: 12px; font-size: 15px; white-space: normal; opacity: 1; }
`;

const sheets = new Map<string, CSSStyleSheet>();

/** Pixels between a line and what stands above and below it, where the page leaves no gap of its own. */
const distance = 8;

/** What a line takes over from a result that stands beside others: as wide as it, and floating with them. */
const takenOver = ["width", "box-sizing", "float", "flex", "grid-column", "margin-inline"];

/** Distances of boxes add up, other than those of blocks: no more of one than the result itself has. */
const keptDistance = (margin: string): string =>
  /^[\d.]+(?:px|%)$/.test(margin) ? `min(${distance}px, ${margin})` : "0";

/** Distances above and below a line that stands beside boxes. */
const distancesOf = ({ marginBlockStart, marginBlockEnd }: CSSStyleDeclaration): string =>
  `margin-block: ${keptDistance(marginBlockStart)} ${keptDistance(marginBlockEnd)} !important;`;

/** Even a line in place of a row or a cell is a block where what it stands for was none. */
const asBlock = ":host { display: block !important; } td { display: block; max-inline-size: none; }";

/**
 * How a result takes its place beside others, as declarations for the line in its stead; nothing for one that stands
 * below them. To be read of a result that has no box any more: widths are told as they were written then.
 *
 * @param boxes what is seen of a result whose root has no box, even before it went. Several of them fill columns of a
 *   grid, which only a line across all of these leaves to what follows; the place of one is the line's.
 */
export const placeOf = (root: Element, boxes: readonly Element[]): string => {
  const [shown = root, ...others] = boxes;
  const style = getComputedStyle(shown);
  const unlike = shown === root ? "" : asBlock;
  const container = layoutParent(root.parentNode);
  const { display = "", gridAutoFlow = "" } = container === null ? {} : getComputedStyle(container);
  if (others.length > 0 && display.endsWith("grid")) {
    const across = gridAutoFlow.startsWith("column") ? "row" : "column";
    return `${unlike} :host { grid-${across}: 1 / -1 !important; ${distancesOf(style)} }`;
  }
  const floats = style.float !== "none" && others.length === 0;
  if (!floats && !/(?:flex|grid)$/.test(display)) return unlike;
  // Floats catch on others that are less high.
  const names = floats ? [...takenOver, "height", "margin-block"] : takenOver;
  const taken = names.map((one) => `${one}: ${style.getPropertyValue(one)} !important;`).join(" ");
  const further = [
    ...(floats ? [] : [distancesOf(style)]),
    ...(isInColumn(root) ? [`align-self: ${style.alignSelf} !important; flex: none !important;`] : []),
  ];
  return `${unlike} :host { ${taken} ${further.join(" ")} }`;
};

/** Whether an element stands in a column of boxes, where it is made as wide as the column by being stretched. */
const isInColumn = ({ parentNode }: Element): boolean => {
  const container = layoutParent(parentNode);
  if (container === null) return false;
  const { display, flexDirection } = getComputedStyle(container);
  return display.endsWith("flex") && flexDirection.startsWith("column");
};

/** How the line that speaks for all results takes its place before the first of them. */
export const noticePlaceOf = (root: Element): string =>
  isInColumn(root) ? ":host { flex: none !important; align-self: stretch !important; }" : "";

/** The style sheet of all lines that are displayed alike. */
const sheetFor = (name: LineName, display: string, place: string): CSSStyleSheet => {
  const key = `${name} ${display} ${place}`;
  let sheet = sheets.get(key);
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styleText(display) + (name === pageNames.notice ? noticeText : "") + place);
    sheets.set(key, sheet);
  }
  return sheet;
};

/** How many columns a table row has to be wide to cover those of `row`. */
const columnsOf = (row: HTMLTableRowElement | undefined): number =>
  [...(row?.cells ?? [])].reduce((sum, cell) => sum + cell.colSpan, 0);

/** What the line's shadow root holds around its button, so that a table stays a table. */
const wrapForTable = (page: Document, root: Element, button: Element): Element => {
  const row = root instanceof HTMLTableSectionElement ? root.rows[0] : root;
  if (!(row instanceof HTMLTableRowElement)) {
    return button;
  }
  const cell = page.createElement("td");
  cell.colSpan = Math.max(1, columnsOf(row));
  cell.append(button);
  if (root === row) {
    return cell;
  }
  const wrapped = page.createElement("tr");
  wrapped.append(cell);
  return wrapped;
};

/**
 * Puts a line before a result's root, in a closed shadow root that page and line cannot restyle.
 *
 * @param place how it takes its place, see {@link placeOf}
 * @param onToggle called when the user opens or closes the line by a click, Enter or the space bar
 */
export const insertLine = (name: LineName, root: Element, place: string, onToggle: () => void): ResultLine => {
  const page = root.ownerDocument;
  const element = page.createElement(name);
  own.add(element);
  const button = page.createElement("button");
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", onToggle);
  // The page's own keys and clicks stay out of it.
  for (const type of ["click", "keydown", "keyup"]) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
  if (root.localName === "li") {
    element.setAttribute("role", "listitem");
  }
  // Whoever gives the line the focus means the button in it.
  const shadow = element.attachShadow({ mode: "closed", delegatesFocus: true });
  shadow.adoptedStyleSheets = [sheetFor(name, displays[root.localName] ?? "block", place)];
  shadow.append(wrapForTable(page, root, button));
  root.before(element);
  return {
    element,
    setText: (text) => {
      if (button.textContent !== text) {
        button.textContent = text;
        button.title = text;
      }
    },
    setOpen: (open) => button.setAttribute("aria-expanded", String(open)),
  };
};
