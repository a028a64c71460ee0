import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { syncQuota } from "@/sync/quotas.ts";
import { bytesOf, joinChunks, readForm, splitChunks } from "@/sync/split-chunks.ts";

const base64 = fc.string({ unit: fc.constantFrom(..."ABCxyz019+/="), maxLength: 40_000 });
const split = (text: string, stored: readonly string[] = []) => splitChunks("settings", text, 2, stored);

describe("splitting text into items of storage.sync", () => {
  test("what is split joins to the same text, and no item exceeds the quota", () => {
    fc.assert(
      fc.property(base64, (text) => {
        const items = split(text);
        const sizes = Object.entries(items).map(([key, value]) => bytesOf({ [key]: value }));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(syncQuota.itemBytes);
        expect(joinChunks("settings", items)?.text).toBe(text);
      }),
    );
  });

  test("bytes are counted as storage counts them", () => {
    const items = split("A".repeat(30_000));
    const bytes = Object.entries(items).map(([key, value]) => Buffer.byteLength(key + JSON.stringify(value)));
    expect(bytesOf(items)).toBe(bytes.reduce((sum, size) => sum + size, 0));
  });

  test("part of a write is never taken for a whole one", () => {
    const before = split("A".repeat(20_000));
    const after = split("B".repeat(20_000));
    fc.assert(
      fc.property(fc.subarray(Object.keys(after), { minLength: 1, maxLength: 3 }), (arrived) => {
        const mixed = { ...before, ...Object.fromEntries(arrived.map((key) => [key, after[key]])) };
        expect(joinChunks("settings", mixed)).toBeNull();
      }),
    );
  });

  test.each([
    undefined,
    null,
    1,
    "head",
    {},
    { chunks: -1, length: 0, checksum: 0 },
    { chunks: 1e9, length: 0, checksum: 0 },
  ])("a head that is none is no text: %j", (head) => {
    expect(joinChunks("settings", { settings: head })).toBeNull();
  });

  test("a head without a form is of the first one", () => {
    expect(readForm({ chunks: 0, length: 0, checksum: 1, modified: 5, device: "d" })).toBe(1);
  });

  test("what a longer text left behind is emptied by the same write", () => {
    const longer = split("A".repeat(30_000));
    const shorter = split("A".repeat(9000), [...Object.keys(longer), "other", "settings-2"]);
    expect(Object.entries(shorter).filter(([, value]) => value === "")).toEqual([
      ["settings.2", ""],
      ["settings.3", ""],
    ]);
    expect(shorter).not.toHaveProperty("other");
    expect(joinChunks("settings", { ...longer, ...shorter })?.text).toBe("A".repeat(9000));
  });

  test("text that is not Base64 is refused", () => {
    expect(() => split("é")).toThrow(RangeError);
  });
});
