import { deflateRawSync, inflateRawSync } from "node:zlib";

import type { TextPacking } from "@/settings/pack-text.ts";

/** Packs like the extension does, without leaving the thread. */
export const deflateAtOnce: TextPacking = {
  pack: async (text) => deflateRawSync(text).toString("base64"),
  unpack: async (packed) => inflateRawSync(Buffer.from(packed, "base64")).toString(),
};

/** Packs without making smaller, for the many runs in which size does not matter. */
export const plainPacking: TextPacking = {
  pack: async (text) => Buffer.from(text).toString("base64"),
  unpack: async (packed) => Buffer.from(packed, "base64").toString(),
};
