import type { BadgeFigure } from "@/model/settings.ts";

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

const sessionKey = "badges-show";

/** The figure that the badges of open tabs show, for as long as the browser runs; null where none was shown yet. */
export async function badgesShow(): Promise<BadgeFigure | null> {
  const figure: unknown = (await browser.storage.session.get(sessionKey))[sessionKey];
  return (figure as BadgeFigure | undefined) ?? null;
}

/** Notes it, because badges outlast the background that counted them. */
export const noteBadgesShow = (figure: BadgeFigure): Promise<void> =>
  browser.storage.session.set({ [sessionKey]: figure });
