import { browser } from "./browser.ts";

/** Opens the settings page; with a place, at the element of that id. */
export async function openSettings(place?: string): Promise<void> {
  if (place === undefined) {
    await browser.runtime.openOptionsPage();
    return;
  }
  await browser.tabs.create({ url: `${browser.runtime.getURL("/options.html")}#${place}` });
}
