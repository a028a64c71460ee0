import fc from "fast-check";
import { expect, test } from "vitest";

import { asciiHost } from "@/matching/ascii-host.ts";

test.each([
  ["example.com", "example.com"],
  ["EXAMPLE.com.", "example.com"],
  ["*.example.com", "example.com"],
  [".example.com", "example.com"],
  ["https://example.com/", "example.com"],
  ["example.com:8080", "example.com"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ["правда.рф", "xn--80aafi6cg.xn--p1ai"],
  ["a_b.example", "a_b.example"],
])("%s is %s", (typed, host) => {
  expect(asciiHost(typed)).toBe(host);
});

test.each(["", "example.com/path", "a b", "ex*.com", "-a.com", "a..b", "a@b", `${"a".repeat(64)}.com`])(
  "%s is no host",
  (typed) => {
    expect(asciiHost(typed)).toBeNull();
  },
);

test("hosts are encoded as the platform encodes them", () => {
  const label = fc.string({ unit: fc.constantFrom(..."aé事ßжゆ9"), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(label, (text) => {
      fc.pre(!/^\d+$/u.test(text));
      expect(asciiHost(`${text}.example`)).toBe(new URL(`https://${text}.example/`).hostname);
    }),
  );
});
