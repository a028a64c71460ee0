import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { syncQuota } from "@/sync/quotas.ts";
import { joinChunks, splitChunks, surplusChunks } from "@/sync/split-chunks.ts";

const stamp = { modified: 1_700_000_000_000, device: "device" };
const base64 = fc.string({ unit: fc.constantFrom(..."ABCxyz019+/="), maxLength: 40_000 });
const itemBytes = ([key, value]: [string, unknown]): number => key.length + JSON.stringify(value).length;

describe("splitting text into items of storage.sync", () => {
  test("what is split joins to the same text, and no item exceeds the quota", () => {
    fc.assert(
      fc.property(base64, (text) => {
        const items = splitChunks("settings", text, stamp);
        expect(items).not.toBeNull();
        expect(Object.entries(items!).every((item) => itemBytes(item) <= syncQuota.itemBytes)).toBe(true);
        expect(joinChunks("settings", items!)?.text).toBe(text);
      }),
    );
  });

  test("a text just under the quota of the area fits, one over it does not", () => {
    const fits = (length: number): boolean => splitChunks("settings", "A".repeat(length), stamp) !== null;
    expect(fits(102_000)).toBe(true);
    expect(fits(102_400)).toBe(false);
  });

  test("part of a write is never taken for a whole one", () => {
    const before = splitChunks("settings", "A".repeat(20_000), stamp)!;
    const after = splitChunks("settings", "B".repeat(20_000), { ...stamp, modified: stamp.modified + 1 })!;
    const keys = Object.keys(after);
    fc.assert(
      fc.property(fc.subarray(keys, { minLength: 1, maxLength: keys.length - 1 }), (arrived) => {
        const mixed = { ...before, ...Object.fromEntries(arrived.map((key) => [key, after[key]])) };
        expect(joinChunks("settings", mixed)).toBeNull();
      }),
    );
  });

  test.each([undefined, null, 1, "head", {}, { chunks: -1, length: 0, checksum: 0, modified: 0, device: "" }])(
    "a head that is none is no text: %j",
    (head) => {
      expect(joinChunks("settings", { settings: head })).toBeNull();
    },
  );

  test("chunks of a longer text before are named, other items are not", () => {
    const longer = splitChunks("settings", "A".repeat(30_000), stamp)!;
    const shorter = splitChunks("settings", "A".repeat(9000), stamp)!;
    expect(surplusChunks("settings", [...Object.keys(longer), "other", "settings-2"], shorter)).toEqual([
      "settings.2",
      "settings.3",
    ]);
  });

  test("text that is not Base64 is refused", () => {
    expect(() => splitChunks("settings", "é", stamp)).toThrow(RangeError);
  });
});
