import { browser } from "./browser.ts";

/** A tab as the popup needs it. */
export interface OpenTab {
  readonly id: number;
  /** The page's address, or null where the browser does not tell us: no permission, and not the tab of the popup. */
  readonly url: string | null;
}

/** The tab the toolbar button was pressed on. */
export async function activeTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** The tab of that id, or null where it is gone. */
export async function tabById(id: number): Promise<OpenTab | null> {
  try {
    const tab = await browser.tabs.get(id);
    return { id, url: tab.url ?? null };
  } catch {
    return null;
  }
}

/** The ids of all open tabs. */
export const openTabs = async (): Promise<readonly number[]> =>
  (await browser.tabs.query({})).map(({ id }) => id).filter((id) => id !== undefined);

/** Loads the tab's page anew. */
export const reloadTab = (id: number): Promise<void> => browser.tabs.reload(id);

/** Calls the listener whenever a page has begun or finished loading in that tab, until the signal is aborted. */
export function watchTab(id: number, listener: () => void, signal: AbortSignal): void {
  const onUpdated = (tabId: number, changed: { readonly status?: string | undefined }): void => {
    if (tabId === id && changed.status !== undefined) listener();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener("abort", () => browser.tabs.onUpdated.removeListener(onUpdated), { once: true });
}
