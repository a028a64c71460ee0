import { getDomain } from "tldts";

import type { DomainFinder } from "./owned-domain.ts";

/** Asks the public suffix list, with what hosting services added to it for those who have a place there. */
export const findDomain: DomainFinder = (host) => getDomain(host, { allowPrivateDomains: true });
