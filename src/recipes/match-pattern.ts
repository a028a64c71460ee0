/** What of an address is compared; a `URL` has it. */
export interface AddressParts {
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
}

/** A compiled match pattern: whether an address fits. */
export type MatchPattern = (address: AddressParts) => boolean;

const form = /^(?<scheme>\*|https?):\/\/(?<host>\*|(?:\*\.)?[^/*:]+)(?<path>\/.*)$/iu;

const globExpression = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .split("*")
      .map((part) => RegExp.escape?.(part) ?? part.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`))
      .join("[^]*")}$`,
    "u",
  );

const hostTest = (pattern: string): ((host: string) => boolean) => {
  const host = pattern.toLowerCase();
  if (host === "*") return () => true;
  if (!host.startsWith("*.")) return (candidate) => candidate === host;
  return (candidate) => candidate === host.slice(2) || candidate.endsWith(host.slice(1));
};

/** Whether a host is one of those that a match pattern names, whatever the rest of the address is. */
export const namesHost = (pattern: string, hostname: string): boolean => {
  const host = form.exec(pattern)?.groups?.["host"];
  return host !== undefined && host !== "*" && hostTest(host)(hostname);
};

/**
 * Compiles a match pattern as extensions' manifests know them: `<all_urls>`, or scheme (`*` is http and https), host
 * (`*` only alone or as the first label, where it also means no label at all) and path, which is compared with path
 * and query. Only http and https addresses fit. Null where the text is no match pattern.
 */
export const compileMatchPattern = (pattern: string): MatchPattern | null => {
  if (pattern === "<all_urls>") return (address) => /^https?:$/u.test(address.protocol);
  const { scheme, host, path } = form.exec(pattern)?.groups ?? {};
  if (scheme === undefined || host === undefined || path === undefined) return null;
  const fitsHost = hostTest(host);
  /** Made for an address on that host: most of hundreds of patterns are for others, on a page that waits. */
  let fitsPath: RegExp | null = null;
  const wantedScheme = scheme.toLowerCase();
  return (address) =>
    (wantedScheme === "*" ? /^https?:$/u.test(address.protocol) : address.protocol === `${wantedScheme}:`) &&
    fitsHost(address.hostname) &&
    (fitsPath ??= globExpression(path)).test(address.pathname + address.search);
};
