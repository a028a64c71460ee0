import { parentElementOf } from "@/dom-text/unclobbered.ts";
import { offeredResultButtons } from "@/messaging/result-buttons.ts";
import type { ResultOnPage, ResultsOnPage } from "@/messaging/result-buttons.ts";
import { pageNames } from "@/painting/page-names.ts";

import type { JudgedResult } from "./page-report.ts";

/** The buttons at the results, as the session sees them: on or off. */
export interface ResultButtons {
  /** Where they are on, the script that draws them is brought as soon as a result is pointed at or Tab is pressed. */
  readonly set: (on: boolean) => void;
  /** Tells that results were found or judged anew. */
  readonly changed: () => void;
}

interface ResultButtonsOptions {
  readonly document: Document;
  readonly judged: () => ReadonlyMap<Element, JudgedResult>;
  readonly order: ResultsOnPage["order"];
  readonly write: (change: () => void) => void;
  readonly load: () => Promise<void>;
  readonly signal: AbortSignal;
}

const onPage = ({ found: { root, parts, result }, verdict }: JudgedResult): ResultOnPage => ({
  root,
  parts,
  result,
  verdict,
});

/** What an element is in or stands in for: by its root, by a further part of it, by the line in its place. */
const judgedAt = (element: Element, judged: ReadonlyMap<Element, JudgedResult>): JudgedResult | null => {
  for (let at: Element | null = element; at !== null;) {
    const own: Element = at;
    const stoodFor = own.localName === pageNames.fold ? own.nextElementSibling : own;
    const found =
      judged.get(stoodFor ?? own) ??
      (own.hasAttribute(pageNames.part)
        ? [...judged.values()].find((one) => one.found.parts.includes(own))
        : undefined);
    if (found) return found;
    const root = own.getRootNode();
    at = parentElementOf(own) ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return null;
};

export function createResultButtons({
  document,
  judged,
  order,
  write,
  load,
  signal,
}: ResultButtonsOptions): ResultButtons {
  let running: AbortController | null = null;
  let listeners: (() => void)[] = [];

  const at = (element: Element): ResultOnPage | null => {
    const found = judgedAt(element, judged());
    return found && onPage(found);
  };
  const start = (until: AbortController): void => {
    const waiting = new AbortController();
    const pointing = AbortSignal.any([until.signal, waiting.signal]);
    const begin = async (first: Element | null): Promise<void> => {
      waiting.abort();
      if (offeredResultButtons() === null) await load();
      if (until.signal.aborted) return;
      offeredResultButtons()?.(
        {
          at,
          order,
          all: () => [...judged().values()].map(onPage),
          onChange: (listener) => listeners.push(listener),
          write,
          signal: until.signal,
        },
        first,
      );
    };
    const onInterest = (event: Event): void => {
      const [target] = event.composedPath();
      if (!(target instanceof Element) || at(target) === null) return;
      // Where the focus is by then, the buttons see themselves.
      void begin(event.type === "pointerover" ? target : null);
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      // Whoever goes by Tab may be through the first result before a script comes that is only sent for there.
      if (key === "Tab" && judged().size > 0) void begin(null);
    };
    document.addEventListener("pointerover", onInterest, { passive: true, signal: pointing });
    document.addEventListener("focusin", onInterest, { passive: true, signal: pointing });
    document.addEventListener("keydown", onKey, { capture: true, passive: true, signal: pointing });
    // Where nothing hovers, nothing points at a result before it is pressed.
    if (matchMedia("(hover: none)").matches) void begin(null);
  };

  const set = (on: boolean): void => {
    if (on === (running !== null)) return;
    running?.abort();
    listeners = [];
    running = on ? new AbortController() : null;
    if (running) start(running);
  };
  signal.addEventListener("abort", () => set(false), { once: true });
  return { set, changed: () => listeners.forEach((listener) => listener()) };
}
