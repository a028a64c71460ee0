import type { TabUnderTest } from "./tab-under-test.ts";

/**
 * A script for a page that notes the ids of the elements of class `doc` that are there to be seen, in the order they
 * first are: in every frame before it is painted and after, and whenever Winnow decided something.
 */
export const seenSampler = `<script>
  const seen = new Set();
  globalThis.seen = seen;
  const look = () => {
    for (const item of document.querySelectorAll(".doc")) {
      if (item.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) seen.add(item.id);
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

/** The ids of what was seen until two frames from now, sorted. */
export const seenUntilNow = (tab: TabUnderTest): Promise<readonly string[]> =>
  tab.evaluate(async () => {
    // One frame more for what the last look at the page did.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [...(globalThis as unknown as { seen: Set<string> }).seen].toSorted();
  });
