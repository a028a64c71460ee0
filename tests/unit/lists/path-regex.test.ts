import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addressRegexOf } from "@/lists/ublacklist/path-regex.ts";

const found = [
  ["^\\/wiki\\/", ""],
  ["\\/wiki\\/?$", ""],
  ["\\d{3,}", ""],
  ["^\\/a|b$", ""],
  ["^\\/a$|^\\/b$", ""],
  ["(?:a|b)+\\/.*\\.html$", "i"],
  [".", ""],
  ["^.{4,}$", "s"],
  ["[^a-z]b", ""],
  ["\\S\\W\\D", ""],
  ["(a)\\1", ""],
  ["(?<x>b)\\k<x>", ""],
  ["a(?!.*b)", ""],
  ["[a-z]+-[0-9]+", "u"],
  ["a\\b", ""],
  ["a+\\b\\/", ""],
  ["[ab]\\b", ""],
  ["\\w\\B.", ""],
  ["", ""],
  ["^", ""],
  ["$", ""],
  ["[?&]q=a", ""],
] as const;

const refused = ["(?<=a)b", "(?<!a)b", "a(^b)", "#", "[!-~]", "[\\W]", "\\p{P}", "\\x23", "\\u0023"];

/** What may ask for the letter before the path, which is the host's. */
const lookingBack = [
  "\\bb",
  ".*\\b.",
  "[ab]*\\b",
  "^\\b",
  "x?\\B",
  "(\\b\\/)",
  "a|\\B",
  "(?:a|)\\b",
  "a{0,2}\\b",
  "()\\1\\b",
];

describe("a regular expression for the path of an address", () => {
  test.each(found)("/%s/%s finds in the address just where it finds in the path", (source, flags) => {
    const inAddress = addressRegexOf(source, flags);
    expect(inAddress).not.toBeNull();
    const [own, whole] = [new RegExp(source, flags), new RegExp(inAddress ?? "", flags)];
    const part = fc.string({ unit: fc.constantFrom(..."ab/1?.-=q&A") });
    fc.assert(
      fc.property(
        fc.constantFrom("http", "https"),
        fc.constantFrom("a.example", "b1.test:8080", "wiki.html"),
        part,
        fc.option(fc.string({ unit: fc.constantFrom(..."ab/1#.wiki") })),
        (scheme, host, rest, fragment) => {
          const path = `/${rest}`;
          const address = `${scheme}://${host}${path}${fragment === null ? "" : `#${fragment}`}`;
          expect([address, whole.test(address)]).toEqual([address, own.test(path)]);
        },
      ),
    );
  });

  test.each([...refused, ...lookingBack])("/%s/ is refused, for it may ask for more than the path", (source) => {
    expect(addressRegexOf(source, "")).toBeNull();
  });
});
