/** Tells which of the watched elements are near the view. */
export interface ViewWatch {
  watch(element: Element): void;
  unwatch(element: Element): void;
  stop(): void;
}

/**
 * How far around the view counts as near: half a view above and below. Enough for scrolling to find hits painted, and
 * little enough to keep few of them registered.
 */
const margin = "50% 0%";

/** How many elements are taken under watch at once: a slice of about a millisecond. The rest waits its turn. */
const batchSize = 250;

const hasArea = ({ width, height }: DOMRectReadOnly): boolean => width > 0 && height > 0;

/**
 * The first element in another that takes up room, for one that takes up none itself: it has no box (`display:
 * contents`), or one without height because what is in it is placed by itself. Null where nothing does. To be asked
 * where the page has just been laid out.
 */
const boxIn = (element: Element): Element | null => {
  if (getComputedStyle(element).display === "none") return null;
  for (const child of element.children) {
    const box = hasArea(child.getBoundingClientRect()) ? child : boxIn(child);
    if (box !== null) return box;
  }
  return null;
};

/** Whether nothing tells when what is in an element comes into view: it has no box, and nothing in it has one now. */
const isOutOfSight = (element: Element): boolean => getComputedStyle(element).display === "contents";

/**
 * Watches elements through an IntersectionObserver, which forces no layout. An element that takes up no room
 * itself is judged by the first in it that does.
 *
 * @param onChange called with the watched element whenever it comes near the view or leaves
 */
export const createViewWatch = (onChange: (element: Element, near: boolean) => void): ViewWatch => {
  const watchedFor = new Map<Element, Element>();
  const standIns = new Map<Element, Element>();
  const waiting = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const { target, isIntersecting } = entry;
        const watched = watchedFor.get(target);
        if (watched === undefined) continue;
        const isSeen = isIntersecting || hasArea(entry.boundingClientRect);
        const box = isSeen ? null : boxIn(watched);
        if (box === null || box === target) {
          onChange(watched, isIntersecting || (!isSeen && isOutOfSight(target)));
        } else {
          observer.unobserve(target);
          watchedFor.delete(target);
          watchedFor.set(box, watched);
          standIns.set(watched, box);
          observer.observe(box);
        }
      }
    },
    { rootMargin: margin },
  );
  const observeBatch = (): void => {
    timer = null;
    let left = batchSize;
    for (const element of waiting) {
      if (left === 0) {
        timer = setTimeout(observeBatch);
        return;
      }
      left -= 1;
      waiting.delete(element);
      observer.observe(element);
    }
  };
  const unwatch = (element: Element): void => {
    const observed = standIns.get(element) ?? element;
    standIns.delete(element);
    watchedFor.delete(observed);
    waiting.delete(observed);
    observer.unobserve(observed);
  };
  return {
    watch: (element) => {
      const standIn = standIns.get(element);
      if (standIn !== undefined && !element.contains(standIn)) unwatch(element);
      if (watchedFor.get(element) !== element && !standIns.has(element)) {
        watchedFor.set(element, element);
        waiting.add(element);
        timer ??= setTimeout(observeBatch);
      }
    },
    unwatch,
    stop: () => {
      if (timer !== null) {
        clearTimeout(timer);
        timer = null;
      }
      observer.disconnect();
      watchedFor.clear();
      standIns.clear();
      waiting.clear();
    },
  };
};
