import type { Hit } from "@/model/hit.ts";
import { paletteColor } from "@/model/palette.ts";
import type { PageTone } from "@/model/palette.ts";
import { textFieldNames } from "@/model/result.ts";
import type { ScrollMarkers } from "@/painting/offered-markers.ts";
import { pageNames } from "@/painting/page-names.ts";
import type { PaintedList, PaintTarget } from "@/painting/painter.ts";

/** One hit's place on the page. */
interface Place {
  readonly hit: Hit;
  /** Pixels from the page's top to the middle of the hit. */
  readonly y: number;
}

interface MarkedTarget {
  target: PaintTarget;
  places: readonly Place[];
}

/** So many results are measured in one frame: those of a long page take a few frames, and none of them a long one. */
const batchSize = 50;
/** Milliseconds that a page has to keep its size before everything is measured again. */
const calm = 250;
/** Pixels of the view's height that share a mark: less could not be told apart, nor be pressed. */
const rowHeight = 3;
/** So many lists stand beside each other; the ones after them share their places. */
const mostLanes = 4;

const styleText = `
:host {
  all: initial !important; position: fixed !important; inset: 0 0 0 auto !important; inline-size: 10px !important;
  z-index: 2147483647 !important; contain: strict !important; pointer-events: none !important;
}
@media print { :host { display: none !important; } }
i {
  position: absolute; block-size: ${rowHeight}px; margin-block-start: ${-rowHeight / 2}px;
  pointer-events: auto; cursor: pointer; box-sizing: border-box;
}
i.current {
  inset-inline: 0 !important; inline-size: auto !important; block-size: 7px; margin-block-start: -3.5px; z-index: 1;
  background: var(--winnow-current-back, #ff6d00) !important; outline: 1px solid #000000;
}
`;

/** Of two places in the page's text. */
const isSame = (a: Hit, b: Hit): boolean =>
  a.list === b.list && a.line === b.line && a.field === b.field && a.span.start === b.span.start;

/**
 * Marks along the right edge of the view, in the colours of the lists, where on the page hits are; a click scrolls
 * there. They stand in a closed shadow root, out of the page's flow. Places are read where the browser has just laid
 * the page out, in the callback of an IntersectionObserver, so that no layout is forced, a batch a frame; and again
 * when the page's size has changed. Pages that scroll inside an element of theirs get none.
 */
export const createScrollMarkers = (page: Document): ScrollMarkers => {
  const host = page.createElement(pageNames.markers);
  host.setAttribute("aria-hidden", "true");
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styleText);
  shadow.adoptedStyleSheets = [sheet];
  page.documentElement.append(host);

  const known = new Map<Element, MarkedTarget>();
  const due = new Set<Element>();
  const lanes = new Map<string, number>();
  const colors = new Map<string, PaintedList["color"]>();
  const tops = new WeakMap<EventTarget, number>();
  let tone: PageTone = "light";
  let current: { readonly root: Element; readonly hit: Hit } | null = null;
  /** The marks that stand there, by what they mark. */
  const marks = new Map<string, HTMLElement>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const placesOf = ({ fields, hits }: PaintTarget): readonly Place[] => {
    const range = page.createRange();
    const { scrollY } = window;
    return hits.flatMap((hit): readonly Place[] => {
      const name = lanes.has(hit.list) ? textFieldNames.find((field) => field === hit.field) : undefined;
      const [piece] = name === undefined ? [] : fields[name].locate(hit.span);
      if (piece === undefined) {
        return [];
      }
      range.setStart(piece.node, piece.start);
      range.setEnd(piece.node, piece.end);
      const { top, height } = range.getBoundingClientRect();
      return height === 0 ? [] : [{ hit, y: top + height / 2 + scrollY }];
    });
  };

  const setMark = (mark: HTMLElement, { hit, y }: Place, share: number, isCurrent: boolean): void => {
    const color = colors.get(hit.list) ?? 1;
    const width = 100 / Math.min(mostLanes, Math.max(1, lanes.size));
    mark.classList.toggle("current", isCurrent);
    mark.style.top = `${(share * 100).toFixed(2)}%`;
    mark.style.left = `${((lanes.get(hit.list) ?? 0) % mostLanes) * width}%`;
    mark.style.width = `${width}%`;
    mark.style.background = `var(--winnow-${color}-line, ${paletteColor(color)[tone].line})`;
    tops.set(mark, y);
  };

  const draw = (): void => {
    const { scrollHeight, clientHeight } = page.documentElement;
    const gone = new Set(marks.keys());
    const drawn = new Set<string>();
    for (const [root, { places }] of scrollHeight > clientHeight ? known : []) {
      for (const place of places) {
        const { hit, y } = place;
        const share = y / scrollHeight;
        const isCurrent = current?.root === root && isSame(current.hit, hit);
        const row = isCurrent ? "current" : `${Math.round((share * clientHeight) / rowHeight)} ${hit.list}`;
        if (drawn.has(row)) {
          continue;
        }
        drawn.add(row);
        gone.delete(row);
        // A mark that stays is the same element: what is exchanged while somebody presses it hears of no click.
        const mark = marks.get(row) ?? page.createElement("i");
        setMark(mark, place, share, isCurrent);
        if (!marks.has(row)) {
          marks.set(row, mark);
          shadow.append(mark);
        }
      }
    }
    for (const row of gone) {
      marks.get(row)?.remove();
      marks.delete(row);
    }
  };

  const observer = new IntersectionObserver((entries) => {
    for (const { target: root } of entries) {
      observer.unobserve(root);
      const marked = known.get(root);
      if (marked !== undefined) {
        marked.places = placesOf(marked.target);
      }
    }
    draw();
    measureNext();
  });

  const measureNext = (): void => {
    let left = batchSize;
    for (const root of due) {
      if (left === 0) {
        break;
      }
      left -= 1;
      due.delete(root);
      observer.observe(root);
    }
  };

  const measure = (roots: Iterable<Element>): void => {
    for (const root of roots) {
      due.add(root);
    }
    measureNext();
  };

  const resized = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => measure(known.keys()), calm);
  });
  resized.observe(page.documentElement);
  resized.observe(page.body);

  for (const type of ["pointerdown", "mousedown", "click"]) {
    shadow.addEventListener(type, (event) => {
      event.stopPropagation();
      const y = event.target === null ? undefined : tops.get(event.target);
      if (type === "click" && y !== undefined) {
        window.scrollTo({ top: y - page.documentElement.clientHeight / 2, behavior: "instant" });
      }
    });
  }

  return {
    useLists: (lists) => {
      lanes.clear();
      colors.clear();
      for (const [rank, { id, color }] of lists.entries()) {
        lanes.set(id, rank);
        colors.set(id, color);
      }
      draw();
    },
    setTone: (wanted) => {
      tone = wanted;
      draw();
    },
    show: (targets) => {
      const changed = targets.filter(({ root, hits, fields }) => {
        const before = known.get(root)?.target;
        return before?.hits !== hits || before.fields !== fields;
      });
      for (const target of changed) {
        known.set(target.root, { target, places: known.get(target.root)?.places ?? [] });
      }
      measure(changed.map(({ root }) => root));
    },
    forget: (roots) => {
      for (const root of roots) {
        known.delete(root);
        due.delete(root);
      }
      draw();
    },
    setCurrent: (wanted) => {
      const before = current?.root;
      current = wanted === null ? null : { root: wanted.target.root, hit: wanted.hit };
      measure([before, current?.root].filter((root) => root !== undefined));
    },
    clear: () => {
      clearTimeout(timer);
      observer.disconnect();
      resized.disconnect();
      host.remove();
    },
  };
};
