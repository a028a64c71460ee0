/** Scheme, host, port, and what follows them: where any of it is missing or odd, there is nothing to be asked. */
const secureAddress = /^https:\/\/(?:[^\s/?#@[\]:<>^|\\]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** Whether a text is an address that can be subscribed to: it is fetched over an encrypted connection or not at all. */
export const isSecureAddress = (address: string): boolean => secureAddress.test(address);
