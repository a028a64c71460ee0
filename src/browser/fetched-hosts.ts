import { browser } from "./browser.ts";

/**
 * Hosts whose permission was asked for to fetch something from them, by their patterns, until the browser ends. A
 * permission does not tell what it is for, and is given before there is a subscription that tells it.
 */
const prefix = "fetched-host ";

/** To be called before the permission is asked for, and not to be waited for: that has to follow the click. */
export const noteFetchedHost = (pattern: string): Promise<void> =>
  browser.storage.session.set({ [prefix + pattern]: true });

export const forgetFetchedHost = (pattern: string): Promise<void> => browser.storage.session.remove(prefix + pattern);

export const notedFetchedHosts = async (): Promise<readonly string[]> =>
  Object.keys(await browser.storage.session.get(null)).flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  );
