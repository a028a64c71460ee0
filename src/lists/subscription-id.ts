const shorter = (hash: number): string => (hash >>> 0).toString(36);

/**
 * The id of a subscription to an address: the same on every device, so that two that subscribe to it before they have
 * met have one subscription. 64 bits of two hashes by multiplication and rotation (after MurmurHash3's mixing).
 *
 * @param known The ids that are taken; `another` is used where this one is, by a subscription whose address was
 *   changed.
 */
export function subscriptionId(address: string, known: ReadonlySet<string>, another: () => string): string {
  let [one, other] = [0x9747b28c, 0x3c6ef372];
  for (let at = 0; at < address.length; at++) {
    const unit = address.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x85ebca6b);
    one = (one << 13) | (one >>> 19);
    other = Math.imul(other ^ unit, 0xc2b2ae35);
    other = (other << 15) | (other >>> 17);
  }
  one = Math.imul(one ^ (one >>> 16) ^ address.length, 0x85ebca6b);
  other = Math.imul(other ^ (other >>> 13) ^ address.length, 0xc2b2ae35);
  const id = `address-${shorter(one ^ (one >>> 13))}${shorter(other ^ (other >>> 16))}`;
  return known.has(id) ? another() : id;
}
