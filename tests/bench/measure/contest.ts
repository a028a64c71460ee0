import { measure } from "../browser/bench-browser.ts";
import type { BenchBrowser, Measurement } from "../browser/bench-browser.ts";
import { probeHost } from "../browser/hosts.ts";
import type { ProbeCall } from "../probe/probe-calls.ts";
import { medianOf } from "./median.ts";

/** One of several that are measured in turns. */
export interface Contender {
  readonly name: string;
  readonly call: ProbeCall;
}

/** What one contender took: medians of its runs, in milliseconds where not said otherwise. */
export interface Standing {
  readonly name: string;
  /** Null where it did not get to an end; `note` says why. */
  readonly script: number | null;
  readonly layout: number | null;
  readonly layouts: number | null;
  readonly nodes: number | null;
  readonly clock: number | null;
  readonly figures: Readonly<Record<string, number>>;
  readonly runs: number;
  readonly note: string | null;
}

/** Seconds after which a run is given up. */
export const patience = 60;
/** Milliseconds: what takes longer is measured once, and the result does not hang on a few per cent. */
const slow = 2000;

interface Entry {
  readonly contender: Contender;
  readonly runs: Measurement[];
  note: string | null;
}

const runOnce = async (browser: BenchBrowser, results: number, entry: Entry): Promise<void> => {
  const tab = await browser.openTab(`${probeHost}/${results}`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience * 1000);
  });
  try {
    const measuring = measure(tab, entry.contender.call);
    // A run that was given up ends with its tab.
    measuring.catch(() => undefined);
    const measurement = await Promise.race([measuring, late]);
    if (measurement === null) entry.note = `over ${patience} s`;
    else entry.runs.push(measurement);
  } catch (error) {
    entry.note = `throws: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    clearTimeout(timer);
    await tab.close();
  }
};

/** Has each contender work on fresh pages of so many results, in turns, forth and back, and takes the medians. */
export const runContest = async (
  browser: BenchBrowser,
  results: number,
  contenders: readonly Contender[],
  rounds: number,
): Promise<readonly Standing[]> => {
  const entries = contenders.map((contender): Entry => ({ contender, runs: [], note: null }));
  for (let round = 0; round < rounds; round++) {
    for (const entry of round % 2 === 0 ? entries : entries.toReversed()) {
      const isSlow = entry.runs.some(({ clock }) => clock > slow);
      if (entry.note === null && !isSlow) await runOnce(browser, results, entry);
    }
  }
  return entries.map(({ contender, runs, note }) => standingOf(contender.name, runs, note));
};

/** The medians of some runs. */
export const standingOf = (name: string, runs: readonly Measurement[], note: string | null): Standing => {
  const figureNames = Object.keys(runs[0]?.figures ?? {});
  return {
    name,
    script: medianOf(runs, ({ script }) => script),
    layout: medianOf(runs, ({ layout }) => layout),
    layouts: medianOf(runs, ({ layouts }) => layouts),
    nodes: medianOf(runs, ({ nodes }) => nodes),
    clock: medianOf(runs, ({ clock }) => clock),
    figures: Object.fromEntries(
      figureNames.map((figure) => [figure, medianOf(runs, ({ figures }) => figures[figure]) ?? 0]),
    ),
    runs: runs.length,
    note,
  };
};

/** Script, style and layout together, or null where one of them is not known. */
export const whole = ({ script, layout }: Standing): number | null =>
  script === null || layout === null ? null : script + layout;
