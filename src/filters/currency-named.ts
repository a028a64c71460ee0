import { currencyOf, sharedSignIn } from "@/facets/currencies.ts";

/** What people say, and pages hardly write: as the sign $ for dollars, which are of several countries. */
const said: Readonly<Record<string, string>> = {
  dollar: "$",
  dollars: "$",
  yuan: "CNY",
  块: "CNY",
  块钱: "CNY",
  pound: "GBP",
  pounds: "GBP",
  yen: "JPY",
};

/**
 * The ISO 4217 code of a currency, however it is named; the sign where several share it, "" for a name that several
 * have, undefined for no currency.
 */
export function currencyNamed(typed: string): string | undefined {
  const code = currencyOf(typed) ?? currencyOf(typed.toUpperCase()) ?? currencyOf(said[typed.toLowerCase()] ?? "");
  return code === "" ? (sharedSignIn(typed) ?? "") : code;
}
