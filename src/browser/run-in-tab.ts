import type { PagePart } from "@/model/page-part.ts";

import { browser } from "./browser.ts";

/** Brings one of the extension's scripts into a tab, beside the content script that asked for it. */
export async function loadPart(tabId: number, name: PagePart): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [`/${name}.js`] });
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
