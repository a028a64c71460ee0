import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { browserStorage } from "@/browser/storage-areas.ts";
import { readHidingRecord } from "@/settings/hiding-record.ts";
import type { HidingRecord } from "@/settings/hiding-record.ts";
import { localKeys } from "@/settings/local-keys.ts";

/** What hid everything on how many pages in a row, as it is now. */
export function useHidingRecord(): HidingRecord {
  const record = useSignal<HidingRecord>({});
  useEffect(() => {
    const { local } = browserStorage();
    const gone = new AbortController();
    const read = async (): Promise<void> => {
      record.value = await readHidingRecord(local);
    };
    // Without the record nothing is pointed out; everything else is there all the same.
    const readAgain = (): void => void read().catch(() => undefined);
    local.watch((keys) => (keys.includes(localKeys.hiding) ? readAgain() : undefined), gone.signal);
    readAgain();
    return () => gone.abort();
  }, [record]);
  return record.value;
}
