import { isCurrencySign, isLetter, isUnspaced, matchAt, skipSpaces, skipSpacesBack } from "./characters.ts";
import { currencyOf } from "./currencies.ts";
import type { Line, NumberToken, Reader } from "./line.ts";
import { means } from "./line.ts";
import { isCurrency, isMagnitude } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";
import { readAmount } from "./read-amount.ts";
import { wordAfter, wordEnd, wordStart } from "./words.ts";

/** What a sign that several currencies share means on pages of a region or, failing that, of a language. */
const shared: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", MX: "MXN", AR: "ARS", CL: "CLP", CO: "COP" },
  // In Taiwan and Hong Kong, which have dollars, the sign may be that of yen or of yuan.
  "¥": { ja: "JPY", TW: "", HK: "", zh: "CNY" },
  "\uffe5": { ja: "JPY", TW: "", HK: "", zh: "CNY" },
  kr: { sv: "SEK", nb: "NOK", da: "DKK" },
};

interface Sign {
  /** The sign, code or short name as it is written. */
  readonly sign: string;
  readonly currency: string;
  readonly start: number;
  readonly end: number;
}

const signOf = (text: string, start: number, end: number): Sign | null => {
  const sign = text.slice(start, end);
  const currency = currencyOf(sign);
  return currency === undefined ? null : { sign, currency, start, end };
};

/** The currency before a number: "$20", "US$20", "EUR 20", "Rs. 20". */
const signBefore = (text: string, token: NumberToken): Sign | null => {
  const end = skipSpacesBack(text, token.start);
  if (isCurrencySign(text.charCodeAt(end - 1)))
    return signOf(text, wordStart(text, end - 1), end) ?? signOf(text, end - 1, end);
  const { before } = token;
  return means(before, isCurrency) && !before.tied ? signOf(text, before.start, before.end) : null;
};

/** The currency that starts at a place behind a number: "20 €", "20 zł", "20 EUR", "3,000원". */
const signAfter = (text: string, at: number): Sign | null => {
  const start = skipSpaces(text, at);
  const letters = wordEnd(text, start);
  if (isCurrencySign(text.charCodeAt(letters))) return signOf(text, start, letters + 1);
  const word = wordAfter(text, start);
  if (!means(word, isCurrency)) return null;
  return (
    signOf(text, start, word.end) ?? signOf(text, start, text.charAt(word.end - 1) === "." ? word.end - 1 : word.end)
  );
};

const resolve = (line: Line, { currency, sign }: Sign): string | undefined => {
  if (currency !== "") return currency;
  const candidates = shared[sign.toLowerCase().replace(".", "")];
  return (candidates?.[line.region] ?? candidates?.[line.language?.code ?? ""]) || undefined;
};

/** "10–20 €", "$10 - $20": the other end of a range, right behind the first one. */
const rangeTail = /\s?[-–—~\uff5e]\s?[$€£¥\uffe5]?\s?(\d+(?:[.,'’]\d+)*)/y;
/** German and Swiss prices write a dash in place of no cents. */
const noCents = /[.,][-–—]+/y;
const notPriceWords =
  "save off was list rrp msrp uvp statt vorher spare sparen rabatt shipping postage delivery versand lieferung " +
  "livraison spedizione envío frete used gebrauchte avant antes";
/** What makes an amount of money something other than a price: a discount, a price that was, a cost of delivery. */
const notThePrice = new RegExp(
  String.raw`\b(?:${notPriceWords.replaceAll(" ", "|")})\b|原[价價]|定价|参考価格|[运運]费|運費|送料|배송|\+\s?[$€£¥]`,
  "i",
);

interface Numbers {
  readonly low: number;
  readonly high: number;
  readonly end: number;
}

/** What the text tells of a price's numbers, before the currency is looked for. */
const readNumbers = (line: Line, token: NumberToken): Numbers | null => {
  const { text, language } = line;
  const amount = readAmount(line, token);
  if (!amount || text.charAt(amount.end - 1) === "+") return null;
  const low = amount.value;
  if (amount.end > token.end) return { low, high: low, end: amount.end };
  const dash = ",.".includes(text.charAt(token.end) || "!") ? matchAt(noCents, text, token.end) : null;
  const end = token.end + (dash?.[0].length ?? 0);
  const tail = "-–—~\uff5e ".includes(text.charAt(end) || "!") ? matchAt(rangeTail, text, end) : null;
  if (!tail) return { low, high: low, end };
  const high = parseNumber(tail[1] ?? "", "count", language);
  return high === null || high < low ? null : { low, high, end: end + tail[0].length };
};

/** Reads prices and ranges of prices, with a sign, code or short name of a currency on either side. */
export const readPrice: Reader = (line, token) => {
  const { text } = line;
  const before = signBefore(text, token);
  if (!before && !mayBeFollowed(text, token)) return null;
  const numbers = readNumbers(line, token);
  if (!numbers) return null;
  const { low, high, end } = numbers;
  const sign = before ?? signAfter(text, end);
  if (!sign || notThePrice.test(text)) return null;
  const start = Math.min(sign.start, token.start);
  if (isLetter(text, start - 1) && !isUnspaced(text.charCodeAt(start - 1))) return null;
  const currency = resolve(line, sign);
  const facet = {
    name: "price" as const,
    value: low,
    ...(high === low ? {} : { upper: high }),
    ...(currency === undefined ? {} : { currency }),
  };
  return { facet, start, end: Math.max(sign.end, end) };
};

/** A quick look whether a currency can follow: a sign, a word for one, or the rest of a range or of no cents. */
const mayBeFollowed = (text: string, token: NumberToken): boolean => {
  if (means(token.after, isCurrency | isMagnitude)) return true;
  const next = skipSpaces(text, token.end);
  return isCurrencySign(text.charCodeAt(wordEnd(text, next))) || "-–—~\uff5e.,".includes(text.charAt(next) || "!");
};
