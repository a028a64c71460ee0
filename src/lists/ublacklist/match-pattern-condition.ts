import { all } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { asciiHost } from "@/matching/ascii-host.ts";
import type { Problem } from "@/model/problem.ts";

import { escapeRegex } from "../regex-text.ts";

const regexIn = (field: "url" | "site", source: string): Condition => ({
  kind: "text",
  form: "regex",
  field,
  text: `/${source}/`,
});

/** A host itself, without the hosts below it. */
export const exactHost = (host: string): Condition => ({ kind: "host", host });

const pattern = /^(\*|https?):\/\/([^/]*)(\/.*)$/iu;
const pathForm = /^\/(?:[*0-9A-Za-z._~:/?[\]@!$&'()+,;=-]|%[0-9A-Fa-f]{2})*$/u;

/** Patterns have hosts in letters that addresses have, Unicode ones in their `xn--` form. */
const hostForm = /^[0-9a-z](?:[0-9a-z-]*[0-9a-z])?(?:\.[0-9a-z](?:[0-9a-z-]*[0-9a-z])?)*$/iu;

const hostCondition = (host: string): Condition | null | Problem => {
  if (host === "*") return null;
  const below = host.startsWith("*.");
  const name = below ? host.slice(2) : host;
  const ascii = hostForm.test(name) ? asciiHost(name) : null;
  if (ascii === null) return { code: "import-bad-host", args: [host] };
  return below ? { kind: "site", host: ascii } : exactHost(ascii);
};

/** A path pattern as a regular expression for what follows the host; the fragment is no part of the path. */
const pathSource = (path: string): string => {
  const globs = path.split(/\*+/u).map(escapeRegex);
  const isOpen = globs.length > 1 && globs.at(-1) === "";
  if (isOpen) globs.pop();
  return globs.join("[^#]*") + (isOpen ? "" : "(?:#|$)");
};

const addressCondition = (scheme: string, path: string): Condition | null => {
  const anyPath = /^\/\*+$/u.test(path);
  if (scheme === "*" && anyPath) return null;
  const start = scheme === "*" ? "^https?:" : `^${scheme.toLowerCase()}:`;
  return regexIn("url", anyPath ? start : String.raw`${start}\/\/[^\/]+${pathSource(path)}`);
};

/** What every result is that has an address of the web. */
const anyAddress = regexIn("url", "^https?:");

/** Whether a text is written as a match pattern, well or not. */
export const isMatchPattern = (text: string): boolean => text === "<all_urls>" || /^(?:\*|https?):\/\//iu.test(text);

/**
 * The condition that an address meets if and only if it fits the match pattern: `*.` stands for the host itself and all
 * below it, and the path is compared with path and query as they are written. Hosts stand apart, as `site:` or `site=`,
 * so that thousands of conditions can be looked up by the host.
 */
export const matchPatternCondition = (text: string): Condition | Problem => {
  if (text === "<all_urls>") return anyAddress;
  const [, scheme, host, path] = pattern.exec(text) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return { code: "import-bad-pattern", args: [] };
  if (!pathForm.test(path)) return { code: "import-bad-path", args: [path] };
  const site = hostCondition(host);
  if (site !== null && "code" in site) return site;
  const address = addressCondition(scheme, path);
  const parts = [site, address].filter((part) => part !== null);
  return parts.length === 0 ? anyAddress : all(parts);
};
