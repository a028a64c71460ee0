/** The host of a typed host or address, in lower case and ASCII form; null where it is neither. */
export function readHost(text: string): string | null {
  const typed = text.trim();
  if (typed === "" || /\s/u.test(typed)) return null;
  const address = /^https?:\/\//iu.test(typed) ? typed : `https://${typed}`;
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return host === "" ? null : host;
}
