import { forgetFetchedHost, notedFetchedHosts, noteFetchedHost } from "@/browser/fetched-hosts.ts";
import { areAllowed, releaseSites, requestSites } from "@/browser/site-permission.ts";
import type { Subscription } from "@/model/settings.ts";
import { hostPattern, hostPatterns } from "@/subscriptions/host-pattern.ts";

/** Asks the user to let Winnow fetch from the host of an address; to be called straight from a click. */
export const requestHost = async (address: string): Promise<boolean> => {
  const pattern = hostPattern(address);
  if (pattern === null) return false;
  // All of these begin at once, in this order: the browser asks only straight from the click.
  const before = areAllowed(pattern).catch(() => false);
  const wasNoted = notedFetchedHosts().then(
    (hosts) => hosts.has(pattern),
    () => false,
  );
  const noted = noteFetchedHost(pattern).catch(() => undefined);
  const allowed = await requestSites(pattern);
  // Without the note, Winnow would run on pages of the host; where it may already, it goes on.
  await noted;
  const isUsers = (await before) && !(await wasNoted);
  if (isUsers || !allowed) await forgetFetchedHost(pattern);
  return allowed;
};

/**
 * Gives the permission for an address back, unless another subscription needs it, or it was not asked for to fetch: the
 * user may want Winnow on the pages of that host, too.
 */
export async function releaseHost(address: string, others: readonly Subscription[]): Promise<void> {
  const pattern = hostPattern(address);
  if (pattern === null || hostPatterns(others).has(pattern) || !(await notedFetchedHosts()).has(pattern)) return;
  // A host that came with the installation stays, and some browsers make that an error.
  await releaseSites(pattern).catch(() => false);
  await forgetFetchedHost(pattern);
}
