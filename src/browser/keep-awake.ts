import { browser } from "./browser.ts";

/** Milliseconds between two calls: a third of the time is left for one that comes late. */
const pulse = 20_000;

/**
 * Keeps the background from being ended as idle until work has settled, however it does. Both browsers end it 30 s
 * after the last event or call of the extension API, whatever it waits for: Chromium since version 110
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle#idle-shutdown), Firefox as
 * long as `extensions.background.idle.timeout` says, which calls of the extension API put off as well. The work has to
 * come to an end by itself.
 */
export async function keepAwake(work: Promise<unknown>): Promise<void> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), pulse);
  try {
    await work;
  } finally {
    clearInterval(timer);
  }
}
