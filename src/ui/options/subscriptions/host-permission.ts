import { releaseSites, requestSites } from "@/browser/site-permission.ts";
import type { Subscription } from "@/model/settings.ts";

const patternOf = (address: string): string => `https://${new URL(address).hostname}/*`;

/** Asks the user to let Winnow fetch from the host of an address; to be called straight from a click. */
export const requestHost = (address: string): Promise<boolean> => requestSites(patternOf(address));

/** Gives the permission for an address back, unless another subscription needs it. */
export async function releaseHost(address: string, others: readonly Subscription[]): Promise<void> {
  if (others.some((other) => patternOf(other.address) === patternOf(address))) return;
  // A host that came with the installation stays, and some browsers make that an error.
  await releaseSites(patternOf(address)).catch(() => false);
}
