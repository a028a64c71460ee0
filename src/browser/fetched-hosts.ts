import { browser } from "./browser.ts";

/**
 * Hosts whose permission was asked for to fetch something from them, by their patterns. A permission does not tell what
 * it is for, and it stays when the subscription goes on another device, or when the page that asked is closed.
 */
const key = "fetched-hosts";
/** The same, noted at once: what is kept for good can only be written once it was read. */
const sessionPrefix = "fetched-host ";

const kept = async (): Promise<readonly string[]> => {
  const stored: unknown = (await browser.storage.local.get(key))[key];
  return Array.isArray(stored) ? stored.filter((one) => typeof one === "string") : [];
};

const keep = async (change: (patterns: readonly string[]) => readonly string[]): Promise<void> => {
  await navigator.locks.request("winnow-fetched-hosts", async () => {
    const patterns = change(await kept());
    await (patterns.length > 0 ? browser.storage.local.set({ [key]: patterns }) : browser.storage.local.remove(key));
  });
};

/** To be called before the permission is asked for, and not to be waited for: that has to follow the click. */
export const noteFetchedHost = async (pattern: string): Promise<void> => {
  await browser.storage.session.set({ [sessionPrefix + pattern]: true });
  await keep((patterns) => [...new Set([...patterns, pattern])]);
};

export const forgetFetchedHost = async (pattern: string): Promise<void> => {
  await browser.storage.session.remove(sessionPrefix + pattern);
  await keep((patterns) => patterns.filter((one) => one !== pattern));
};

export const notedFetchedHosts = async (): Promise<ReadonlySet<string>> => {
  const session = Object.keys(await browser.storage.session.get(null));
  return new Set([
    ...(await kept()),
    ...session.flatMap((name) => (name.startsWith(sessionPrefix) ? [name.slice(sessionPrefix.length)] : [])),
  ]);
};
