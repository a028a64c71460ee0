import { expect, test } from "vitest";

import { domainInText } from "@/recipes/domain-in-text.ts";

test.each([
  ["https://docs.example.com › guide", "docs.example.com"],
  ["docs.example.co.uk", "docs.example.co.uk"],
  ["Bücher bücher.example/x", "bücher.example"],
  ["例え.テスト › 検索", "例え.テスト"],
  ["http://a-b.example:80/", "a-b.example"],
  ["70+ comments · 5 years ago", null],
  ["Wikipedia", null],
  ["", null],
])("%j shows %j", (text, domain) => {
  expect(domainInText(text)).toBe(domain);
});
