import { currencyOf } from "./currencies.ts";
import type { Line, NumberToken, Reader } from "./line.ts";
import { matchAt, means } from "./line.ts";
import { isCurrency, powerOf } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";
import { readAmount } from "./read-amount.ts";
import type { FoundWord } from "./words.ts";
import { isLetter, wordAfter } from "./words.ts";

/** What a sign that several currencies share means on pages of a region or, failing that, of a language. */
const shared: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", MX: "MXN", AR: "ARS", CL: "CLP", CO: "COP" },
  // In Taiwan and Hong Kong, which have dollars, the sign may be that of yen or of yuan.
  "¥": { ja: "JPY", TW: "", HK: "", zh: "CNY" },
  kr: { sv: "SEK", nb: "NOK", da: "DKK" },
};

interface Sign {
  /** The sign, code or short name as it is written. */
  readonly sign: string;
  readonly currency: string;
  readonly start: number;
  readonly end: number;
}

/** The code of a currency that is a programming language wherever the page is not of its country. */
const language = "PHP";

/** A sign that ends other words, too: "公元2021年" is a year. */
const endsWords = "元";
/** The currency that a word beside a number at a place is, with its full stop or without. */
const signOf = ({ text, place }: Line, word: FoundWord | null, at: number): Sign | null => {
  if (!means(word, isCurrency)) return null;
  const { start } = word;
  for (const end of [word.end, word.end - 1]) {
    const sign = text.slice(start, end);
    const currency = currencyOf(sign);
    if ((sign === language && place.region !== "PH") || (sign === endsWords && start > 0 && start < at)) return null;
    if (currency !== undefined) return { sign, currency, start, end };
    if (!sign.endsWith(".")) return null;
  }
  return null;
};

/** "US $20", "20 $ US", "$20 AUD": letters beside a sign that several currencies share tell which of them it is. */
const lettersBefore = /(?:^|[^A-Za-z])([A-Z]{2,3}|C)\s?$/;
const lettersBehind = /^\s?([A-Z]{2,3})(?![A-Za-z])/;

const toldBy = (letters: string | undefined, sign: string): string | undefined => {
  const asked = letters?.length === 3 ? letters : letters && sign.endsWith("$") ? `${letters}$` : "";
  return currencyOf(asked) || undefined;
};

/** A code of the page's, or what its region makes of a sign that several currencies share. */
const resolve = ({ text, place }: Line, { currency, sign }: Sign, start: number, end: number): string | undefined => {
  if (currency !== "") return currency;
  const told =
    toldBy(lettersBefore.exec(text.slice(0, start))?.[1], sign) ??
    toldBy(lettersBehind.exec(text.slice(end))?.[1], sign);
  if (told !== undefined) return told;
  const candidates = shared[sign.toLowerCase().replace(".", "")];
  return (candidates?.[place.region] ?? candidates?.[place.code]) || undefined;
};

/** "10–20 €", "$10 - $20": the other end of a range, right behind the first one. */
const rangeTail = /\s?[-–—~]\s?[$€£¥]?\s?(\d+(?:[.,']\d+)*)/y;
/** Ten millions and a hundred thousand in India, and a million millions; alone, they are too short to be words here. */
const unreadPower = /^\s?(?:cr|l|t|trillion|mm)(?![a-z])/i;
/** German and Swiss prices write a dash in place of no cents. */
const noCents = /[.,][-–—]+/y;
/** What makes an amount of money something other than a price: a discount, a price that was, a cost of delivery. */
const notThePrice =
  /\b(?:save|off|was|list|rrp|msrp|uvp|statt|vorher|sparen?|rabatt|shipping|postage|delivery|versand|lieferung|livraison|spedizione|envío|frete|used|gebrauchte|avant|antes)\b|原[价價]|定价|参考価格|[运運]费|運費|送料|배송|\+\s?[$€£¥]/;

interface Numbers {
  readonly low: number;
  readonly high: number;
  readonly end: number;
}

/** What the text tells of a price's numbers, before the currency is looked for. */
const readNumbers = (line: Line, token: NumberToken): Numbers | null => {
  const { text, place } = line;
  const amount = readAmount(line, token);
  if (!amount || text.charAt(amount.end - 1) === "+") return null;
  const low = amount.value;
  if (amount.end > token.end) return { low, high: low, end: amount.end };
  const end = token.end + (matchAt(noCents, text, token.end)?.[0].length ?? 0);
  const tail = matchAt(rangeTail, text, end);
  if (!tail) return { low, high: low, end };
  const high = parseNumber(tail[1] ?? "", true, place);
  return high === null || high < low ? null : { low, high, end: end + tail[0].length };
};

/** Whether a currency can follow: it does, or a word that multiplies, or the rest of a range or of no cents. */
const mayBeFollowed = (text: string, { end, after }: NumberToken): boolean =>
  after
    ? (after.meaning & isCurrency) > 0 || powerOf(after.meaning) > 0
    : /^\s?[-–—~.,]/.test(text.slice(end, end + 2));

/** Reads prices and ranges of prices, with a sign, code or short name of a currency on either side. */
export const readPrice: Reader = (line, token) => {
  const { text } = line;
  const before = token.before?.tied ? null : signOf(line, token.before, token.start);
  if (!before && !mayBeFollowed(text, token)) return null;
  const numbers = readNumbers(line, token);
  if (!numbers) return null;
  const { low, high, end } = numbers;
  const sign = before ?? signOf(line, wordAfter(text, end), token.start);
  if (!sign) return null;
  const start = Math.min(sign.start, token.start);
  const behind = Math.max(sign.end, end);
  // "EUR/USD 1.08" is a rate.
  if (
    isLetter(text, start - 1) ||
    text.charAt(start - 1) === "/" ||
    unreadPower.test(text.slice(end)) ||
    ((start > 0 || text.length > behind) && notThePrice.test(text.toLowerCase()))
  )
    return null;
  const currency = resolve(line, sign, start, behind);
  const facet = {
    name: "price" as const,
    value: low,
    ...(high === low ? {} : { upper: high }),
    ...(currency === undefined ? {} : { currency }),
  };
  return { facet, start, end: behind };
};
