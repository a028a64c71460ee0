import { onSheetsChanged } from "@/dom-text/on-sheets-changed.ts";

/** What pages show and hide things by, themselves or in their style sheets. */
const observed: MutationObserverInit = {
  subtree: true,
  attributes: true,
  attributeFilter: [
    "class",
    "hidden",
    "style",
    "open",
    "inert",
    "aria-expanded",
    "aria-hidden",
    "data-state",
    "x-cloak",
  ],
};

/**
 * A page that changes these attributes of so many elements within a frame is taken to have changed as a whole, and it
 * is not watched for them for so many milliseconds: pages that move things by their styles do so in every frame.
 */
const mostElements = 300;
const rest = 1000;
/** So many milliseconds after the last change of its size a window is taken to have its size. */
const sizeRest = 250;

/** Watches the attributes by which a page shows and hides things. */
export interface StateWatch {
  /** Has to be called once: nothing is watched before. */
  readonly start: () => void;
  /** Watches a shadow tree, too. */
  readonly observe: (tree: ShadowRoot) => void;
  /**
   * The elements of which such attributes changed since this was last asked; the root element for a page as a whole,
   * the document for one with other style sheets.
   */
  readonly take: () => readonly Node[];
  /** Takes down what the page changed until now. */
  readonly flush: () => void;
  /** Leaves out what was changed until now, because it was not the page. */
  readonly forget: () => void;
}

/** @param onChange called when there is something to take, maybe more than once */
export function watchStates(document: Document, onChange: () => void, signal: AbortSignal): StateWatch {
  let changed = new Set<Node>();
  let trees: WeakRef<ShadowRoot>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sizeTimer: ReturnType<typeof setTimeout> | undefined;
  const add = (records: readonly MutationRecord[]): void => {
    for (const { target } of records) changed.add(target);
    if (records.length > 0) onChange();
  };
  const observer = new MutationObserver(add);
  /** Style sheets that come show and hide things, too. */
  const takeSheet = (): void => {
    changed.add(document);
    onChange();
  };
  const takeWhole = (): void => {
    changed.add(document.documentElement);
    onChange();
  };
  const takeSize = (): void => {
    clearTimeout(sizeTimer);
    sizeTimer = setTimeout(takeWhole, sizeRest);
  };
  const start = (): void => {
    timer = undefined;
    observer.observe(document, observed);
    trees = trees.filter((one) => one.deref()?.isConnected === true);
    for (const one of trees) observer.observe(one.deref()!, observed);
  };
  const pause = (): void => {
    observer.disconnect();
    timer ??= setTimeout(() => {
      start();
      // Nobody knows what happened in between.
      takeWhole();
    }, rest);
  };
  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(sizeTimer);
    },
    { once: true },
  );
  return {
    start: () => {
      onSheetsChanged(document, takeSheet, signal);
      // What is chosen in a field shows and hides things by style sheets alone, and so does the width of the window.
      document.addEventListener("change", takeWhole, { capture: true, passive: true, signal });
      document.defaultView?.addEventListener("resize", takeSize, { passive: true, signal });
      start();
    },
    observe: (tree) => {
      trees.push(new WeakRef(tree));
      onSheetsChanged(tree, takeSheet, signal);
      if (timer === undefined) observer.observe(tree, observed);
    },
    take: () => {
      const taken = [...changed];
      changed = new Set();
      if (taken.length <= mostElements) return taken;
      pause();
      return taken.includes(document) ? [document] : [document.documentElement];
    },
    flush: () => add(observer.takeRecords()),
    forget: () => void observer.takeRecords(),
  };
}
