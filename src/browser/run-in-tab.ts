import { browser } from "./browser.ts";

/** Brings the data for word forms and Chinese variants into a tab, beside the content script that asked for it. */
export async function loadLanguageData(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ["/language-data.js"] });
}

/** Brings the mark.js painter into a tab, beside the content script that asked for it. */
export async function loadMarkPainter(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ["/mark-painter.js"] });
}

/** Brings what puts results into another order into a tab, beside the content script that asked for it. */
export async function loadArranger(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: ["/arranger.js"] });
}

/** Lets the user pick results in a tab; false where the browser lets no extension work on its page. */
export async function openPicker(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ["/picker.js"] });
    return true;
  } catch {
    return false;
  }
}
