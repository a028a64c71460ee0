/** An id of its own; `crypto.randomUUID` is kept from pages that came without encryption. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
