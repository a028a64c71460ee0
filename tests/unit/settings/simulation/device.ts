import type { RunAlone } from "@/model/run-alone.ts";
import type { StorageArea, StorageAreas } from "@/settings/storage-area.ts";
import { syncQuota } from "@/sync/quotas.ts";
import { bytesOf } from "@/sync/split-chunks.ts";

import type { Cloud, CloudDevice } from "./cloud.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** A script of the extension that runs on a device until it is killed: the background, or a page. */
export interface Script {
  readonly name: string;
  readonly alive: boolean;
  readonly areas: StorageAreas;
  readonly alone: RunAlone;
  readonly kill: () => void;
}

export interface Device {
  readonly name: string;
  readonly local: Map<string, unknown>;
  readonly cloud: CloudDevice;
  /** The device's own clock, in milliseconds. */
  readonly clock: () => number;
  skew: number;
  /** Whether scripts may be killed in the middle of what they do, and writes to `storage.sync` may be refused. */
  trouble: boolean;
  readonly start: (name: string) => Script;
  /** Starts a script that stands in a web page: it writes under the lock that a background lends it. */
  readonly startInPage: (name: string) => Script;
  /** Told after every change of local storage: the script, and the items before and after. */
  onLocalWrite: (script: Script, before: ReadonlyMap<string, unknown>) => void;
  /** Told when something changed that a background listens to, so that the browser wakes it. */
  onWake: () => void;
  /** Lets go of items of `storage.sync`, which scripts hear of as of every change there. */
  readonly empty: (keys: readonly string[]) => void;
  /** The background, which this wakes where it does not run. */
  background: () => Script;
}

/** Milliseconds that one call of storage takes, at most. */
const longestCall = 40;

/** Milliseconds after which a page that waits for the lock hears that its lender is gone. */
const longestWait = 60_000;

/** How often a script is killed around a call of storage, and how often a write to `storage.sync` is refused. */
const killed = 0.01;
const refused = 0.05;

/** What is stored is a copy that nobody has; the scripts only read what they get. */
const copy = (items: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(items)) as Record<string, unknown>;

