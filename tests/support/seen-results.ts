import type { TabUnderTest } from "./tab-under-test.ts";

/**
 * A script for a page that notes the ids of the elements of class `doc` that are there to be seen, in the order they
 * first are: in every frame before it is painted and after, and whenever Winnow decided something.
 */
export const seenSampler = `<script>
  /** By id: when it was first there, and for how long it had been when it was first seen. */
  const since = new Map();
  const seen = new Map();
  globalThis.seen = seen;
  const look = () => {
    const now = performance.now();
    for (const item of document.querySelectorAll(".doc")) {
      if (!since.has(item.id)) since.set(item.id, now);
      if (seen.has(item.id) || !item.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      seen.set(item.id, now - since.get(item.id));
    }
  };
  // What is decided in a frame is painted in it, whatever is decided right after it.
  const decided = { attributes: true, attributeFilter: ["data-winnow-verdict"], subtree: true };
  new MutationObserver(look).observe(document, decided);
  const sample = () => {
    look();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = look;
    port2.postMessage(null);
    requestAnimationFrame(sample);
  };
  sample();
</script>`;

/**
 * The ids of what was seen until two frames from now, sorted.
 *
 * @param within leaves out what was there for so many milliseconds before it was seen
 */
export const seenUntilNow = (tab: TabUnderTest, within = Number.MAX_VALUE): Promise<readonly string[]> =>
  tab.evaluate(async (most) => {
    // One frame more for what the last look at the page did.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { seen } = globalThis as unknown as { seen: ReadonlyMap<string, number> };
    return [...seen].flatMap(([id, age]) => (age < most ? id : [])).toSorted();
  }, within);
