/** Whether a text is an address that can be subscribed to: it is fetched over an encrypted connection or not at all. */
export const isSecureAddress = (address: string): boolean =>
  /^https:/iu.test(address) && URL.canParse(address) && new URL(address).hostname !== "";
