/**
 * What `storage.sync` holds, in bytes and items, as Chromium documents it
 * (https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync). Firefox enforces the same sizes
 * but does not expose the constants.
 */
export const syncQuota = {
  itemBytes: 8192,
  totalBytes: 102_400,
  items: 512,
} as const;
