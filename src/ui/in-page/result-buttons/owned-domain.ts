import { offeredPart } from "@/model/offered-part.ts";

/** The part of a host that one owner registered, by the public suffix list; null where it has none. */
export type DomainFinder = (host: string) => string | null;

const part = offeredPart<DomainFinder>("public-suffixes");

export const offerDomainFinder = part.offer;

/** Whether the public suffix list is there: it weighs more than all else here, and only an open menu asks it. */
export const knowsDomains = (): boolean => part.offered() !== null;

/** The part of a host that one owner registered; the host itself where it has none, or where that is not known. */
export const ownedDomain = (host: string): string => part.offered()?.(host) ?? host;
