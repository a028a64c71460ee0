import { setTimeout as pause } from "node:timers/promises";

import type { PageState } from "@/model/report.ts";

import type { EngineTab, HeldKey, PressableKey } from "./browser-engine.ts";
import { findControl } from "./find-control.ts";
import type { ControlPlace } from "./find-control.ts";
import { patience, withDeadline } from "./with-deadline.ts";

/** A function that runs in a page: it stands for itself, and its arguments and result are JSON values. */
type PageFunction<Args extends readonly unknown[], Result> = (...args: Args) => Result | Promise<Result>;

/** A function that runs in a page and is given a shadow root there before its arguments. */
type ShadowFunction<Args extends readonly unknown[], Result> = (root: ShadowRoot, ...args: Args) => Result;

/** The shadow tree of one element of a page, open or closed. */
export interface ShadowUnderTest {
  /** Waits until a function gives something true of the tree, and gives that. */
  readonly waitFor: <Args extends readonly unknown[], Result>(
    run: ShadowFunction<Args, Result>,
    ...args: Args
  ) => Promise<Exclude<Result, null | undefined | false | 0 | "">>;
  /** A real click on the first control in the tree that matches and, where given, has this name. */
  readonly click: (selector: string, name?: string, held?: HeldKey) => Promise<void>;
}

/** A tab of a browser under test. */
export interface TabUnderTest {
  /** The browser's own number for the tab. */
  readonly id: number;
  readonly goto: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly evaluate: <Args extends readonly unknown[], Result>(
    run: PageFunction<Args, Result>,
    ...args: Args
  ) => Promise<Result>;
  /** Waits until a function that runs in the page gives something true, and gives that. */
  readonly waitFor: <Args extends readonly unknown[], Result>(
    run: PageFunction<Args, Result>,
    ...args: Args
  ) => Promise<Exclude<Result, null | undefined | false | 0 | "">>;
  /** Waits until Winnow says one of these of the page. */
  readonly waitForState: (...states: readonly PageState[]) => Promise<PageState>;
  /** A real click on the first control that matches and, where given, has this name; waits until there is one. */
  readonly click: (selector: string, name?: string) => Promise<void>;
  /** Moves the pointer to the middle of the first element that matches. */
  readonly hover: (selector: string) => Promise<void>;
  /** The shadow tree of the first element that matches. */
  readonly inside: (host: string) => ShadowUnderTest;
  /** Drags the handle of the slider of this name to a value with the mouse. */
  readonly drag: (name: string, value: number) => Promise<void>;
  /** Replaces what stands in a field by real key presses. */
  readonly fill: (selector: string, text: string, name?: string) => Promise<void>;
  /** Chooses an option of a `<select>` by its value. */
  readonly choose: (selector: string, value: string, name?: string) => Promise<void>;
  /** Real key presses, in what has the focus. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: PressableKey) => Promise<void>;
  readonly screenshot: (file: string) => Promise<void>;
  readonly bringToFront: () => Promise<void>;
  /** Lets the extension know the tab's address, as a press of its toolbar button does. */
  readonly pressToolbarButton: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const pollEvery = 40;

const callText = (run: (...args: never) => unknown, args: readonly unknown[]): string =>
  `(${String(run)})(...${JSON.stringify(args)})`;

/** Builds what tests do with a tab from the few things that the browsers' engines provide. */
export const driveTab = (engine: EngineTab, id: number): TabUnderTest => {
  const evaluate: TabUnderTest["evaluate"] = (run, ...args) => {
    const text = callText(run, args);
    return withDeadline(text, engine.evaluate(text)) as Promise<Awaited<ReturnType<typeof run>>>;
  };

  const waitUntil = async (text: string, ask: () => Promise<unknown>): Promise<unknown> => {
    const end = Date.now() + patience;
    let last: unknown;
    while (Date.now() < end) {
      // A page that is just being replaced cannot be asked; the next one can.
      last = await withDeadline(text, ask()).catch((error: unknown) => void (last = error));
      if (last) return last;
      await pause(pollEvery);
    }
    const address = await withDeadline("the address", engine.evaluate("location.href")).catch(String);
    throw new Error(`Waited in vain on ${String(address)} for\n${text}\nThe last answer was ${String(last)}`);
  };

  const waitFor: TabUnderTest["waitFor"] = (run, ...args) => {
    const text = callText(run, args);
    return waitUntil(text, () => engine.evaluate(text)) as Promise<never>;
  };

  const inside = (host: string): ShadowUnderTest => {
    const waitIn = (text: string): Promise<unknown> =>
      waitUntil(`${host}: ${text}`, () => engine.evaluateInShadow(host, text));
    return {
      waitFor: (run, ...args) =>
        waitIn(`(root) => (${String(run)})(root, ...${JSON.stringify(args)})`) as Promise<never>,
      click: async (selector, name, held) => {
        const args = JSON.stringify([selector, name ?? null]);
        const place = await waitIn(`(root) => (${String(findControl)})(...${args}, root)`);
        const { x, y } = place as ControlPlace;
        await engine.clickAt(x, y, held);
      },
    };
  };

  const locate = (selector: string, name: string | undefined): Promise<ControlPlace> =>
    waitFor(findControl, selector, name ?? null);

  const click = async (selector: string, name?: string): Promise<void> => {
    const { x, y } = await locate(selector, name);
    await engine.clickAt(x, y);
  };

  return {
    id,
    goto: (url) => engine.goto(url),
    reload: async () => engine.goto(await evaluate(() => location.href)),
    evaluate,
    waitFor,
    waitForState: (...states) =>
      waitFor((wanted) => {
        const state = document.documentElement.dataset["winnowState"] as PageState | undefined;
        return state !== undefined && wanted.includes(state) ? state : null;
      }, states),
    click,
    hover: async (selector) => {
      const { x, y } = await locate(selector, undefined);
      await engine.moveTo(x, y);
    },
    inside,
    drag: async (name, value) => {
      const [from, to] = await waitFor(
        (label, wanted) => {
          const sliders = [...document.querySelectorAll<HTMLInputElement>("input[type=range]")];
          const slider = sliders.find((one) => one.getAttribute("aria-label") === label && one.checkVisibility());
          if (!slider) return null;
          slider.scrollIntoView({ block: "center", behavior: "instant" });
          const { left, top, width, height } = slider.getBoundingClientRect();
          const [least, most] = [Number(slider.min), Number(slider.max)];
          // The handle, which is as wide as the slider is high, goes from end to end of it.
          const placeOf = (at: number) => ({
            x: left + height / 2 + ((at - least) / (most - least)) * (width - height),
            y: top + height / 2,
          });
          return [placeOf(Number(slider.value)), placeOf(wanted)] as const;
        },
        name,
        value,
      );
      await engine.drag(from, to);
    },
    fill: async (selector, text, name) => {
      await click(selector, name);
      await engine.press("SelectAll");
      if (text === "") await engine.press("Delete");
      else await engine.type(text);
    },
    choose: async (selector, value, name) => {
      const { index } = await locate(selector, name);
      await evaluate(
        (all, nth, wanted) => {
          const field = document.querySelectorAll<HTMLSelectElement>(all)[nth];
          if (!field) return;
          field.value = wanted;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
        },
        selector,
        index,
        value,
      );
    },
    type: (text) => engine.type(text),
    press: (key) => engine.press(key),
    screenshot: (file) => engine.screenshot(file),
    bringToFront: () => engine.bringToFront(),
    pressToolbarButton: () => engine.pressToolbarButton(),
    close: () => engine.close(),
  };
};
