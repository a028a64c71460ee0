import type { Condition } from "@/filters/condition.ts";
import { asciiHost } from "@/matching/ascii-host.ts";
import type { Result } from "@/model/result.ts";

import { ownedDomain } from "./owned-domain.ts";

/** What a choice in a result's menu is about. */
export interface RuleSubject {
  /** All results of a site, or this one by its address. */
  readonly kind: "site" | "result";
  readonly condition: Condition;
  /** What the user knows it by: the host, or the title. */
  readonly label: string;
}

const site = (host: string): RuleSubject => ({
  kind: "site",
  condition: { kind: "site", host: asciiHost(host) ?? host },
  label: host,
});

/**
 * What to offer for a result: its site, as a whole or the exact host with all under it. On a site's own listing, where
 * that would be every result, it is the one result by its address. Null where the result has neither.
 *
 * @param pageHost the host of the page that the result is on
 */
export const ruleSubject = (
  { host, url, title }: Pick<Result, "host" | "url" | "title">,
  pageHost: string,
  exactHost: boolean,
): RuleSubject | null => {
  if (host === null) return null;
  if (ownedDomain(host) !== ownedDomain(pageHost)) return site(exactHost ? host : ownedDomain(host));
  if (url === null) return null;
  return { kind: "result", condition: { kind: "address", url }, label: title || url };
};
