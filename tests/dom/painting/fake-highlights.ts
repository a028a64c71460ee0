import { afterEach, beforeEach, vi } from "vitest";

/** What happy-dom lacks of what the highlight painter needs: highlights, static ranges, and a view to be near. */

class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
}

class FakeStaticRange {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
  readonly collapsed = false;

  constructor(init: StaticRangeInit) {
    this.startContainer = init.startContainer;
    this.startOffset = init.startOffset;
    this.endContainer = init.endContainer;
    this.endOffset = init.endOffset;
  }
}

type OnIntersection = (entries: readonly Partial<IntersectionObserverEntry>[]) => void;

const observers = new Set<FakeIntersectionObserver>();

class FakeIntersectionObserver {
  readonly observed = new Set<Element>();
  readonly onIntersection: OnIntersection;

  constructor(onIntersection: OnIntersection) {
    this.onIntersection = onIntersection;
    observers.add(this);
  }

  observe(element: Element): void {
    this.observed.add(element);
  }

  unobserve(element: Element): void {
    this.observed.delete(element);
  }

  disconnect(): void {
    this.observed.clear();
  }
}

/** Lets the fakes stand in for the browser's own while a test runs. */
export const useFakeHighlights = (): void => {
  beforeEach(() => {
    observers.clear();
    vi.stubGlobal("Highlight", FakeHighlight);
    vi.stubGlobal("StaticRange", FakeStaticRange);
    vi.stubGlobal("IntersectionObserver", FakeIntersectionObserver);
    vi.stubGlobal("CSS", { highlights: new Map<string, FakeHighlight>(), escape: (text: string) => text });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
};

/** Waits until everything that is to be watched is, then tells the painter what is near the view. */
export const scrollTo = async (near: readonly Element[]): Promise<void> => {
  await vi.waitFor(() => {
    for (const element of near) {
      if (![...observers].some(({ observed }) => observed.has(element))) {
        throw new Error("Not watched yet");
      }
    }
  });
  for (const { observed, onIntersection } of observers) {
    onIntersection(
      [...observed].map((target) => ({
        target,
        isIntersecting: near.includes(target),
        boundingClientRect: new DOMRect(0, 0, 100, 100),
      })),
    );
  }
};

export const watchedCount = (): number => [...observers].reduce((sum, { observed }) => sum + observed.size, 0);

export interface LitRange {
  readonly name: string;
  readonly text: string;
  readonly start: Node;
}

/** The text from one place to another, without what no reader sees in between. */
const textBetween = (range: AbstractRange): string => {
  const [start, end] = [range.startContainer as Text, range.endContainer as Text];
  if (start === end) {
    return start.data.slice(range.startOffset, range.endOffset);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = start;
  let text = start.data.slice(range.startOffset);
  while (walker.nextNode() !== null && walker.currentNode !== end) {
    const between = walker.currentNode as Text;
    text += between.parentElement?.closest("script,[hidden]") ? "" : between.data;
  }
  return walker.currentNode === end ? text + end.data.slice(0, range.endOffset) : `${text} and no end`;
};

/** Every registered range that a browser would draw, with the text it lies on. */
export const litRanges = (): LitRange[] =>
  [...CSS.highlights].flatMap(([name, highlight]) =>
    [...highlight].flatMap((range) => {
      const [start, end] = [range.startContainer as Text, range.endContainer as Text];
      // Browsers draw no static range whose ends don't lie on the page, or no longer within their nodes.
      if (!start.isConnected || !end.isConnected || range.startOffset > start.length || range.endOffset > end.length) {
        return [];
      }
      return [{ name, text: textBetween(range), start }];
    }),
  );
