/** No label of a host is longer, in ASCII form (RFC 1035 section 2.3.4). */
const longestLabel = 63;
const asciiLabel = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/u;
// oxlint-disable-next-line no-control-regex -- It is ASCII that is looked for.
const onlyAscii = /^[\u0000-\u007f]*$/u;

/** A label with letters outside ASCII as addresses hold it; empty where it cannot stand in one. */
const encodeLabel = (label: string): string => {
  try {
    return new URL(`http://${label}`).hostname;
  } catch {
    return "";
  }
};

/** A host that is written as addresses hold it already, as most are. */
const plainHost = /^[a-z0-9_]{1,63}(?:\.[a-z0-9_]{1,63})*$/u;

/**
 * A host as the addresses of links hold it: lower case, Unicode labels in their `xn--` form. What people put around a
 * host is taken off: a scheme, `*.`, a port, dots at the ends, a slash. Null for what is no host.
 */
export const asciiHost = (typed: string): string | null => {
  if (plainHost.test(typed)) return typed;
  const host = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//u, "")
    .replace(/^(?:\*\.|\.)+/u, "")
    .replace(/(?::\d+)?\/?$/u, "")
    .replace(/\.+$/u, "");
  if (/[\s/?#@:[\]%]/u.test(host)) return null;
  const labels = host.split(/[.\u3002]/u).map((label) => {
    const ascii = onlyAscii.test(label) ? label : label.length <= longestLabel ? encodeLabel(label) : "";
    return ascii.length <= longestLabel && asciiLabel.test(ascii) ? ascii : null;
  });
  return labels.every((label) => label !== null) ? labels.join(".") : null;
};
