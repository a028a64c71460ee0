/** The names of the items in this device's storage. */
export const localKeys = {
  /** The settings themselves, with their version. */
  settings: "settings",
  /** Parts of settings that could not be read, as they were; the settings page offers them for copying. */
  unreadable: "settings-unreadable",
  /** The settings in the form that merges, as of the last exchange. */
  document: "document",
  /** What was removed from it, as far as it may be brought back. */
  removed: "document-removed",
  /** How the last exchange with `storage.sync` went. */
  sync: "sync",
  /** The names of the lists, filters and recipes that the user keeps on this device. */
  staying: "sync-staying",
  /** What changed when; the former states are in items of their own, named after it. */
  history: "history",
  /** The settings between changes that the history has to tell apart, until the next exchange records them. */
  unrecorded: "history-unrecorded",
  /** Settings that the first version kept aside when it exchanged them; they become history. */
  beforeSync: "settings-before-sync",
  replacedInSync: "settings-replaced-in-sync",
  /** On how many pages in a row filters hid everything. */
  hiding: "hides-all",
} as const;
