import { browser } from "./browser.ts";

/** The match pattern of every page a content script can be allowed on. */
export const allSites = "*://*/*";

/** The match pattern of all pages of one host. */
export const sitePattern = (host: string): string => `*://${host}/*`;

/** Whether the pages of a match pattern are allowed. */
export const areAllowed = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

/** Whether all pages of that scheme and host are allowed: `https://example.com` and the like. */
export const isAllowed = (origin: string): Promise<boolean> => areAllowed(`${origin}/*`);

/**
 * Asks the user to allow pages; true where they did. The browser takes it only straight from a click: nothing may be
 * awaited before.
 */
export const requestSites = (...patterns: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...patterns] });

/** Gives the permission for pages back. */
export const releaseSites = (pattern: string): Promise<boolean> => browser.permissions.remove({ origins: [pattern] });

/** The patterns of the pages that Winnow runs on from its installation. */
export const installedMatches = (): readonly string[] =>
  browser.runtime.getManifest().content_scripts?.[0]?.matches ?? [];

const wholeHost = (pattern: string): string => pattern.replace(/^([^:]*:\/\/[^/]*).*$/u, "$1/*");

/** The patterns that the user granted beyond what came with the installation. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  // Browsers tell permissions by host, whatever path the manifest gives.
  const installed = new Set(installedMatches().flatMap((pattern) => [pattern, wholeHost(pattern)]));
  return origins.filter((origin) => !installed.has(origin));
}

/** Calls the listener when pages were allowed or no longer are, until the signal is aborted. */
export function watchPermissions(listener: () => void, signal: AbortSignal): void {
  const events = [browser.permissions.onAdded, browser.permissions.onRemoved];
  for (const event of events) event.addListener(listener);
  signal.addEventListener("abort", () => events.forEach((event) => event.removeListener(listener)), { once: true });
}
