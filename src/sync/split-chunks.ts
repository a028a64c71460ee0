import { syncQuota } from "./quotas.ts";

/** The head item: what the chunks beside it must add up to. */
export interface ChunkHead {
  readonly chunks: number;
  readonly length: number;
  readonly checksum: number;
  /** When the text was written, in milliseconds since the epoch. */
  readonly modified: number;
  /** The device that wrote it. */
  readonly device: string;
}

/** A quota counts an item's name and its JSON; the JSON of plain ASCII text is the text between two quotes. */
const quotes = 2;

export const chunkKey = (name: string, index: number): string => `${name}.${index}`;

/**
 * Splits ASCII text into items that each stay under the quota of an item.
 *
 * @returns the items to write in one call, or null where the text exceeds the quota of the whole area.
 * @throws RangeError where the text is not ASCII, since its size in bytes would not be its length.
 */
export function splitChunks(
  name: string,
  text: string,
  stamp: { readonly modified: number; readonly device: string },
): Record<string, ChunkHead | string> | null {
  // Characters that JSON writers may escape would take more room than their length says.
  if (!/^[A-Za-z0-9+/=]*$/.test(text)) throw new RangeError("only Base64 text can be split into chunks");
  const items: Record<string, ChunkHead | string> = {};
  let bytes = 0;
  let index = 0;
  for (let start = 0; start < text.length; index += 1) {
    const key = chunkKey(name, index);
    const room = syncQuota.itemBytes - key.length - quotes;
    const chunk = text.slice(start, start + room);
    items[key] = chunk;
    bytes += key.length + quotes + chunk.length;
    start += chunk.length;
  }
  const head: ChunkHead = { chunks: index, length: text.length, checksum: checksum(text), ...stamp };
  items[name] = head;
  bytes += name.length + JSON.stringify(head).length;
  return bytes <= syncQuota.totalBytes && index + 1 <= syncQuota.items ? items : null;
}

/**
 * Puts chunks together again.
 *
 * @returns null where there is no head, or where the chunks are not the ones it speaks of: part of a write only.
 */
export function joinChunks(
  name: string,
  items: Readonly<Record<string, unknown>>,
): { readonly text: string; readonly head: ChunkHead } | null {
  const head = items[name];
  if (!isChunkHead(head)) return null;
  let text = "";
  for (let index = 0; index < head.chunks; index += 1) {
    const chunk = items[chunkKey(name, index)];
    if (typeof chunk !== "string") return null;
    text += chunk;
  }
  return text.length === head.length && checksum(text) === head.checksum ? { text, head } : null;
}

/** The names of stored chunks that new items no longer need. */
export function surplusChunks(
  name: string,
  stored: readonly string[],
  items: Readonly<Record<string, unknown>>,
): string[] {
  return stored.filter((key) => key.startsWith(`${name}.`) && !Object.hasOwn(items, key));
}

function isChunkHead(value: unknown): value is ChunkHead {
  if (typeof value !== "object" || value === null) return false;
  const head = value as Partial<Record<keyof ChunkHead, unknown>>;
  return (
    Number.isInteger(head.chunks) &&
    (head.chunks as number) >= 0 &&
    (head.chunks as number) < syncQuota.items &&
    typeof head.length === "number" &&
    typeof head.checksum === "number" &&
    typeof head.modified === "number" &&
    typeof head.device === "string"
  );
}

/** FNV-1a over UTF-16 units, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): tells a torn write, not an attack. */
export function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
