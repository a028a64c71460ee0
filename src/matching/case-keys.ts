/** By UTF-16 unit its key, filled in as units come; 0 where it was not worked out yet. */
const keys = new Uint16Array(0x10000);

const unitOf = (changed: string, unit: number): number => (changed.length === 1 ? changed.charCodeAt(0) : unit);
const upper = (unit: number): number => unitOf(String.fromCharCode(unit).toUpperCase(), unit);
const lower = (unit: number): number => unitOf(String.fromCharCode(unit).toLowerCase(), unit);

/**
 * The same for all units that a regular expression without the flag `u` takes for each other where it ignores case:
 * those with one capital form (ECMAScript, Canonicalize). The small form in between brings what only the flag `u` takes
 * for ASCII letters, the long s and the Kelvin sign, to these.
 */
const keyOf = (unit: number): number => upper(lower(upper(unit)));

const keyAt = (text: string, index: number): number => {
  const unit = text.charCodeAt(index);
  return (keys[unit] ||= keyOf(unit));
};

/** Writes the key of every unit of a text into a buffer that is long enough. */
export const writeCaseKeys = (text: string, into: Uint16Array): void => {
  for (let index = 0; index < text.length; index++) into[index] = keyAt(text, index);
};

/** A short text with the key of each unit in its place. */
export const caseKeys = (text: string): string =>
  String.fromCharCode(...Array.from({ length: text.length }, (_, index) => keyAt(text, index)));
