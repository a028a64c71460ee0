import { browser } from "./browser.ts";

/** The badge's colour: the icon's green, dark enough for white figures. */
const badgeColor = "#1b6b50";

/** The badge has room for four signs. */
const mostShown = 999;

/** Shows a number on the toolbar button of one tab; nothing for 0. */
export async function showBadge(tabId: number, count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color: badgeColor });
  await browser.action.setBadgeText({ tabId, text: badgeText(count) });
}

function badgeText(count: number): string {
  if (count === 0) return "";
  return count > mostShown ? `${mostShown}+` : String(count);
}
