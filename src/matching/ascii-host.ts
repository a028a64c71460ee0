/** The parameters of Punycode, RFC 3492 section 5. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 128;

const digitOf = (value: number): string => String.fromCharCode(value < 26 ? value + 97 : value + 22);

const adaptBias = (delta: number, points: number, first: boolean): number => {
  let rest = first ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / points);
  let bias = 0;
  while (rest > ((base - tMin) * tMax) / 2) {
    rest = Math.floor(rest / (base - tMin));
    bias += base;
  }
  return bias + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
};

/** The digits of one number as a variable-length integer. */
const encodeNumber = (value: number, bias: number): string => {
  let digits = "";
  let rest = value;
  for (let k = base; ; k += base) {
    const threshold = k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias;
    if (rest < threshold) return digits + digitOf(rest);
    digits += digitOf(threshold + ((rest - threshold) % (base - threshold)));
    rest = Math.floor((rest - threshold) / (base - threshold));
  }
};

/** Encodes one label with letters outside ASCII, by the procedure of RFC 3492 section 6.3. */
const encodeLabel = (label: string): string => {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < initialN);
  let output = String.fromCharCode(...basic) + (basic.length > 0 ? "-" : "");
  let n = initialN;
  let delta = 0;
  let bias = initialBias;
  let handled = basic.length;
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      output += encodeNumber(delta, bias);
      bias = adaptBias(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return `xn--${output}`;
};

/** No label of a host is longer, in ASCII form (RFC 1035 section 2.3.4). */
const longestLabel = 63;
const asciiLabel = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/u;
// oxlint-disable-next-line no-control-regex -- It is ASCII that is looked for.
const onlyAscii = /^[\u0000-\u007f]*$/u;

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
