/** Makes text small for storage, and text of it again. */
export interface TextPacking {
  /** The text as Base64, so that its length is its size in bytes wherever it is stored. */
  readonly pack: (text: string) => Promise<string>;
  /** @throws where the text was not packed so, or is longer than anything that was. */
  readonly unpack: (packed: string) => Promise<string>;
}

/** Bytes that packed text may come to: a few thousand that were made to grow without end would take all memory. */
const longestText = 256_000_000;

/** Bytes that are handed to one call as its arguments: far fewer than any engine takes. */
const mostArguments = 8192;

/** Compresses with raw deflate. */
export const deflatePacking: TextPacking = {
  pack: async (text) => {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const parts: string[] = [];
    for (let start = 0; start < bytes.length; start += mostArguments) {
      parts.push(String.fromCodePoint(...bytes.subarray(start, start + mostArguments)));
    }
    return btoa(parts.join(""));
  },
  unpack: async (packed) => {
    const binary = atob(packed);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = binary.charCodeAt(index);
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (let length = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      length += value.byteLength;
      if (length > longestText) {
        await reader.cancel();
        throw new RangeError("the packed text is too long");
      }
      text += decoder.decode(value, { stream: true });
    }
  },
};
