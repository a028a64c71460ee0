import { browser } from "./browser.ts";

/** Brings the mark.js painter into a tab, beside the content script that asked for it. */
export async function loadMarkPainter(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ["/mark-painter.js"] });
}
