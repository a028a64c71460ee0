import { useEffect, useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { browserStorage } from "@/browser/storage-areas.ts";
import type { Settings } from "@/model/settings.ts";
import { measureSyncFill } from "@/settings/sync-fill.ts";
import type { SyncFill } from "@/settings/sync-fill.ts";

/** Milliseconds without a change before it is worked out anew: packing everything takes a moment. */
const restBefore = 400;
/** The share of the room from which on it is said before saving, in percent. */
const nearlyFull = 90;

interface SyncForecastProps {
  /** The settings as they are, or as they would be once something is saved. */
  readonly settings: Settings;
  /** Said only where it is getting tight. */
  readonly quietly?: boolean;
}

/** How full the browser's sync storage is with some settings, and what of them would stay on this device. */
export function SyncForecast({ settings, quietly = false }: SyncForecastProps) {
  const [fill, setFill] = useState<SyncFill | null>(null);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      void measureSyncFill(browserStorage(), settings).then(
        (measured) => over || setFill(measured),
        // Without sync storage there is nothing to foretell; how the exchange goes is said beside it.
        () => undefined,
      );
    }, restBefore);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [settings]);

  if (fill === null) return null;
  const { wanted, room, leftOut } = fill;
  const percent = Math.ceil((100 * wanted) / Math.max(room, 1));
  if (quietly && percent < nearlyFull && leftOut.length === 0) return null;
  return (
    <div class="sync-forecast">
      <label>
        <span class="hint">{messageText("options.syncFill", [String(percent)])}</span>
        <meter min={0} max={room} high={(room * nearlyFull) / 100} value={Math.min(wanted, room)} />
      </label>
      {leftOut.length > 0 && (
        <p class="field-warning">
          {messageText("options.syncLeftOut", [leftOut.map(({ name }) => `“${name}”`).join(", ")])}
        </p>
      )}
    </div>
  );
}
