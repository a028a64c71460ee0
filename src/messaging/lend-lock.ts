import { browser } from "@/browser/browser.ts";
import type { RunAlone } from "@/model/run-alone.ts";

const portName = "winnow-settings-lock";

/**
 * Lets what stands in pages have the lock of the extension's own pages, which a page's script cannot ask for itself:
 * its locks are those of the page's site. A port is open for as long as the lock is held; it closes with its tab.
 */
export function lendLock(runAlone: RunAlone): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== portName) return;
    const returned = new Promise<void>((resolve) => port.onDisconnect.addListener(() => resolve()));
    let gone = false;
    void returned.then(() => (gone = true));
    void runAlone(async () => {
      if (gone) return;
      port.postMessage("yours");
      await returned;
    });
  });
}

/**
 * Runs a step of what stands in a page under the lock of the extension's own pages. It is lost with the background: the
 * step has to ask for it before it writes.
 *
 * @throws where the background does not answer; the step was not run then
 */
export const runUnderLentLock: RunAlone = async (run) => {
  const port = browser.runtime.connect({ name: portName });
  let held = false;
  try {
    await new Promise<void>((resolve, reject) => {
      port.onMessage.addListener(() => {
        held = true;
        resolve();
      });
      port.onDisconnect.addListener(() => {
        held = false;
        reject(new Error("The settings cannot be reached."));
      });
    });
    return await run(() => held);
  } finally {
    port.disconnect();
  }
};
