import { decodeDocument } from "@/sync/decode-document.ts";
import type { Replica } from "@/sync/document.ts";
import { encodeDocument } from "@/sync/encode-document.ts";
import { lastSeen } from "@/sync/seen-dots.ts";

import type { TextPacking } from "./pack-text.ts";

/**
 * The form of the document, here and in `storage.sync`. The first form there was the settings as they are; in the
 * second a condition was one property, which is read as before.
 */
export const documentForm = 3;
export const firstDocumentForm = 2;

/** A replica as this device's storage holds it. */
export interface ReplicaRecord {
  readonly form: number;
  readonly device: string;
  readonly counter: number;
  readonly packed: string;
}

export const writeReplica = async (
  { device, counter, document }: Replica,
  packing: TextPacking,
): Promise<ReplicaRecord> => ({
  form: documentForm,
  device,
  counter,
  packed: await packing.pack(encodeDocument(document)),
});

/**
 * Reads a stored replica.
 *
 * @returns null where there is none that can be read, "newer" where a newer version of the extension wrote it.
 */
export async function readReplica(stored: unknown, packing: TextPacking): Promise<Replica | "newer" | null> {
  const { form, device, counter, packed } = (stored ?? {}) as Partial<Record<keyof ReplicaRecord, unknown>>;
  if (typeof form === "number" && form > documentForm) return "newer";
  if (typeof device !== "string" || device === "" || !Number.isSafeInteger(counter) || typeof packed !== "string") {
    return null;
  }
  try {
    const document = decodeDocument(await packing.unpack(packed));
    return { device, counter: Math.max(counter as number, lastSeen(document.seen, device)), document };
  } catch {
    return null;
  }
}

/** Bytes of a device's name: enough that no two devices of one user ever draw the same. */
const nameBytes = 6;

export const newDeviceName = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(nameBytes));
  return btoa(String.fromCodePoint(...bytes));
};
