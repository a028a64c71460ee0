/** Tells which of the watched elements are near the view. */
export interface ViewWatch {
  watch(element: Element): void;
  unwatch(element: Element): void;
  stop(): void;
}

/** How far around the view counts as near: one view's height above and below, so that ordinary scrolling finds hits painted. */
const margin = "100% 0%";

/**
 * Watches elements through an IntersectionObserver, which forces no layout. An element without a box of its own
 * (`display: contents`) is judged by its first child.
 *
 * @param onChange called with the watched element whenever it comes near the view or leaves
 */
export const createViewWatch = (onChange: (element: Element, near: boolean) => void): ViewWatch => {
  const watchedFor = new Map<Element, Element>();
  const standIns = new Map<Element, Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect: box } of entries) {
        const watched = watchedFor.get(target);
        if (watched === undefined) {
          continue;
        }
        const child = target.firstElementChild;
        if (child !== null && box.width === 0 && box.height === 0 && getComputedStyle(target).display === "contents") {
          observer.unobserve(target);
          watchedFor.delete(target);
          watchedFor.set(child, watched);
          standIns.set(watched, child);
          observer.observe(child);
        } else {
          onChange(watched, isIntersecting);
        }
      }
    },
    { rootMargin: margin },
  );
  return {
    watch: (element) => {
      if (!watchedFor.has(element) && !standIns.has(element)) {
        watchedFor.set(element, element);
        observer.observe(element);
      }
    },
    unwatch: (element) => {
      const observed = standIns.get(element) ?? element;
      standIns.delete(element);
      watchedFor.delete(observed);
      observer.unobserve(observed);
    },
    stop: () => {
      observer.disconnect();
      watchedFor.clear();
      standIns.clear();
    },
  };
};
