/** One storage area as the settings need it; `browser/storage-areas.ts` has the browser's own. */
export interface StorageArea {
  readonly get: (keys: string[] | null) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (keys: string[]) => Promise<void>;
  /** Calls the listener with the names of the items that changed, until the signal is aborted. */
  readonly watch: (listener: (keys: readonly string[]) => void, signal?: AbortSignal) => void;
}

/** This device's storage and the one that the browser carries between devices. */
export interface StorageAreas {
  readonly local: StorageArea;
  readonly sync: StorageArea;
}
