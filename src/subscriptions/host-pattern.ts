/** The match pattern of the permission that fetching from an address needs: its host alone, and that only encrypted. */
export const hostPattern = (address: string): string => `https://${new URL(address).hostname}/*`;
