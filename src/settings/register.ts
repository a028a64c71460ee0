import { decodeDocument } from "@/sync/decode-document.ts";
import type { SyncDocument } from "@/sync/document.ts";
import { syncQuota } from "@/sync/quotas.ts";
import { bytesOf, checksum, joinChunks, readForm, splitChunks } from "@/sync/split-chunks.ts";

import type { TextPacking } from "./pack-text.ts";
import { documentForm, firstDocumentForm } from "./replica-record.ts";

/** The name of the head item in `storage.sync`; its chunks are `settings.0`, `settings.1`, … */
const registerName = "settings";

/** What `storage.sync` holds: one document, which every device reads, merges and writes again. */
export type Register =
  | { readonly kind: "none" }
  | { readonly kind: "document"; readonly document: SyncDocument }
  /** The settings themselves, from the extension's first version. */
  | { readonly kind: "settings"; readonly settings: unknown }
  /** Written by a newer version. */
  | { readonly kind: "newer" }
  /** Parts of several writes, or damaged; `print` changes with every part that arrives. */
  | { readonly kind: "torn"; readonly print: number };

type Items = Readonly<Record<string, unknown>>;

const isOurs = (key: string): boolean => key === registerName || key.startsWith(`${registerName}.`);

export async function readRegister(stored: Items, packing: TextPacking): Promise<Register> {
  const ours = Object.entries(stored).filter(([key]) => isOurs(key));
  if (ours.length === 0) return { kind: "none" };
  if (readForm(stored[registerName]) > documentForm) return { kind: "newer" };
  const joined = joinChunks(registerName, stored);
  try {
    if (joined !== null) {
      const text = await packing.unpack(joined.text);
      return joined.head.form >= firstDocumentForm
        ? { kind: "document", document: decodeDocument(text) }
        : { kind: "settings", settings: JSON.parse(text) };
    }
  } catch {
    // Whole, and yet no document: no part will come that mends it, but another device may.
  }
  return { kind: "torn", print: checksum(JSON.stringify(ours.toSorted(([one], [other]) => (one < other ? -1 : 1)))) };
}

/** The items that make a packed document the register, and how they stand to the quotas. */
export interface RegisterWrite {
  readonly items: Record<string, unknown>;
  /** The bytes they take, and those there are for them beside what else is stored. */
  readonly used: number;
  readonly room: number;
  readonly fits: boolean;
}

export function registerWrite(packed: string, stored: Items): RegisterWrite {
  const items = splitChunks(registerName, packed, documentForm, Object.keys(stored));
  const others = Object.fromEntries(Object.entries(stored).filter(([key]) => !isOurs(key)));
  const used = bytesOf(items);
  const room = syncQuota.totalBytes - bytesOf(others);
  const count = Object.keys(items).length + Object.keys(others).length;
  return { items, used, room, fits: used <= room && count <= syncQuota.items };
}
