import { releaseSites, requestSites } from "@/browser/site-permission.ts";
import type { Subscription } from "@/model/settings.ts";
import { hostPattern } from "@/subscriptions/host-pattern.ts";

/** Asks the user to let Winnow fetch from the host of an address; to be called straight from a click. */
export const requestHost = (address: string): Promise<boolean> => requestSites(hostPattern(address));

/** Gives the permission for an address back, unless another subscription needs it. */
export async function releaseHost(address: string, others: readonly Subscription[]): Promise<void> {
  if (others.some((other) => hostPattern(other.address) === hostPattern(address))) return;
  // A host that came with the installation stays, and some browsers make that an error.
  await releaseSites(hostPattern(address)).catch(() => false);
}
