/**
 * Signs and short names of currencies, in lower case, with their ISO 4217 code; "" where several currencies share the
 * sign, so that it tells an amount of money but not of which.
 */
const codesBySign: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₹": "INR",
  "₴": "UAH",
  "₫": "VND",
  "₪": "ILS",
  "฿": "THB",
  "₱": "PHP",
  "₦": "NGN",
  $: "",
  "¥": "",
  "\uffe5": "",
  "\uffe6": "KRW",
  us$: "USD",
  a$: "AUD",
  au$: "AUD",
  c$: "CAD",
  ca$: "CAD",
  nz$: "NZD",
  hk$: "HKD",
  nt$: "TWD",
  s$: "SGD",
  mx$: "MXN",
  r$: "BRL",
  "cn¥": "CNY",
  "jp¥": "JPY",
  元: "CNY",
  人民币: "CNY",
  美元: "USD",
  欧元: "EUR",
  日元: "JPY",
  港元: "HKD",
  円: "JPY",
  ドル: "",
  ユーロ: "EUR",
  원: "KRW",
  달러: "",
  zł: "PLN",
  руб: "RUB",
  "руб.": "RUB",
  kč: "CZK",
  ft: "HUF",
  lei: "RON",
  tl: "TRY",
  грн: "UAH",
  "fr.": "CHF",
  kr: "",
  "kr.": "",
  euro: "EUR",
  euros: "EUR",
  "rs.": "INR",
  ريال: "",
  درهم: "",
  جنيه: "",
};

/** The ISO 4217 codes that are read as such when they stand, in capitals, beside a number. */
const codes = new Set(
  (
    "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP GEL HKD HUF IDR ILS INR ISK JOD JPY KES KRW " +
    "KWD KZT LBP LKR MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD " +
    "UYU VND ZAR"
  ).split(" "),
);

/**
 * The ISO 4217 code a sign, short name or code stands for: "" for one that several currencies share, undefined for
 * what is no currency. Codes count only in capitals.
 */
export const currencyOf = (sign: string): string | undefined =>
  codes.has(sign) ? sign : sign === "RMB" ? "CNY" : codesBySign[sign.toLowerCase()];

/** The words among the signs and codes, in small letters, for those who look words up; signs are looked at one by one. */
export const currencyWords: readonly string[] = [
  ...Object.keys(codesBySign).filter((sign) => /^[\p{L}\p{M}.]+$/u.test(sign)),
  ...Array.from(codes, (code) => code.toLowerCase()),
];
