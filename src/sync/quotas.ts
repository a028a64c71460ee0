/**
 * What `storage.sync` holds, in bytes and items, and how often it may be written, as Chromium documents it
 * (https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync). Firefox enforces the same sizes
 * but does not expose the constants, and has no rates.
 */
export const syncQuota = {
  itemBytes: 8192,
  totalBytes: 102_400,
  items: 512,
  writesPerMinute: 120,
  writesPerHour: 1800,
} as const;
