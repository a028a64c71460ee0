import { browser } from "@/browser/browser.ts";

import type { BackgroundMessages, PageEvents, PageMessages } from "./protocol.ts";

interface Message {
  readonly winnow: string;
  readonly args: readonly unknown[];
}

/** How a listener answers; the one way that all browsers know. */
type Reply = (answer: unknown) => void;

/** Replies once there is an answer; the sign for that is to be returned from the listener. */
const replyLater = (answer: Promise<unknown>, reply: Reply): true => {
  void answer.then(reply, () => reply(null));
  return true;
};

const isMessage = (value: unknown): value is Message =>
  typeof value === "object" && value !== null && "winnow" in value && "args" in value && Array.isArray(value.args);

/** Asks the conductor in a tab; null where none runs there. */
export async function askPage<Name extends keyof PageMessages>(
  tab: number,
  name: Name,
  ...args: Parameters<PageMessages[Name]>
): Promise<ReturnType<PageMessages[Name]> | null> {
  try {
    const message: Message = { winnow: name, args };
    // Only the top frame has a conductor.
    const reply: unknown = await browser.tabs.sendMessage(tab, message, { frameId: 0 });
    return (reply ?? null) as ReturnType<PageMessages[Name]> | null;
  } catch {
    // The browser rejects where no script of ours listens: pages it protects, sites without permission.
    return null;
  }
}

/** The conductor's side of the messages: replies may take their time. */
export type PageHandlers = {
  readonly [Name in keyof PageMessages]: (
    ...args: Parameters<PageMessages[Name]>
  ) => ReturnType<PageMessages[Name]> | Promise<ReturnType<PageMessages[Name]>>;
};

/** Answers what is asked of this tab, until the signal is aborted. */
export function answerPageMessages(handlers: PageHandlers, signal: AbortSignal): void {
  const onMessage = (message: unknown, _: unknown, reply: Reply): true | undefined => {
    if (!isMessage(message) || !Object.hasOwn(handlers, message.winnow)) return undefined;
    const handler = handlers[message.winnow as keyof PageMessages] as (...args: readonly unknown[]) => unknown;
    return replyLater(Promise.resolve(handler(...message.args)), reply);
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}

/** Asks the background to do something for this tab; settled once it was done or could not be done. */
export async function askBackground<Name extends keyof BackgroundMessages>(
  name: Name,
  ...args: Parameters<BackgroundMessages[Name]>
): Promise<void> {
  const message: Message = { winnow: name, args };
  const ask = (): Promise<unknown> => browser.runtime.sendMessage(message);
  // A background that ended just then, as it does whenever it is idle, is started by the next message.
  await ask()
    .catch(ask)
    .catch(() => undefined);
}

/** Does for tabs what they ask of the background. */
export function answerBackgroundMessages(handlers: {
  readonly [Name in keyof BackgroundMessages]: (
    tab: number,
    ...args: Parameters<BackgroundMessages[Name]>
  ) => Promise<void>;
}): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, { tab }: { readonly tab?: { readonly id?: number | undefined } | undefined }, reply: Reply) => {
      if (tab?.id === undefined || !isMessage(message) || !Object.hasOwn(handlers, message.winnow)) return undefined;
      const handler = handlers[message.winnow as keyof BackgroundMessages] as (
        tab: number,
        ...args: readonly unknown[]
      ) => Promise<void>;
      return replyLater(handler(tab.id, ...message.args), reply);
    },
  );
}

/** Tells every page of the extension that listens; nobody listening is no error. */
export function announce<Name extends keyof PageEvents>(name: Name, ...args: Parameters<PageEvents[Name]>): void {
  const message: Message = { winnow: name, args };
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Calls the handler with the tab an event came from, until the signal is aborted. */
export function onPageEvent<Name extends keyof PageEvents>(
  name: Name,
  handler: (tab: number, ...args: Parameters<PageEvents[Name]>) => void,
  signal?: AbortSignal,
): void {
  const onMessage = (message: unknown, sender: { readonly tab?: { readonly id?: number | undefined } | undefined }) => {
    const tab = sender.tab?.id;
    if (tab !== undefined && isMessage(message) && message.winnow === name) {
      handler(tab, ...(message.args as Parameters<PageEvents[Name]>));
    }
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal?.addEventListener("abort", () => browser.runtime.onMessage.removeListener(onMessage), { once: true });
}
