/**
 * The match pattern of the permission that fetching from an address needs: its host alone, whatever the port, and that
 * only encrypted. Null where it is no address that can be fetched from: settings may hold anything.
 */
export const hostPattern = (address: string): string | null => {
  const origin = fetchedOrigin(address);
  return origin === null ? null : `${origin}/*`;
};

/** The scheme and host that a permission to fetch is for, without a port, which permissions have none of. */
export const fetchedOrigin = (address: string): string | null => {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === "https:" ? `https://${url.hostname}` : null;
};

/** The patterns of all hosts that are fetched from. */
export const hostPatterns = (addresses: readonly { readonly address: string }[]): ReadonlySet<string> =>
  new Set(addresses.flatMap(({ address }) => hostPattern(address) ?? []));
