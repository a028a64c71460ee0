import type { CDPSession } from "playwright-core";

/**
 * One task of a page's main thread in which the extension's content script ran; milliseconds of the thread's own time.
 */
export interface OwnTask {
  /** What the content script took of it. */
  readonly own: number;
  /** All of it, with the style, layout and paint that came in it. */
  readonly whole: number;
  /** Whether a script of the extension was compiled and begun in it. */
  readonly begins: boolean;
}

/** The world that the extension's content scripts live in, by the extension's name. */
const ownWorld = "Winnow";

/** The scripts that are evaluated in a page that no recipe is for. */
const ownScripts = ["/content-scripts/content.js", "/detector.js"];

const categories = ["v8", "devtools.timeline", "disabled-by-default-devtools.timeline"];

interface TraceEvent {
  readonly name: string;
  /** `X`: an event with a start and a duration. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Start and duration, and duration of the thread's own time, in microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly worldName?: string; readonly data?: { readonly url?: string } };
}

interface TracingSession {
  readonly send: (method: string, params?: object) => Promise<unknown>;
  readonly on: (event: string, listener: (params: { readonly value: readonly TraceEvent[] }) => void) => void;
  readonly once: (event: string, listener: () => void) => void;
}

/** Traces the browser while something runs, and gives the tasks in which the content script ran. */
export const traceOwnTasks = async (session: CDPSession, run: () => Promise<unknown>): Promise<readonly OwnTask[]> =>
  ownTasks(await traceEvents(session, run));

/**
 * Traces the browser while something runs, and gives the longest task of a page of the extension: milliseconds of its
 * main thread's own time, with all style, layout and collected garbage. Null where it did nothing.
 */
export const traceLongestTask = async (session: CDPSession, run: () => Promise<unknown>): Promise<number | null> => {
  const events = (await traceEvents(session, run)).filter(({ ph }) => ph === "X");
  const isOwnPage = ({ args }: TraceEvent): boolean => /^chrome-extension:.*\/chunks\//u.test(args.data?.url ?? "");
  const threads = new Set(events.filter(isOwnPage).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && threads.has(`${pid} ${tid}`));
  return tasks.length === 0 ? null : Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
};

const traceEvents = async (session: CDPSession, run: () => Promise<unknown>): Promise<readonly TraceEvent[]> => {
  const browser = session as unknown as TracingSession;
  const events: TraceEvent[] = [];
  browser.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise<void>((resolve) => browser.once("Tracing.tracingComplete", resolve));
  await browser.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: categories, excludedCategories: ["*"] },
  });
  await run();
  await browser.send("Tracing.end");
  await complete;
  return events;
};

const endOf = ({ ts, dur }: TraceEvent): number => ts + (dur ?? 0);
const isWithin = (inner: TraceEvent, outer: TraceEvent): boolean =>
  inner.pid === outer.pid && inner.tid === outer.tid && inner.ts >= outer.ts && endOf(inner) <= endOf(outer);

const isBeginning = ({ name, args }: TraceEvent): boolean =>
  name === "EvaluateScript" && ownScripts.some((script) => args.data?.url?.includes(script) === true);

const isOwn = (event: TraceEvent): boolean =>
  (event.name === "v8.callFunction" && event.args.worldName === ownWorld) || isBeginning(event);

const ownTasks = (events: readonly TraceEvent[]): readonly OwnTask[] => {
  const complete = events.filter(({ ph }) => ph === "X").toSorted((a, b) => a.ts - b.ts);
  const own = complete.filter(isOwn);
  // Calls within calls count once.
  const outermost = own.filter((event, index) => !own.slice(0, index).some((before) => isWithin(event, before)));
  const threads = new Set(own.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = complete.filter(({ name, pid, tid }) => name === "RunTask" && threads.has(`${pid} ${tid}`));
  return tasks.flatMap((task): readonly OwnTask[] => {
    const inside = outermost.filter((event) => isWithin(event, task));
    if (inside.length === 0) return [];
    const sum = inside.reduce((total, { tdur }) => total + (tdur ?? 0), 0);
    return [{ own: sum / 1000, whole: (task.tdur ?? 0) / 1000, begins: inside.some(isBeginning) }];
  });
};
