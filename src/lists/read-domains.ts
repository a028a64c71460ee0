import { asciiHost } from "@/matching/ascii-host.ts";

import type { ImportedParts, StepwiseReading } from "./imported-lists.ts";
import { leftOut, nothing, readRuleLines, splitLines } from "./read-rule-lines.ts";
import type { ReadLine } from "./read-rule-lines.ts";
import { wordsSideBySide } from "./words-side-by-side.ts";

/** Names that hosts files have for the computer itself, and that nobody blocks. */
const ownNames = new Set([
  "localhost",
  "localhost.localdomain",
  "local",
  "broadcasthost",
  "ip6-localhost",
  "ip6-loopback",
  "ip6-localnet",
  "ip6-mcastprefix",
  "ip6-allnodes",
  "ip6-allrouters",
  "ip6-allhosts",
  "0.0.0.0",
]);

const comment = /^(?:[#!;]|\/\/|\[Adblock)/iu;
const trailingComment = /(?:^|\s)#[^]*$/u;
/** What a computer and the net around it are called in their own hosts file. */
const ownLine = /^(?:127\.0\.1\.1|fe[08]0::\S*|ff\d\d::\d)\s/iu;
const hostsLine =
  /^(?:0(?:\.0\.0\.0)?|127\.0\.0\.1|::1?|::ffff:0:0|fe80::1%lo0|ff\d\d::\d|255\.255\.255\.255)\s+(.+)$/iu;
const adblockLine =
  /^(@@)?\|\|([^/^$*|]+)\^?(?:\$(?:document|doc|all|important|popup)(?:,(?:document|doc|all|important|popup))*)?$/iu;

/** A host with all below it, from how lists write it; null for what is none. */
export const listedHost = (text: string): string | null => {
  const host = asciiHost(text.trim());
  // A single word is no domain but may be anything else, unless all below it is meant.
  const isNamed = host?.includes(".") === true || text.trim().startsWith("*.");
  return host !== null && isNamed && !/^[0-9.]*$/u.test(host.split(".").at(-1) ?? "") ? host : listedAddress(host);
};

/** An IPv4 address in full. */
const listedAddress = (host: string | null): string | null =>
  host !== null && /^(?:\d{1,3}\.){3}\d{1,3}$/u.test(host) ? host : null;

const ruleFor = (host: string, action: "hide" | "keep" = "hide"): ReadLine => ({
  rules: [{ condition: `site:${host}`, action }],
});

/**
 * Reads one line of a list of domains: a bare one or several side by side, one of a hosts file, or one as ad blockers
 * write it.
 */
export const readDomainLine = (line: string): ReadLine => {
  const text = line.trim();
  if (text === "" || comment.test(text)) return nothing;
  const adblock = adblockLine.exec(text);
  if (adblock) {
    const host = listedHost(adblock[2] ?? "");
    return host === null
      ? leftOut("import-bad-host", [text])
      : ruleFor(host, adblock[1] === undefined ? "hide" : "keep");
  }
  const bare = text.replace(trailingComment, "").trim();
  if (ownLine.test(bare) || ownNames.has(bare.toLowerCase())) return nothing;
  const names = hostsLine
    .exec(bare)?.[1]
    ?.split(/\s+/u)
    .filter((name) => !ownNames.has(name.toLowerCase()));
  if (names?.length === 0) return nothing;
  const hosts = (names ?? wordsSideBySide(bare)).map(listedHost);
  const found = hosts.filter((host) => host !== null);
  if (found.length < hosts.length) {
    return leftOut(/##|#@#|\$|\^|\*/u.test(bare) ? "import-adblock-rule" : "import-bad-host", [bare]);
  }
  const port = hosts.length === 1 ? /[^:](:\d+)\/?$/u.exec(bare)?.[1] : undefined;
  return {
    rules: found.map((host) => ({ condition: `site:${host}`, action: "hide" })),
    ...(port === undefined ? {} : { simplified: { code: "import-port", args: [port] } }),
  };
};

/** Reads a list of domains, each of which stands for itself and all below it. */
export function* readDomains(text: string): StepwiseReading<ImportedParts> {
  const lines = splitLines(text);
  const { rules, ...issues } = yield* readRuleLines(lines, readDomainLine);
  return { rulesets: [{ name: adblockTitle(lines), rules }], ...issues };
}

/** The name that ad blockers' lists give themselves, among their first lines. */
const adblockTitle = (lines: readonly string[]): string | null => {
  for (const line of lines.slice(0, 30)) {
    const [, title] = /^[!#]\s*title:\s*(\S.*)$/iu.exec(line) ?? [];
    if (title !== undefined) return title.trim();
  }
  return null;
};
