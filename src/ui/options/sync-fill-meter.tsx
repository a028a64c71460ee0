import { useContext } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { nameSome } from "@/settings/name-some.ts";
import type { SyncFill } from "@/settings/sync-fill.ts";
import { Icon } from "@/ui/controls/icon.tsx";

import { SyncFillContext } from "./use-sync-fill.ts";

/** The share of the room from which on it is said before it matters. */
const nearlyFull = 0.9;

/** Whole percents; 100 only where nothing is left. */
const percentOf = ({ wanted, room }: SyncFill): number =>
  wanted < room ? Math.min(Math.ceil((100 * wanted) / room), 99) : Math.ceil((100 * wanted) / Math.max(room, 1));

interface SyncFillMeterProps {
  /** Said only where it is getting tight. */
  readonly quietly?: boolean;
}

/** How full the browser's sync storage is, as a bar and in words, and what does not fit into it. */
export function SyncFillMeter({ quietly = false }: SyncFillMeterProps) {
  const fill = useContext(SyncFillContext);
  if (fill === null) return null;
  const { wanted, room, leftOut } = fill;
  const level = leftOut.length > 0 || wanted > room ? "over" : wanted > nearlyFull * room ? "near" : "roomy";
  if (quietly && level === "roomy") return null;
  const sentence = messageText(wanted > room ? "options.syncOverfull" : "options.syncFill", [String(percentOf(fill))]);
  return (
    <div class={`sync-fill sync-fill-${level}`} role="status">
      <p>
        {level !== "roomy" && <Icon name="warning" />}
        <span>{sentence}</span>
      </p>
      <span class="fill-track" aria-hidden="true">
        <span class="fill-bar" style={{ inlineSize: `${Math.min(percentOf(fill), 100)}%` }} />
      </span>
      {leftOut.length > 0 && (
        <p>{messageText("options.syncLeftOut", [nameSome(leftOut.map(({ name }) => `“${name}”`))])}</p>
      )}
    </div>
  );
}
