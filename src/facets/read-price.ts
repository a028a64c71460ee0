import { currencyOf } from "./currencies.ts";
import type { Line, NumberToken, Reader } from "./line.ts";
import { parseNumber } from "./parse-number.ts";
import { isLetter, isUnspaced, skipSpaces, skipSpacesBack, wordEnd, wordStart } from "./words.ts";

/** Currencies by the sign that several share, for the region or language of the page. */
const shared: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", MX: "MXN", AR: "ARS", CL: "CLP", CO: "COP" },
  "¥": { ja: "JPY", zh: "CNY" },
  "\uffe5": { ja: "JPY", zh: "CNY" },
  kr: { sv: "SEK", nb: "NOK", no: "NOK", da: "DKK" },
};

const signs = /[$€£¥₩₽₺₹₴₫₪฿₱₦\uffe5\uffe6]/u;

interface Sign {
  readonly currency: string;
  readonly sign: string;
  readonly at: number;
}

/** The currency whose sign, code or short name ends here; `at` is where it starts. */
const signBefore = (text: string, end: number): Sign | null => {
  const last = text.charAt(end - 1);
  if (signs.test(last)) {
    const start = wordStart(text, end - 1);
    const long = currencyOf(text.slice(start, end));
    if (long !== undefined) return { currency: long, sign: text.slice(start, end), at: start };
    return { currency: currencyOf(last) ?? "", sign: last, at: end - 1 };
  }
  const start = wordStart(text, last === "." ? end - 1 : end);
  const sign = text.slice(start, end);
  const currency = start === end || isUnspaced(text.charCodeAt(start)) ? undefined : currencyOf(sign);
  return currency === undefined ? null : { currency, sign, at: start };
};

/** The currency whose sign, code or short name starts here; `at` is where it ends. */
const signAfter = (text: string, start: number): Sign | null => {
  const first = text.charAt(start);
  const unspaced = isUnspaced(text.charCodeAt(start));
  if (signs.test(first) || unspaced) {
    const currency = currencyOf(first) ?? (unspaced ? currencyOf(text.slice(start, start + 3)) : undefined);
    return currency === undefined ? null : { currency, sign: first, at: start + 1 };
  }
  const end = wordEnd(text, start);
  const stopped = text.charAt(end) === "." ? currencyOf(text.slice(start, end + 1)) : undefined;
  if (stopped !== undefined) return { currency: stopped, sign: text.slice(start, end + 1), at: end + 1 };
  const dollar = text.charAt(end) === "$" ? end + 1 : end;
  const currency = end === start ? undefined : currencyOf(text.slice(start, dollar));
  return currency === undefined ? null : { currency, sign: text.slice(start, dollar), at: dollar };
};

const resolve = (line: Line, { currency, sign }: Sign): string | undefined => {
  if (currency !== "") return currency;
  const candidates = shared[sign.toLowerCase().replace(".", "")];
  return candidates?.[line.region] ?? candidates?.[line.language?.code ?? ""];
};

/** "10–20 €", "$10 - $20": the other end of a range, right behind the first one. */
const rangeTail = /\s?[-–—~\uff5e]\s?(\p{Sc})?\s?(\d+(?:[.,'’]\d+)*)/uy;
/** Swiss and German prices write a dash in place of no cents. */
const noCents = /[.,][-–—]+/uy;
/** What makes an amount of money something other than a price: a discount, a price that was, a cost of delivery. */
const notThePrice =
  /(?<!\p{L})(?:save|off|was|list|rrp|msrp|uvp|statt|vorher|spare|sparen|rabatt|shipping|postage|delivery|versand|lieferung|livraison|spedizione|envío|frete|used|gebrauchte|économisez|avant|antes)(?!\p{L})|原价|原價|定价|参考価格|运费|運費|送料|配送料|배송|\+\s?\p{Sc}/iu;

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const amountOf = (line: Line, raw: string): number | null => parseNumber(raw, "count", line.language);

const findSign = (line: Line, start: number, end: number): { sign: Sign; start: number; end: number } | null => {
  const before = signBefore(line.text, skipSpacesBack(line.text, start));
  if (before) return { sign: before, start: before.at, end };
  const after = signAfter(line.text, skipSpaces(line.text, end));
  return after && { sign: after, start, end: after.at };
};

/** Reads prices and ranges of prices, with a sign, code or short name of a currency on either side. */
export const readPrice: Reader = (line: Line, token: NumberToken) => {
  const { text } = line;
  const low = amountOf(line, token.raw);
  if (low === null) return null;
  const ownEnd = token.end + (sticky(noCents, text, token.end)?.[0].length ?? 0);
  const tail = sticky(rangeTail, text, ownEnd);
  const high = tail ? amountOf(line, tail[2] ?? "") : null;
  const end = tail ? ownEnd + tail[0].length : ownEnd;
  const found = findSign(line, token.start, end);
  if (!found || (tail && (high === null || high < low)) || notThePrice.test(text)) return null;
  if (isLetter(text, found.start - 1) && !isUnspaced(text.charCodeAt(found.start - 1))) return null;
  const currency = resolve(line, found.sign);
  const facet = {
    name: "price" as const,
    value: low,
    ...(high === null || high === low ? {} : { upper: high }),
    ...(currency === undefined ? {} : { currency }),
  };
  return { facet, start: found.start, end: found.end };
};
