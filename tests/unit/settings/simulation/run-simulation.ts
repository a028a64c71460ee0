import type { Settings } from "@/model/settings.ts";
import { keepExchanging } from "@/settings/keep-exchanging.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { createSettingsSync } from "@/settings/settings-sync.ts";
import { readStoredSettings } from "@/settings/stored-settings.ts";
import { syncQuota } from "@/sync/quotas.ts";

import { createCloud } from "./cloud.ts";
import { createDevice } from "./device.ts";
import type { Device, Script } from "./device.ts";
import { createLedger } from "./ledger.ts";
import { deflateAtOnce, plainPacking } from "./packing.ts";
import { drawEdit } from "./random-edit.ts";
import type { Edit } from "./random-edit.ts";
import { randomFrom } from "./random.ts";
import { createTimeline } from "./timeline.ts";

/** What came of one simulated life of a few devices. */
export interface Outcome {
  readonly seed: number;
  /** What went wrong; null where nothing did. */
  readonly fault: string | null;
  readonly devices: number;
  readonly edits: number;
  /** Simulated milliseconds from the end of all trouble until nothing happened any more. */
  readonly settledIn: number;
  readonly trace: readonly string[];
}

/** Milliseconds that people go on editing, at most, and that everything then has to come to rest. */
const longestLife = 20 * 60_000;
const longestRest = 6 * 3_600_000;

/** One seed in so many packs as the extension does, has little room in the cloud, or copies a profile. */
const inDeflate = 8;
const inNarrow = 6;
const inCopied = 10;

/** Milliseconds until someone takes back what was a mistake, at most. */
const longestThought = 3 * 60_000;

/** How many of the edits are made by what stands in web pages. */
const inPage = 0.25;

/** Bytes left in the cloud of a run that has little room. */
const narrowRoom = 2500;

const fillerKey = "filler";

