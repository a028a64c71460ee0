import { mayBeOneCurrency, sharedSignIn } from "@/facets/currencies.ts";
import type { Facet } from "@/model/facet.ts";

type Price = Partial<Pick<Facet, "currency" | "text">>;

/** The currency that a price tells, or the sign where several share it; undefined where it tells neither. */
const toldCurrency = ({ currency, text }: Price): string | undefined =>
  currency ?? (text === undefined ? undefined : sharedSignIn(text));

/** Whether a price can be compared with amounts in a currency, given by its code or a sign that several share. */
export function isInCurrency(price: Price, currency: string): boolean {
  const told = toldCurrency(price);
  return told === undefined || mayBeOneCurrency(told, currency);
}

/** The currencies that prices tell, the most frequent first, without signs that one of these has. */
export function currenciesTold(prices: readonly Price[]): readonly string[] {
  const codes = new Set(prices.flatMap(({ currency }) => currency ?? []));
  const counts = new Map<string, number>();
  for (const price of prices) {
    const told = toldCurrency(price);
    const isKnown = told === price.currency || [...codes].every((code) => !isInCurrency(price, code));
    if (told !== undefined && isKnown) counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, times], [b, otherTimes]) => otherTimes - times || (a < b ? -1 : 1)).map(([a]) => a);
}
