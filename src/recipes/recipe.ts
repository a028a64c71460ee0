/**
 * A recipe says where a known site keeps its results, in the SERPINFO 1.0 format
 * (https://github.com/ublacklist/packages, serpinfo), read into these shapes. Keys that other readers do not know
 * are ours alone: `props.snippet` and `props.meta` are ordinary SERPINFO properties.
 */
export type ElementCommand =
  | string
  | readonly ["selector", string, ElementCommand?]
  | readonly ["upward", number | string, ElementCommand?];
