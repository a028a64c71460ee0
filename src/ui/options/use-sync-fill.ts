import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";

import { browserStorage } from "@/browser/storage-areas.ts";
import type { Settings } from "@/model/settings.ts";
import type { NamedItem } from "@/settings/item-names.ts";
import { localKeys } from "@/settings/settings-store.ts";
import { measureSyncFill } from "@/settings/sync-fill.ts";
import type { SyncFill } from "@/settings/sync-fill.ts";

/**
 * Milliseconds without a change before it is worked out anew. Packing everything takes a moment, and of thousands of
 * filters longer: then it waits for several times as long as it took last, so that typing is not held up by it.
 */
const restBefore = 400;
const restPerWork = 5;

/** How full the browser's sync storage is with some settings, before they are shared; null until that is known. */
export function useSyncFill(settings: Settings): SyncFill | null {
  const [fill, setFill] = useState<SyncFill | null>(null);
  // What the user keeps on this device is no setting, and is worked out anew as well.
  const [keeping, setKeeping] = useState(0);
  const took = useRef(0);
  useEffect(() => {
    const over = new AbortController();
    browserStorage().local.watch((keys) => {
      if (keys.includes(localKeys.staying)) setKeeping((count) => count + 1);
    }, over.signal);
    return () => over.abort();
  }, []);
  useEffect(() => {
    let over = false;
    const measure = async (): Promise<void> => {
      const started = performance.now();
      const measured = await measureSyncFill(browserStorage(), settings);
      took.current = performance.now() - started;
      if (!over) setFill(measured);
    };
    const timer = setTimeout(
      // Without sync storage there is nothing to foretell; how the exchange goes is said beside it.
      () => void measure().catch(() => undefined),
      Math.max(restBefore, took.current * restPerWork),
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [settings, keeping]);
  return fill;
}

/** The fill with the settings as they are, for everything on the page that says something of it. */
export const SyncFillContext = createContext<SyncFill | null>(null);

/** Whether an item stays on this device because it doesn't fit, or because the user keeps it here; null: neither. */
export function useStaying({ kind, id }: Pick<NamedItem, "kind" | "id">): "left-out" | "kept" | null {
  const fill = useContext(SyncFillContext);
  const isIt = (other: NamedItem): boolean => other.kind === kind && other.id === id;
  if (fill?.leftOut.some(isIt) === true) return "left-out";
  return fill?.kept.some(isIt) === true ? "kept" : null;
}
