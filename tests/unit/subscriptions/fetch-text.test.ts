import { describe, expect, test } from "vitest";

import { fetchText, noValidators } from "@/subscriptions/fetch-text.ts";

import { fakeServer } from "../../support/fake-server.ts";
import type { FakeAnswer } from "../../support/fake-server.ts";

const address = "https://lists.test/all.txt";
const limits = { bytes: 1000, stall: 30, total: 10_000 };
const fetched = (answer: FakeAnswer | null) => fetchText(address, noValidators, fakeServer(answer).request, limits);
const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

const bad: readonly (readonly [what: string, answer: FakeAnswer | null, code: string])[] = [
  ["cannot be reached", null, "subscription-unreachable"],
  ["does not know it", { status: 404, body: "gone" }, "subscription-status"],
  ["fails", { status: 500, body: "a\nb" }, "subscription-status"],
  ["gives a web page", { body: "word", headers: { "Content-Type": "text/html; charset=utf-8" } }, "subscription-html"],
  ["gives a web page as text", { body: "\n<!-- login -->\n<!DOCTYPE html><html>" }, "subscription-html"],
  ["gives another encoding", { body: [bytes(0x63, 0x61, 0x66, 0xe9)] }, "subscription-encoding"],
  ["gives no text", { body: [bytes(0x50, 0x4b, 3, 4, 0, 0)] }, "subscription-encoding"],
  ["says that it is too large", { body: "a", headers: { "Content-Length": "2000" } }, "subscription-too-large"],
  [
    "gives more than it says",
    { body: Array.from({ length: 20 }, () => new Uint8Array(100).fill(97)), headers: { "Content-Length": "10" } },
    "subscription-too-large",
  ],
  ["gives less than it says", { body: "abc", headers: { "Content-Length": "500" } }, "subscription-broken-off"],
  ["breaks off", { body: "abc", end: "broken" }, "subscription-broken-off"],
  ["stalls at once", { body: [], end: "stalled" }, "subscription-stalled"],
  ["stalls on the way", { body: "abc", end: "stalled" }, "subscription-stalled"],
  ["sends to another host", { body: "abc", url: "https://other.test/all.txt" }, "subscription-redirected-to"],
  ["sends to an open connection", { body: "abc", url: "http://lists.test/all.txt" }, "subscription-redirected-to"],
];

describe("fetching a text", () => {
  test.each(bad)("from a server that %s", async (_, answer, code) => {
    expect(await fetched(answer)).toMatchObject({ kind: "problem", problem: { code } });
  });

  test("from a server that sends to a host which lets nobody read", async () => {
    const { request } = fakeServer({ url: "https://other.test/" });
    let asked = 0;
    const closed: typeof fetch = (...args) => {
      asked += 1;
      return asked === 1 ? request(...args) : Promise.reject(new TypeError("Failed to fetch"));
    };
    const { problem } = (await fetchText(address, noValidators, closed, limits)) as { problem: unknown };
    expect(problem).toEqual({ code: "subscription-redirected", args: ["lists.test"] });
  });

  test.each(["at once", "after a redirect"])("from a server that says nothing, %s", async (when) => {
    const { request } = fakeServer({ url: "https://lists.test/new.txt" });
    let asked = 0;
    const silent: typeof fetch = (url, options) => {
      asked += 1;
      if (when !== "at once" && asked === 1) return request(url, options);
      return new Promise((_, reject) => {
        options?.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      });
    };
    expect(await fetchText(address, noValidators, silent, { ...limits, total: 1_000_000 })).toEqual({
      kind: "problem",
      problem: { code: "subscription-stalled", args: ["lists.test"] },
    });
  });

  test("follows a redirect within the host", async () => {
    expect(await fetched({ body: "abc", url: "https://lists.test/new.txt" })).toMatchObject({ text: "abc" });
  });

  test("is conditional, and keeps what the server says for the next time", async () => {
    const server = fakeServer({ body: "a\nb", headers: { ETag: '"1"', "Last-Modified": "Mon" } });
    const first = await fetchText(address, noValidators, server.request);
    expect(first).toEqual({ kind: "text", text: "a\nb", etag: '"1"', lastModified: "Mon" });
    server.answer = { status: 304 };
    expect(await fetchText(address, { etag: '"1"', lastModified: "Mon" }, server.request)).toEqual({
      kind: "unchanged",
    });
    expect(server.asked).toEqual([{}, { "If-None-Match": '"1"', "If-Modified-Since": "Mon" }]);
  });

  test("reads UTF-8 and UTF-16 with their marks, in whatever pieces they come", async () => {
    const utf8 = [...new TextEncoder().encode("\uFEFFé常")].map((value) => bytes(value));
    expect(await fetched({ body: utf8 })).toMatchObject({ text: "é常" });
    expect(await fetched({ body: [bytes(0xff, 0xfe, 0xe9, 0, 0x38, 0x5e)] })).toMatchObject({ text: "é常" });
  });
});