export function createDevice(name: string, cloud: Cloud, timeline: Timeline, random: Random): Device {
  interface Running extends Script {
    alive: boolean;
    alone: RunAlone;
    kill: () => void;
    readonly listeners: Record<"local" | "sync", ((keys: readonly string[]) => void)[]>;
  }
  const scripts = new Set<Running>();
  const writes: number[] = [];
  const waiting: { readonly script: Script; readonly run: () => void }[] = [];
  let holder: Script | null = null;

  const tell = (area: "local" | "sync", keys: readonly string[]): void => {
    device.onWake();
    for (const script of scripts) for (const listener of script.listeners[area]) listener(keys);
  };
  const device: Device = {
    name,
    local: new Map(),
    cloud: cloud.join(name, (keys) => tell("sync", keys)),
    clock: () => timeline.now() + device.skew,
    skew: 0,
    trouble: true,
    onLocalWrite: () => undefined,
    onWake: () => undefined,
    empty: (keys) => {
      for (const key of keys) device.cloud.put(key, 0);
      tell("sync", keys);
    },
    background: () => {
      throw new Error("There is no background.");
    },
    start: (scriptName) => {
      const script: Running = {
        name: `${name} ${scriptName}`,
        alive: true,
        listeners: { local: [], sync: [] },
        areas: { local: area("local"), sync: area("sync") },
        alone: (run) =>
          new Promise((resolve, reject) => {
            waiting.push({
              script,
              run: () => {
                run()
                  .then(resolve, reject)
                  .finally(() => release(script));
              },
            });
            next();
          }),
        kill: () => {
          if (!script.alive) return;
          timeline.note(() => `${script.name} is killed`);
          script.alive = false;
          scripts.delete(script);
          release(script);
        },
      };
      function area(which: "local" | "sync"): StorageArea {
        return {
          get: (keys) => call(script, `${which}.get`, () => read(which, keys)),
          set: (items) =>
            call(script, `${which}.set ${Object.keys(items).join(" ")}`, () => write(script, which, items)),
          remove: (keys) =>
            call(script, `${which}.remove ${keys.join(" ")}`, () => {
              for (const key of keys) device.local.delete(key);
              tell(which, keys);
            }),
          watch: (listener) => script.listeners[which].push(listener),
        };
      }
      scripts.add(script);
      timeline.note(() => `${script.name} starts`);
      return script;
    },
    startInPage: (scriptName) => {
      const script = device.start(scriptName) as Running;
      let giveBack = (): void => undefined;
      const { kill } = script;
      script.kill = () => {
        kill();
        giveBack();
      };
      script.alone = (run) =>
        new Promise((resolve, reject) => {
          const lender = device.background();
          const lost = new Error("The settings cannot be reached.");
          const lend = (): Promise<void> =>
            new Promise((returned) => {
              giveBack = returned;
              // The word of the lock is under way for a while, and whoever waits for it may be gone.
              timeline.after(1 + random.below(longestCall), () => {
                if (!script.alive) returned();
                else if (!lender.alive) reject(lost);
                else
                  run(() => lender.alive)
                    .then(resolve, reject)
                    .finally(returned);
              });
            });
          void lender.alone(lend);
          timeline.after(longestWait, () => reject(lost));
        });
      return script;
    },
  };

  const release = (script: Script): void => {
    if (holder !== script) return;
    holder = null;
    next();
  };
  const next = (): void => {
    if (holder !== null) return;
    const first = waiting.shift();
    if (first === undefined) return;
    if (!first.script.alive) {
      next();
      return;
    }
    holder = first.script;
    first.run();
  };

  /** Lets a call of storage happen a little later, unless the script is killed before, or between it and its answer. */
  const call = <Result>(script: Script, what: string, run: () => Result): Promise<Result> =>
    new Promise((resolve, reject) => {
      timeline.after(1 + random.below(longestCall), () => {
        if (device.trouble && random.chance(killed)) script.kill();
        if (!script.alive) return;
        timeline.note(() => `${script.name} ${what}`);
        try {
          const result = run();
          if (device.trouble && random.chance(killed)) script.kill();
          if (script.alive) resolve(result);
        } catch (error) {
          timeline.note(() => `${script.name} ${what}: ${String(error)}`);
          reject(error);
        }
      });
    });

  const itemsOf = (which: "local" | "sync"): Map<string, unknown> =>
    which === "local" ? device.local : device.cloud.items;

  const read = (which: "local" | "sync", keys: string[] | null): Record<string, unknown> =>
    Object.fromEntries([...itemsOf(which)].filter(([key]) => keys === null || keys.includes(key)));

  const write = (script: Script, which: "local" | "sync", items: Record<string, unknown>): void => {
    const entries = Object.entries(copy(items));
    if (which === "local") {
      const before = new Map(device.local);
      for (const [key, value] of entries) device.local.set(key, value);
      device.onLocalWrite(script, before);
    } else {
      checkRate();
      if (device.trouble && random.chance(refused)) throw new Error("The write was refused");
      checkQuota(items);
      // A script can be killed, and the browser with it, when a part of the items is stored.
      const stored = device.trouble && random.chance(killed) ? random.below(entries.length) : entries.length;
      for (const [key, value] of entries.slice(0, stored)) device.cloud.put(key, value);
      if (stored < entries.length) script.kill();
    }
    tell(which, Object.keys(items));
  };

  const checkRate = (): void => {
    const now = timeline.now();
    writes.push(now);
    const since = (milliseconds: number): number => writes.filter((time) => time > now - milliseconds).length;
    if (since(60_000) > syncQuota.writesPerMinute) throw new Error("MAX_WRITE_OPERATIONS_PER_MINUTE exceeded");
    if (since(3_600_000) > syncQuota.writesPerHour) throw new Error("MAX_WRITE_OPERATIONS_PER_HOUR exceeded");
  };

  const checkQuota = (items: Readonly<Record<string, unknown>>): void => {
    const after = { ...Object.fromEntries(device.cloud.items), ...items };
    const tooLarge = Object.entries(items).some(([key, value]) => bytesOf({ [key]: value }) > syncQuota.itemBytes);
    if (tooLarge) throw new Error("QUOTA_BYTES_PER_ITEM exceeded");
    if (bytesOf(after) > syncQuota.totalBytes) throw new Error("QUOTA_BYTES exceeded");
    if (Object.keys(after).length > syncQuota.items) throw new Error("MAX_ITEMS exceeded");
  };

  return device;
}
