import { expect, test } from "vitest";

import { readAddress } from "@/ui/options/subscriptions/read-address.ts";

const list = "https://lists.example/a%20b.txt?x=1&y=2";
const linkTo = (address: string, page = "rulesets/subscribe"): string =>
  `https://ublacklist.github.io/${page}?name=A&url=${encodeURIComponent(address)}`;

test("a link that subscribes in uBlacklist stands for the address in it", () => {
  for (const page of ["rulesets/subscribe", "rulesets/subscribe/", "serpinfo/subscribe"]) {
    expect(readAddress(linkTo(list, page))).toEqual({ ok: true, address: list });
  }
  expect(readAddress("ublacklist.github.io/rulesets/subscribe?url=https://lists.example/a.txt")).toEqual({
    ok: true,
    address: "https://lists.example/a.txt",
  });
});

test("what is in such a link is read as any address", () => {
  const codeOf = (typed: string) => {
    const read = readAddress(typed);
    return read.ok ? null : read.problem.code;
  };
  expect(codeOf(linkTo("http://lists.example/a.txt"))).toBe("subscription-not-https");
  expect(codeOf(linkTo(""))).toBe("subscription-bad-address");
  expect(codeOf("https://ublacklist.github.io/rulesets/subscribe")).toBe("subscription-bad-address");
});

test("other addresses stay as they are", () => {
  for (const address of ["https://ublacklist.github.io/rulesets?url=x", "https://a.example/rulesets/subscribe?url=x"]) {
    expect(readAddress(address)).toEqual({ ok: true, address });
  }
});
