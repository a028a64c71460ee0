import { forgetFetchedHost, noteFetchedHost } from "@/browser/fetched-hosts.ts";
import { releaseSites, requestSites } from "@/browser/site-permission.ts";
import type { Subscription } from "@/model/settings.ts";
import { hostPattern, hostPatterns } from "@/subscriptions/host-pattern.ts";

/** Asks the user to let Winnow fetch from the host of an address; to be called straight from a click. */
export const requestHost = (address: string): Promise<boolean> => {
  const pattern = hostPattern(address);
  if (pattern === null) return Promise.resolve(false);
  // Without the note, Winnow runs on pages of the host that are open, which is more than was asked for.
  noteFetchedHost(pattern).catch(() => undefined);
  return requestSites(pattern);
};

/** Gives the permission for an address back, unless another subscription needs it. */
export async function releaseHost(address: string, others: readonly Subscription[]): Promise<void> {
  const pattern = hostPattern(address);
  if (pattern === null || hostPatterns(others).has(pattern)) return;
  // A host that came with the installation stays, and some browsers make that an error.
  await releaseSites(pattern).catch(() => false);
  await forgetFetchedHost(pattern);
}
