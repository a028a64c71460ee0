import { asciiHost } from "./ascii-host.ts";
import type { Entry, HitCollector } from "./hit-collector.ts";

/** Finds the hosts of `site:` keywords: a host itself and every host below it. */
export class SiteSearch {
  readonly #hosts = new Map<string, Entry[]>();
  readonly #globs: { readonly pattern: string; readonly entry: Entry }[] = [];

  add(typed: string, entry: Entry): void {
    const host = typed.toLowerCase().replace(/^(?:\*\.|\.)+/u, "");
    if (host.includes("*") || host.includes("?")) {
      this.#globs.push({ pattern: host, entry });
      return;
    }
    // Addresses hold letters outside ASCII in their xn-- form.
    const ascii = asciiHost(host) ?? host;
    const entries = this.#hosts.get(ascii);
    if (entries === undefined) this.#hosts.set(ascii, [entry]);
    else entries.push(entry);
  }

  find(host: string, hits: HitCollector): void {
    if (this.#hosts.size === 0 && this.#globs.length === 0) return;
    for (let start = 0; start >= 0; start = afterDot(host, start)) {
      for (const entry of this.#hosts.get(host.slice(start)) ?? []) hits.add(entry, { start, end: host.length });
    }
    for (const { pattern, entry } of this.#globs) {
      // The longest match: from the first label on that the pattern fits.
      for (let start = 0; start >= 0; start = afterDot(host, start)) {
        if (!matchesWhole(pattern, host, start)) continue;
        hits.add(entry, { start, end: host.length });
        break;
      }
    }
  }
}

/** Where the next label begins, or -1. */
const afterDot = (host: string, start: number): number => {
  const dot = host.indexOf(".", start);
  return dot < 0 ? -1 : dot + 1;
};

/** Whether a pattern with `*` and `?` fits a text from `start` to its end; each star goes back to once at most. */
const matchesWhole = (pattern: string, text: string, start: number): boolean => {
  let at = start;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    if (pattern[next] === "*") {
      star = next++;
      starAt = at;
    } else if (next < pattern.length && (pattern[next] === "?" || pattern[next] === text[at])) {
      next++;
      at++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[next] === "*") next++;
  return next === pattern.length;
};
