import { parentElementOf } from "@/dom-text/unclobbered.ts";
import { pageNames, resultAttributes } from "@/painting/page-names.ts";

import { watchStates } from "./watch-states.ts";

/** What a page did since it was last looked at. */
export interface PageChange {
  /** The nodes whose content changed. */
  readonly dirty: readonly Node[];
  /** The elements of which attributes changed that show and hide things; the document for a page as a whole. */
  readonly restyled: readonly Node[];
  /** Whether the page's address is another one now. */
  readonly moved: boolean;
  /** The elements whose Winnow attributes were changed, and lines in place of results that were taken away. */
  readonly spoilt: readonly Element[];
  /** The elements that were added, without those that are in others. */
  readonly added: readonly Element[];
}

export interface PageWatch {
  /** How many changes the page made so far, of which some may not have been told yet. */
  readonly changeCount: () => number;
  /** Does something to the page without taking it for the page's own change. */
  readonly unwatched: (write: () => void) => void;
  /** Watches the shadow trees that an element stands in and hosts, too: a page's observer does not see into them. */
  readonly follow: (element: Element) => void;
  /** Watches Winnow's attributes in the shadow tree that an element of a result stands in, as in the page itself. */
  readonly guard: (element: Element) => void;
  /**
   * Watches the shadow trees that these host, and those that they come to host; in place of the elements given before,
   * as far as these host none yet.
   */
  readonly followHosts: (hosts: readonly Element[]) => void;
}

/** Nothing tells that a shadow tree is attached: so many milliseconds lie between two looks for one. */
const lookForTrees = 1000;

const observed: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  // Engines fill in or replace addresses after the fact; other attributes don't change what a result says.
  attributeFilter: ["href"],
};

/** Frameworks that make elements alike take off every attribute that they don't know. */
const guardedAttributes: MutationObserverInit = {
  subtree: true,
  attributes: true,
  attributeFilter: [...resultAttributes],
};

/**
 * Tells the listener what changed on a page, at most once a frame, until the signal is aborted.
 *
 * A page in the background gets no frames; it is looked at when it is seen again.
 *
 * @param whenWanted calls back once changes are of interest: a browser's parser makes a record of every node, which
 *   costs more than looking at the page does
 * @param onAdded called with elements as soon as the page has added them, before anything is painted with them: a frame
 *   whose callbacks run already would be over before the listener hears of it
 */
export function watchPage(
  document: Document,
  listener: (change: PageChange) => void,
  signal: AbortSignal,
  whenWanted: (begin: () => void) => void = (begin) => begin(),
  onAdded?: (added: readonly Element[]) => void,
): PageWatch {
  const view = document.defaultView;
  let address = document.location.href;
  let dirty = new Set<Node>();
  let spoilt = new Set<Element>();
  let added = new Set<Element>();
  let frame = 0;
  let count = 0;

  const deliver = (): void => {
    frame = 0;
    const moved = document.location.href !== address;
    address = document.location.href;
    const outermost = [...added].filter((element) => {
      const parent = parentElementOf(element);
      return parent === null || !added.has(parent);
    });
    const change = { dirty: [...dirty], restyled: states.take(), moved, spoilt: [...spoilt], added: outermost };
    dirty = new Set();
    spoilt = new Set();
    added = new Set();
    if (moved || change.dirty.length + change.restyled.length + change.spoilt.length > 0) listener(change);
  };
  const schedule = (): void => {
    if (frame === 0 && view !== null) frame = view.requestAnimationFrame(deliver);
  };
  const take = (records: readonly MutationRecord[]): void => {
    count += records.length;
    const fresh: Element[] = [];
    for (const { target, addedNodes, removedNodes } of records) {
      dirty.add(target);
      for (const node of addedNodes) if (node instanceof Element) fresh.push(node);
      for (const node of removedNodes) {
        if (node instanceof Element && node.localName === pageNames.fold) spoilt.add(node);
      }
    }
    for (const element of fresh) added.add(element);
    if (records.length > 0) schedule();
    if (fresh.length > 0) onAdded?.(fresh);
  };
  const takeSpoilt = (records: readonly MutationRecord[]): void => {
    for (const { target } of records) if (target instanceof Element) spoilt.add(target);
    if (records.length > 0) schedule();
  };

  const observer = new MutationObserver(take);
  let watching = false;
  const states = watchStates(document, schedule, signal);
  /** Apart from the other, because it is taken off while Winnow writes: thousands of records would be made then. */
  const guard = new MutationObserver(takeSpoilt);
  const guarded = new Set<Document | ShadowRoot>([document]);
  const setGuard = (): void => {
    if (signal.aborted || !watching) return;
    for (const tree of guarded) {
      if (tree.isConnected) guard.observe(tree, guardedAttributes);
      else guarded.delete(tree);
    }
  };
  whenWanted(() => {
    if (signal.aborted) return;
    watching = true;
    address = document.location.href;
    observer.observe(document, observed);
    states.start();
    setGuard();
    // A page that changes its address without a load usually changes its content too; the events catch the rest.
    view?.addEventListener("popstate", schedule, { signal });
    view?.addEventListener("hashchange", schedule, { signal });
  });
  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect();
      guard.disconnect();
      if (frame !== 0) view?.cancelAnimationFrame(frame);
    },
    { once: true },
  );

  const followed = new WeakSet<Node>();
  const observe = (root: Node | null): void => {
    if (!(root instanceof ShadowRoot) || followed.has(root)) return;
    followed.add(root);
    observer.observe(root, observed);
    states.observe(root);
    observe(root.host.getRootNode());
  };

  let treeless = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const adoptTrees = (): void => {
    timer = undefined;
    for (const host of treeless) {
      const tree = host.shadowRoot;
      if (tree === null && host.isConnected) continue;
      treeless.delete(host);
      if (tree === null) continue;
      observe(tree);
      dirty.add(tree);
      schedule();
    }
    if (treeless.size > 0) timer = setTimeout(adoptTrees, lookForTrees);
  };
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });

  return {
    changeCount: () => count,
    followHosts: (hosts) => {
      if (signal.aborted) return;
      treeless = new Set(hosts.filter(({ shadowRoot }) => shadowRoot === null));
      for (const { shadowRoot } of hosts) observe(shadowRoot);
      if (treeless.size > 0) timer ??= setTimeout(adoptTrees, lookForTrees);
    },
    follow: (element) => {
      if (signal.aborted) return;
      observe(element.getRootNode());
      observe(element.shadowRoot);
    },
    guard: (element) => {
      const tree = element.getRootNode();
      if (signal.aborted || !(tree instanceof ShadowRoot) || guarded.has(tree)) return;
      guarded.add(tree);
      guard.observe(tree, guardedAttributes);
    },
    unwatched: (write) => {
      take(observer.takeRecords());
      takeSpoilt(guard.takeRecords());
      states.flush();
      guard.disconnect();
      try {
        write();
      } finally {
        observer.takeRecords();
        states.forget();
        setGuard();
      }
    },
  };
}
