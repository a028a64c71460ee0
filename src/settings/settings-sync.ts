import type { RunAlone } from "@/model/run-alone.ts";

import { giveOut } from "./give-out.ts";
import { deflatePacking } from "./pack-text.ts";
import type { TextPacking } from "./pack-text.ts";
import { readRegister } from "./register.ts";
import { newDeviceName } from "./replica-record.ts";
import { runAlone } from "./run-alone.ts";
import type { StorageAreas } from "./storage-area.ts";
import { takeIn } from "./take-in.ts";

/** Milliseconds until `storage.sync` is asked again when it could not be read. */
const readPause = 60_000;

export interface SettingsSync {
  /**
   * Notes what changed here, takes in what came from elsewhere, and gives out what others lack. Runs one at a time.
   *
   * @returns milliseconds after which it should run again even if nothing changes; null where it need not.
   */
  readonly exchange: () => Promise<number | null>;
}

/** What an exchange needs beside storage; the browser's own, unless something else is given. */
export interface SyncSurroundings {
  readonly now: () => number;
  readonly alone: RunAlone;
  readonly packing: TextPacking;
  /** Draws a name for this device. */
  readonly newName: () => string;
}

const browserSurroundings: SyncSurroundings = {
  now: Date.now,
  alone: runAlone,
  packing: deflatePacking,
  newName: newDeviceName,
};

/**
 * Keeps this device's settings and `storage.sync` together. `src/sync/README.md` explains how they merge, and why
 * being cut short at any point loses nothing.
 */
export function createSettingsSync(areas: StorageAreas, surroundings: Partial<SyncSurroundings> = {}): SettingsSync {
  const { now, alone, packing, newName } = { ...browserSurroundings, ...surroundings };
  const exchange = async (): Promise<number | null> => {
    const stored = await areas.sync.get(null).catch(() => null);
    const register = stored === null ? ({ kind: "none" } as const) : await readRegister(stored, packing);
    const taken = await alone(() => takeIn({ local: areas.local, register, packing, newName, now: now() }));
    if (taken === null) return null;
    return stored === null ? readPause : giveOut({ areas, packing, register, stored, now: now(), ...taken });
  };
  let running: Promise<unknown> = Promise.resolve();
  return {
    exchange: () => {
      const next = running.then(exchange, exchange);
      running = next;
      return next;
    },
  };
}
