import { syncQuota } from "./quotas.ts";

/** The head item: what the chunks beside it must add up to. */
export interface ChunkHead {
  /** The form of the text; the first form had no number. */
  readonly form: number;
  readonly chunks: number;
  readonly length: number;
  readonly checksum: number;
}

/** A quota counts an item's name and its JSON; the JSON of plain ASCII text is the text between two quotes. */
const quotes = 2;

const chunkKey = (name: string, index: number): string => `${name}.${index}`;

/**
 * Splits ASCII text into items that each stay under the quota of an item. Chunks that a longer text left behind become
 * empty in the same call: nothing has to be removed, so a write is one step and never holds more than it says.
 *
 * @param stored The names of the items that are stored so far.
 * @returns the items to write in one call.
 * @throws RangeError where the text is not ASCII, since its size in bytes would not be its length.
 */
export function splitChunks(
  name: string,
  text: string,
  form: number,
  stored: readonly string[],
): Record<string, ChunkHead | string> {
  // Characters that JSON writers may escape would take more room than their length says.
  if (!/^[A-Za-z0-9+/=]*$/.test(text)) throw new RangeError("only Base64 text can be split into chunks");
  const items: Record<string, ChunkHead | string> = {};
  let index = 0;
  for (let start = 0; start < text.length; index += 1) {
    const key = chunkKey(name, index);
    const chunk = text.slice(start, start + syncQuota.itemBytes - key.length - quotes);
    items[key] = chunk;
    start += chunk.length;
  }
  items[name] = { form, chunks: index, length: text.length, checksum: checksum(text) };
  for (const key of stored) if (key.startsWith(`${name}.`) && !Object.hasOwn(items, key)) items[key] = "";
  return items;
}

/** The bytes that items take, as the quota counts them; their names and texts are ASCII. */
export const bytesOf = (items: Readonly<Record<string, unknown>>): number =>
  Object.entries(items).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);

/**
 * Puts chunks together again.
 *
 * @returns null where there is no head, or where the chunks are not the ones it speaks of: part of a write only.
 */
export function joinChunks(
  name: string,
  items: Readonly<Record<string, unknown>>,
): { readonly text: string; readonly head: ChunkHead } | null {
  const head = readChunkHead(items[name]);
  if (head === null) return null;
  let text = "";
  for (let index = 0; index < head.chunks; index += 1) {
    const chunk = items[chunkKey(name, index)];
    if (typeof chunk !== "string") return null;
    text += chunk;
  }
  return text.length === head.length && checksum(text) === head.checksum ? { text, head } : null;
}

/** The form that a head item tells, whatever else it tells: a newer one may be made otherwise. 0 where it is none. */
export function readForm(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const { form = 1 } = value as Partial<Record<keyof ChunkHead, unknown>>;
  return isCount(form) ? form : 0;
}

/** Reads a head item of a form that is known; null where it is none. */
function readChunkHead(value: unknown): ChunkHead | null {
  const form = readForm(value);
  if (form === 0) return null;
  const { chunks, length, checksum: sum } = value as Partial<Record<keyof ChunkHead, unknown>>;
  return isCount(chunks) && chunks < syncQuota.items && isCount(length) && isCount(sum)
    ? { form, chunks, length, checksum: sum }
    : null;
}

const isCount = (number: unknown): number is number => Number.isSafeInteger(number) && (number as number) >= 0;

/**
 * FNV-1a over UTF-16 units, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): tells a torn write, not an attack.
 */
export function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
