import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodeBase64Url } from "@/recipes/decode-base64-url.ts";
import type { Redirect } from "@/recipes/recipe.ts";
import { unwrapRedirect } from "@/recipes/unwrap-redirect.ts";

const redirects: readonly Redirect[] = [
  { match: "^https://a\\.example/url\\?", parameter: "q" },
  { match: "^https://b\\.example/ck\\?", parameter: "u", prefix: "a1", encoding: "base64url" },
  { match: "^https://c\\.example/.*?/RU=([^/]+)/" },
  { match: "^https://d\\.example/goto\\?" },
];

/** Letters of every length in UTF-8, and whatever has a meaning in addresses. */
const anyText = fc.string({ unit: fc.constantFrom(..."aZ0é字😀%&=+ #/?-_.") });

describe("a redirecting address", () => {
  test.each([
    ["https://a.example/url?sa=t&q=https://x.example/?p%3D1%26r%3D2&ved=9", "https://x.example/?p=1&r=2"],
    ["https://a.example/url?q=http%3A%2F%2Fx.example%2F%E4%B8%80", "http://x.example/一"],
    ["https://a.example/url?sa=t", null],
    ["https://a.example/url?q=%E4%B8", null],
    ["https://a.example/url?q=javascript:alert(1)", null],
    ["https://a.example/url?q=/search", null],
    ["https://b.example/ck?p=1&u=a1aHR0cHM6Ly94LmV4YW1wbGUv&ntb=1", "https://x.example/"],
    ["https://b.example/ck?u=b2aHR0cHM6Ly94LmV4YW1wbGUv", null],
    ["https://b.example/ck?u=a1*", null],
    ["https://c.example/_ylt=A/RV=2/RU=https%3a%2f%2fx.example%2fy/RK=2", "https://x.example/y"],
    ["https://d.example/goto?url=CAES", null],
    ["https://e.example/plain?q=https://x.example/", "https://e.example/plain?q=https://x.example/"],
  ])("%s carries %s", (address, target) => {
    expect(unwrapRedirect(address, redirects)).toBe(target);
  });

  test("gives back any address that was put into it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const target = `https://x.example/${text}`;
        expect(unwrapRedirect(`https://a.example/url?q=${encodeURIComponent(target)}`, redirects)).toBe(target);
        const encoded = Buffer.from(target, "utf8").toString("base64url");
        expect(unwrapRedirect(`https://b.example/ck?u=a1${encoded}`, redirects)).toBe(target);
      }),
    );
  });
});

describe("base64url", () => {
  test("decodes what was encoded, padded or not, in either alphabet", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = Buffer.from(text, "utf8");
        expect(decodeBase64Url(bytes.toString("base64url"))).toBe(text);
        expect(decodeBase64Url(bytes.toString("base64"))).toBe(text);
      }),
    );
  });

  test.each(["a b", "%", "gICA"])("%j is none", (text) => {
    expect(decodeBase64Url(text)).toBeNull();
  });
});
