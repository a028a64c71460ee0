import type { Problem } from "@/model/problem.ts";

export type ReadAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly problem: Problem };

/** Reads an address as people paste it. Only what comes unchanged on its way can be subscribed to. */
export const readAddress = (typed: string): ReadAddress => {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:/iu.test(text) ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  if (url === null || url.username !== "" || url.password !== "" || !url.hostname.includes(".")) {
    return { ok: false, problem: { code: "subscription-bad-address", args: [] } };
  }
  if (url.protocol !== "https:") return { ok: false, problem: { code: "subscription-not-https", args: [] } };
  url.hash = "";
  return { ok: true, address: url.href };
};