/** Runs the life that a seed stands for: the same for the same seed. */
export async function runSimulation(seed: number, traced = false): Promise<Outcome> {
  const random = randomFrom(seed);
  const timeline = createTimeline(traced);
  const cloud = createCloud(timeline, random);
  const packing = seed % inDeflate === 0 ? deflateAtOnce : plainPacking;
  const narrow = seed % inNarrow === 1;
  const copies = seed % inCopied === 2;
  const ledger = createLedger((text) => /^w\d+$/.test(text));
  let fault: string | null = null;
  let texts = 0;
  let names = 0;
  let edits = 0;
  const newText = (): string => `w${(texts += 1)}`;
  const newName = (): string => `D${(names += 1)}${random.below(1000)}`;
  const fail = (device: Device, what: string): void => {
    fault ??= `${device.name}: ${what}`;
    timeline.note(() => `FAULT ${device.name}: ${what}`);
  };

  const devices: Device[] = [];
  /** What was deleted on each device, here or by others, and must be in its history. */
  const kept = new Map<Device, ReadonlySet<string>>();
  const addDevice = (origin: Device | null): void => {
    const device = createDevice(`device${devices.length}`, cloud, timeline, random);
    device.skew = (random.below(3) - 1) * random.below(2 * longestLife);
    for (const [key, value] of origin?.local ?? []) device.local.set(key, value);
    let background: Script | null = null;
    const wake = (): Script => {
      if (background?.alive === true) return background;
      const script = device.start("background");
      background = script;
      const { areas, alone } = script;
      const sync = createSettingsSync(areas, { now: device.clock, alone, packing, newName });
      let off = (): void => undefined;
      keepExchanging(areas, sync, {
        now: device.clock,
        set: (run, milliseconds) => {
          off();
          off = timeline.after(milliseconds, () => {
            if (script.alive) run();
          });
        },
      });
      return script;
    };
    device.onWake = () => void wake();
    device.background = wake;
    const removed = new Set<string>();
    device.onLocalWrite = (script, before) => {
      const [old, now] = [settingsIn(before), settingsIn(device.local)];
      if (old === now) return;
      for (const text of textsTakenAway(old, now)) removed.add(text);
      if (script.name.endsWith("background")) {
        const wrong = copies ? null : ledger.faultOfMerge(old, now);
        if (wrong !== null) fail(device, wrong);
      } else if (script.name.endsWith("undo bar")) {
        ledger.noteBack(old, now);
      } else {
        ledger.note(old, now);
      }
    };
    kept.set(device, removed);
    devices.push(device);
    device.onWake();
  };

  const count = 2 + random.below(4);
  for (let index = 0; index < count; index += 1) addDevice(null);
  if (narrow) {
    const size = syncQuota.totalBytes - narrowRoom;
    for (let index = 0; index * 8000 < size; index += 1) {
      for (const { cloud: own } of devices)
        own.put(`${fillerKey}${index}`, "x".repeat(Math.min(8000, size - index * 8000)));
    }
  }

  /** Presses *Undo* a while later, with exchanges between or without. */
  const takeBack = (device: Device, { name, back }: Edit): void => {
    if (back === null) return;
    timeline.after(random.below(longestThought), () => {
      const bar = device.start("undo bar");
      timeline.note(() => `${device.name} takes back: ${name}`);
      void createSettingsStore(bar.areas.local, bar.alone).update(back).then(bar.kill, bar.kill);
    });
  };

  const life = random.below(longestLife);
  const planned = 3 + random.below(25);
  for (let index = 0; index < planned; index += 1) {
    timeline.after(random.below(life), () => {
      const device = random.pick(devices);
      const page = random.chance(inPage) ? device.startInPage("tab") : device.start("page");
      const edit = drawEdit(random, newText);
      edits += 1;
      void createSettingsStore(page.areas.local, page.alone)
        .update((settings) => {
          timeline.note(() => `${device.name} edits: ${edit.name}`);
          return edit.change(settings);
        })
        // Where the lock could not be had, the page says so and nothing has changed.
        .then(
          () => takeBack(device, edit),
          () => undefined,
        )
        .then(page.kill, page.kill);
    });
  }
  for (const device of devices) {
    for (let spell = random.below(4); spell > 0; spell -= 1) {
      const start = random.below(life);
      timeline.after(start, () => setOnline(device, false));
      timeline.after(start + random.below(life), () => setOnline(device, true));
    }
    if (random.chance(0.2))
      timeline.after(random.below(life), () => (device.skew += random.below(longestLife) - longestLife / 2));
  }
  const setOnline = (device: Device, online: boolean): void => {
    timeline.note(() => `${device.name} is ${online ? "online" : "offline"}`);
    device.cloud.online = online;
    device.cloud.stir();
  };
  if (copies) timeline.after(random.below(life), () => addDevice(random.pick(devices)));

  let restStarts = Infinity;
  timeline.after(life + 1, () => {
    timeline.note(() => "all trouble ends");
    restStarts = timeline.now();
    for (const device of devices) {
      device.trouble = false;
      if (narrow) device.empty([...device.cloud.items.keys()].filter((key) => key.startsWith(fillerKey)));
      setOnline(device, true);
      device.onWake();
    }
  });
  await timeline.run(() => fault !== null || timeline.now() > restStarts + longestRest);
  const settledIn = timeline.now() - restStarts;

  const [first] = devices as [Device];
  if (settledIn > longestRest) fail(first, "does not come to rest");
  for (const device of devices) {
    const settings = settingsIn(device.local);
    // Two devices under one name can lose what both wrote at the same moment; that they agree is all there is to ask.
    const wrong = copies ? null : ledger.faultOf(settings);
    if (wrong !== null) fail(device, wrong);
    const history = statesIn(device.local);
    for (const text of kept.get(device) ?? []) if (!history.includes(text)) fail(device, `no history has ${text}`);
    if (JSON.stringify(settings) !== JSON.stringify(settingsIn(first.local))) fail(device, "differs from the first");
  }
  return { seed, fault, devices: devices.length, edits, settledIn, trace: timeline.trace };
}

const parsed = new WeakMap<object, Settings>();

function settingsIn(items: ReadonlyMap<string, unknown>): Settings {
  const stored = items.get("settings");
  if (typeof stored !== "object" || stored === null) return readStoredSettings(stored).settings;
  const known = parsed.get(stored) ?? readStoredSettings(stored).settings;
  parsed.set(stored, known);
  return known;
}

/** The texts of lists, filters and subscriptions that are gone, and of lines without one in their place. */
function textsTakenAway(before: Settings, after: Settings): readonly string[] {
  const gone = <Item extends { readonly id: string }>(items: readonly Item[], others: readonly Item[]): Item[] =>
    items.filter(({ id }) => others.every((other) => other.id !== id));
  const lines = before.lists.flatMap((list) => {
    const next = after.lists.find(({ id }) => id === list.id);
    if (next === undefined) return list.lines;
    return next.lines.length < list.lines.length ? list.lines.filter((line) => !next.lines.includes(line)) : [];
  });
  return [
    ...lines,
    ...gone(before.filters, after.filters).map(({ condition }) => condition),
    ...gone(before.subscriptions, after.subscriptions).map(({ address }) => address),
  ].map((text) => JSON.stringify(text));
}

/** The former states that a device has, as a text. */
const statesIn = (items: ReadonlyMap<string, unknown>): string =>
  [...items].map(([key, value]) => (key.startsWith("history.") ? JSON.stringify(value) : "")).join("\n");
