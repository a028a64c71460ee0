import { browser } from "./browser.ts";

/** The badge's colour: the icon's green, dark enough for white figures. */
const badgeColor = "#1b6b50";

/** Shows a number on the toolbar button of one tab; nothing for 0. */
export async function showBadge(tabId: number, count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColor });
  await browser.action.setBadgeText({ tabId, text: count === 0 ? "" : String(count) });
}
