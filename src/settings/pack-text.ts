/** Makes text small for storage, and text of it again. */
export interface TextPacking {
  /** The text as Base64, so that its length is its size in bytes wherever it is stored. */
  readonly pack: (text: string) => Promise<string>;
  /** @throws where the text was not packed so, or is longer than anything that was. */
  readonly unpack: (packed: string) => Promise<string>;
}

/** Bytes that packed text may come to: a few thousand that were made to grow without end would take all memory. */
const longestText = 256_000_000;

/** Compresses with raw deflate. */
export const deflatePacking: TextPacking = {
  pack: async (text) => {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCodePoint(byte);
    return btoa(binary);
  },
  unpack: async (packed) => {
    const bytes = Uint8Array.from(atob(packed), (character) => character.codePointAt(0) ?? 0);
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
