import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import { activeTab, tabById, watchTab } from "@/browser/current-tab.ts";
import { isAllowed, watchPermissions } from "@/browser/site-permission.ts";
import { askPage, onPageEvent } from "@/messaging/messenger.ts";
import type { HitPlace, PageReport, WantedOrder } from "@/model/report.ts";

import { classifyAddress } from "./classify-address.ts";

/** What the popup knows of the tab it speaks of. */
export type PageView =
  | { readonly kind: "running"; readonly host: string; readonly report: PageReport }
  /** The site is allowed, but the page was loaded before Winnow was. */
  | { readonly kind: "not-running"; readonly host: string }
  | { readonly kind: "not-allowed"; readonly host: string }
  | { readonly kind: "protected" | "not-web" | "unknown" | "no-tab" };

export interface PageState {
  /** The tab, or null where there is none. */
  readonly tab: number | null;
  readonly view: ReadonlySignal<PageView>;
  readonly showHidden: (show: boolean) => Promise<void>;
  /** The conditions that are tried out: those last asked for, or else those the page tells of. */
  readonly tried: ReadonlySignal<readonly string[]>;
  /**
   * Tries conditions out in place of those tried before. There is never more than one such message under way; of those
   * asked for meanwhile, as while a handle is dragged, only the last one follows.
   */
  readonly tryConditions: (conditions: readonly string[]) => Promise<void>;
  readonly sortResults: (order: WantedOrder) => Promise<void>;
  readonly revealResult: (id: string) => Promise<void>;
  /** Goes to the next (1) or previous (-1) hit of one list or, for null, of all. */
  readonly walkHits: (direction: 1 | -1, list: string | null) => Promise<HitPlace | null>;
}

/** The tab that `?tab=<id>` of the page's own address names, where it does. */
export function tabOfAddress(search: string): number | null {
  const tab = new URLSearchParams(search).get("tab");
  return tab !== null && /^\d+$/u.test(tab) ? Number(tab) : null;
}

/** Looks at a tab (the active one for null) and follows it until the abort. */
export async function openPageState(tabId: number | null, abort: AbortSignal): Promise<PageState> {
  const tab = tabId === null ? await activeTab() : await tabById(tabId);
  if (tab === null) {
    return {
      tab: null,
      view: signal({ kind: "no-tab" }),
      showHidden: () => Promise.resolve(),
      tried: signal([]),
      tryConditions: () => Promise.resolve(),
      sortResults: () => Promise.resolve(),
      revealResult: () => Promise.resolve(),
      walkHits: () => Promise.resolve(null),
    };
  }
  const view = signal<PageView>(await look(tab.id));

  // Many changes may be told in a row: while one look is under way, only one more is needed.
  let looking = false;
  let again = false;
  const refresh = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    while (again) {
      again = false;
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      view.value = await look(tab.id);
    }
    looking = false;
  };
  const refreshSoon = (): void => void refresh();

  onPageEvent("reportChanged", (from) => (from === tab.id ? refreshSoon() : undefined), abort);
  watchTab(tab.id, refreshSoon, abort);
  watchPermissions(refreshSoon, abort);

  const take = async (asked: Promise<PageReport | null>): Promise<void> => {
    const report = await asked;
    if (report === null) await refresh();
    else view.value = { kind: "running", host: report.host, report };
  };

  const wanted = signal<readonly string[] | null>(null);
  const tried = computed(() => wanted.value ?? (view.value.kind === "running" ? view.value.report.tried : []));
  let trying = false;
  const tryConditions = async (conditions: readonly string[]): Promise<void> => {
    wanted.value = conditions;
    if (trying) return;
    trying = true;
    let sent: readonly string[] | null = null;
    while (wanted.value !== sent) {
      sent = wanted.value;
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await take(askPage(tab.id, "tryConditions", sent ?? []));
    }
    trying = false;
    wanted.value = null;
  };
  const walkHits: PageState["walkHits"] = (direction, list) => askPage(tab.id, "walkHits", direction, list);
  return {
    tab: tab.id,
    view,
    showHidden: (show) => take(askPage(tab.id, "showHidden", show)),
    tried,
    tryConditions,
    sortResults: (order) => take(askPage(tab.id, "sortResults", order)),
    revealResult: (id) => take(askPage(tab.id, "revealResult", id)),
    walkHits,
  };
}

async function look(tabId: number): Promise<PageView> {
  const report = await askPage(tabId, "report");
  if (report !== null) return { kind: "running", host: report.host, report };
  const tab = await tabById(tabId);
  if (tab === null) return { kind: "no-tab" };
  const address = classifyAddress(tab.url);
  if (address.kind !== "web") return address;
  return { kind: (await isAllowed(address.origin)) ? "not-running" : "not-allowed", host: address.host };
}
