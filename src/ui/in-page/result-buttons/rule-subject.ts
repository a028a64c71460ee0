import type { Condition } from "@/filters/condition.ts";
import { asciiHost } from "@/matching/ascii-host.ts";
import type { Result } from "@/model/result.ts";

import { ownedDomain } from "./owned-domain.ts";

/** How much a choice takes in: a whole domain, one host of it, or the one result by its address. */
export type SubjectScope = "domain" | "host" | "result";

/** What a choice in a result's menu is about. */
export interface RuleSubject {
  readonly scope: SubjectScope;
  readonly condition: Condition;
  /** What the user knows it by: the domain, the host, or the title. */
  readonly label: string;
}

/** What is offered for a result. */
export interface RuleSubjects {
  /** From the widest to the narrowest. */
  readonly offered: readonly RuleSubject[];
  /** What a choice is about unless the user says otherwise; null where nothing is offered. */
  readonly usual: SubjectScope | null;
  /** The domain or host that all results of a page of its own are from, where it is left out for that; or else null. */
  readonly leftOut: string | null;
}

const inAddress = (host: string): string => asciiHost(host) ?? host;

/** An address by numbers has nothing under it. */
const hasSubdomains = (host: string): boolean => !/^[\d.]+$|^\[/.test(host);

/**
 * What to offer for a result: its domain, the exact host, the one result by its address. Where a site lists nothing but
 * its own, its domain would be every result, and so would be the page's own host: these are left out there. A host that
 * is another than the page's, of which the page has further results, is what comes first then.
 *
 * @param pageHost the host of the page that the result is on
 * @param hosts those of all results of the page; null of one that does not tell it
 */
export const ruleSubjects = (
  { host, url, title }: Pick<Result, "host" | "url" | "title">,
  pageHost: string,
  hosts: readonly (string | null)[],
): RuleSubjects => {
  const result: RuleSubject | null =
    url === null ? null : { scope: "result", condition: { kind: "address", url }, label: title || url };
  const least = result === null ? [] : [result];
  if (host === null) return { offered: least, usual: result?.scope ?? null, leftOut: null };
  const domain = ownedDomain(host);
  const whole: RuleSubject = { scope: "domain", condition: { kind: "site", host: inAddress(domain) }, label: domain };
  const exact: RuleSubject = { scope: "host", condition: { kind: "host", host: inAddress(host) }, label: host };
  const isOwn = domain === ownedDomain(pageHost) && hosts.every((one) => one === null || ownedDomain(one) === domain);
  if (!isOwn) {
    const offered = [whole, ...(hasSubdomains(host) ? [exact] : []), ...least];
    return { offered, usual: "domain", leftOut: null };
  }
  const isAmongOthers = hosts.some((one) => one !== null && one !== host);
  const offersHost = host !== pageHost || isAmongOthers;
  const offered = [...(offersHost ? [exact] : []), ...least];
  const usual = offersHost && host !== pageHost && isAmongOthers ? "host" : (offered.at(-1)?.scope ?? null);
  return { offered, usual, leftOut: offersHost ? domain : host };
};
