/**
 * Signs and short names of currencies, in small letters, behind their ISO 4217 code, or behind a dash where several
 * currencies share them, so that they tell an amount of money but not of which.
 */
const signs =
  "EUR € euro euros 欧元 ユーロ|GBP £|KRW ₩ 원|RUB ₽ руб руб.|TRY ₺ tl|INR ₹ rs rs.|UAH ₴ грн|VND ₫|ILS ₪|THB ฿|PHP ₱|NGN ₦|" +
  "USD us$ 美元|AUD a$ au$|CAD c$ ca$|NZD nz$|HKD hk$ 港元|TWD nt$|SGD s$ sg$|MXN mx$|BRL r$|CNY cn¥ 元 人民币 rmb|" +
  "JPY jp¥ 円 日元|PLN zł|CZK kč|RON lei|CHF fr.|- $ ¥ ドル 달러 kr kr. ريال درهم جنيه";

/** The ISO 4217 codes that are read as such when they stand, in capitals, beside a number. */
const codes =
  "AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP GEL HKD HUF IDR ILS INR ISK JOD JPY KES KRW " +
  "KWD KZT LBP LKR MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD " +
  "UYU VND ZAR";

let known: Map<string, string> | undefined;

const table = (): Map<string, string> => {
  if (!known) {
    known = new Map(codes.split(" ").map((code) => [code, code]));
    for (const list of signs.split("|")) {
      const [code = "", ...forms] = list.split(" ");
      for (const form of forms) known.set(form, code === "-" ? "" : code);
    }
  }
  return known;
};

/**
 * The ISO 4217 code a sign, short name or code stands for: "" for one that several currencies share, undefined for
 * what is no currency. Codes count only in capitals.
 */
export const currencyOf = (sign: string): string | undefined => table().get(sign) ?? table().get(sign.toLowerCase());

/** The currencies that share a sign, behind it, and how else it is written on pages. */
const families: readonly (readonly [sign: string, written: RegExp, codes: string])[] = [
  ["$", /[$＄]|ドル|달러|dollar/iu, "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU"],
  ["¥", /[¥￥]/u, "JPY CNY"],
  ["kr", /\bkr\b/iu, "SEK NOK DKK ISK"],
];

/** The sign, of those that several currencies share, that a text has; undefined where it has none. */
export const sharedSignIn = (text: string): string | undefined =>
  families.find(([, written]) => written.test(text))?.[0];

/**
 * Whether amounts can be compared: they are in one currency, or one of them tells no more than a sign that the other's
 * currency has, too. Either is an ISO 4217 code or such a sign.
 */
export const mayBeOneCurrency = (one: string, other: string): boolean =>
  one === other ||
  families.some(
    ([sign, , shared]) =>
      (sign === one && shared.split(" ").includes(other)) || (sign === other && shared.split(" ").includes(one)),
  );

/** All signs, names and codes, in small letters, for those who look words up. */
export const currencyWords = (): readonly string[] => Array.from(table().keys(), (word) => word.toLowerCase());
