import type { Problem } from "@/model/problem.ts";

export type ReadAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The address in a link with which lists offer themselves to users of uBlacklist, empty where it has none; null for
 * other addresses.
 */
const subscribedIn = ({ host, pathname, searchParams }: URL): string | null =>
  host === "ublacklist.github.io" && /^\/(?:rulesets|serpinfo)\/subscribe\/?$/u.test(pathname)
    ? (searchParams.get("url") ?? "")
    : null;

/**
 * Reads an address as people paste it, or the one that a link to subscribe is about. Only what comes unchanged on its
 * way can be subscribed to.
 */
export const readAddress = (typed: string): ReadAddress => {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  if (url === null || url.username !== "" || url.password !== "" || !url.hostname.includes(".")) {
    return { ok: false, problem: { code: "subscription-bad-address", args: [] } };
  }
  if (url.protocol !== "https:") return { ok: false, problem: { code: "subscription-not-https", args: [] } };
  const linked = subscribedIn(url);
  if (linked !== null) return readAddress(linked);
  url.hash = "";
  return { ok: true, address: url.href };
};
