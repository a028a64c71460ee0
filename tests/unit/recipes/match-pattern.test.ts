import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compileMatchPattern } from "@/recipes/match-pattern.ts";

const fits = (pattern: string, address: string): boolean | null =>
  compileMatchPattern(pattern)?.(new URL(address)) ?? null;

describe("a match pattern", () => {
  test.each([
    ["<all_urls>", "https://a.example/", true],
    ["<all_urls>", "ftp://a.example/", false],
    ["*://*/*", "http://a.example/b?c", true],
    ["*://*/*", "ftp://a.example/", false],
    ["https://a.example/*", "http://a.example/", false],
    ["https://a.example/*", "https://a.example:8443/", true],
    ["*://*.a.example/*", "https://a.example/", true],
    ["*://*.a.example/*", "https://b.c.a.example/", true],
    ["*://*.a.example/*", "https://nota.example/", false],
    ["HTTPS://A.Example/*", "https://a.example/", true],
    ["https://a.example/search?*", "https://a.example/search?q=1", true],
    ["https://a.example/search?*", "https://a.example/search", false],
    ["https://a.example/search*", "https://a.example/search#q", true],
    ["https://a.example/*?*q=*", "https://a.example/x/y?a=1&q=2", true],
    ["https://a.example/Path", "https://a.example/path", false],
    ["https://a.example/a.c", "https://a.example/abc", false],
    ["https://a.example/(a|b)+$", "https://a.example/(a|b)+$", true],
  ] as const)("%s on %s: %s", (pattern, address, expected) => {
    expect(fits(pattern, address)).toBe(expected);
  });

  test.each(["", "a.example", "https://a.example", "https:///a", "https://a.*/x", "https://*b.example/", "ws://a/*"])(
    "%j is none",
    (text) => {
      expect(compileMatchPattern(text)).toBeNull();
    },
  );

  test("of an address itself fits that address", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (path, query) => {
        const { hostname, pathname, search, href } = new URL(
          `https://a.example/${encodeURIComponent(path)}?${encodeURIComponent(query)}`,
        );
        fc.pre(!`${pathname}${search}`.includes("*"));
        expect(fits(`https://${hostname}${pathname}${search}`, href)).toBe(true);
        expect(fits(`https://${hostname}${pathname}${search}x`, href)).toBe(false);
      }),
    );
  });
});
