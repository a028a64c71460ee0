import { badgesShow, noteBadgesShow, showBadge } from "@/browser/badge.ts";
import { openTabs } from "@/browser/current-tab.ts";
import { browserStorage } from "@/browser/storage-areas.ts";
import { askPage, onPageEvent } from "@/messaging/messenger.ts";
import type { ReportSummary } from "@/messaging/protocol.ts";
import type { BadgeFigure } from "@/model/settings.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";

/** Keeps a figure of its page on the toolbar button of each tab, the one that the user chose. */
export function countOnBadge(): void {
  const store = createSettingsStore(browserStorage().local);
  // Read when it is first needed, as the background starts often and mostly for something else.
  let chosen: Promise<BadgeFigure> | null = null;
  const choose = async (): Promise<BadgeFigure> => {
    const { badge } = (await store.load()).settings;
    await noteBadgesShow(badge);
    return badge;
  };
  const choice = (): Promise<BadgeFigure> => (chosen ??= choose());

  onPageEvent("reportChanged", (tab, summary) => {
    void choice()
      .then((badge) => showBadge(tab, figureOf(summary, badge)))
      // The tab may be gone by the time its last word arrives.
      .catch(() => undefined);
  });
  store.watch(({ settings: { badge } }) => {
    // The badges may be those of a background that has ended since: it may be this change that started the next one.
    const before = chosen ?? badgesShow();
    chosen = Promise.resolve(badge);
    void before.then((last) => (last === null || last === badge ? undefined : recount(badge))).catch(() => undefined);
  });
}

/** Pages tell of changes by themselves; a choice changes none of them. */
async function recount(badge: BadgeFigure): Promise<void> {
  await noteBadgesShow(badge);
  const tabs = await openTabs();
  await Promise.allSettled(
    tabs.map(async (tab) => {
      const report = await askPage(tab, "report");
      if (report === null) return;
      const hits = Object.values(report.hitsByList).reduce((sum, count) => sum + count, 0);
      await showBadge(tab, figureOf({ ...report, hits }, badge));
    }),
  );
}

function figureOf({ hidden, folded, hits }: ReportSummary, badge: BadgeFigure): number {
  if (badge === "none") return 0;
  return badge === "hits" ? hits : hidden + folded;
}
