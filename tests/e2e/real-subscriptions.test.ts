import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { SubscriptionState } from "../../src/subscriptions/subscription-states.ts";
import { startBrowser } from "../support/browser-under-test.ts";
import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { storeSettings } from "../support/extension-data.ts";
import { browserNames } from "../support/find-browsers.ts";
import { startRealServer } from "../support/real-server.ts";
import type { RealAnswer, RealServer } from "../support/real-server.ts";
import { settingsWith } from "../support/settings-for-tests.ts";

const address = "https://lists.example/spam.txt";
const megabyte = 1_000_000;

const names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];
const words = "Water ships were built along the northern coast for two hundred years and more";
const card = (name: string): string =>
  `<article><h3><a href="https://www.${name}.example/page">All about ${name} and harbours</a></h3><p>${words}, says ${name}.</p></article>`;
const listing = `<!doctype html><meta charset="utf-8"><title>Results</title><main>${names.map(card).join("")}</main>`;
const listOf = (...blocked: readonly string[]): string =>
  ["---\nname: Spam\n---", ...blocked.map((name) => `*://*.${name}.example/*`), "*://*.grüße.example/*", ""].join("\n");

const text = { "content-type": "text/plain; charset=utf-8" };
const gives =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status = 200): RealAnswer =>
  (_, __, response) =>
    response.writeHead(status, { ...text, ...headers }).end(body);
const sendsTo =
  (location: string, headers: Readonly<Record<string, string>> = {}): RealAnswer =>
  ({ href }, _, response) => {
    if (href === address) response.writeHead(302, { location, ...headers }).end();
    // Where a browser asks over an encrypted connection instead of an open one, there is nothing.
    else if (href === location) response.writeHead(200, { ...text, ...headers }).end(listOf("zeta"));
    else response.writeHead(404).end();
  };

/** Sends pieces for as long as they are taken. */
const floods: RealAnswer = (_, __, response) => {
  response.writeHead(200, text);
  const piece = Buffer.from("*://*.spam.example/*\n".repeat(50_000));
  const more = (): void => {
    if (!response.destroyed) response.write(piece, more);
  };
  more();
};

/** Some browsers tell of no piece that came before the end, and then it looks as if none had come. */
const brokenOff = ["subscription-broken-off", "subscription-unreachable"];

/** What must change nothing, and what is said of it; a list of codes where browsers see different things. */
const refusals: readonly (readonly [what: string, answer: RealAnswer, codes: readonly string[]])[] = [
  ["a redirect to another host", sendsTo("https://other.example/spam.txt"), ["subscription-redirected"]],
  [
    "a redirect to another host that lets everybody read",
    sendsTo("https://other.example/spam.txt", { "access-control-allow-origin": "*" }),
    ["subscription-redirected-to", "subscription-redirected"],
  ],
  [
    "a redirect to an open connection",
    sendsTo("http://lists.example/moved.txt", { "access-control-allow-origin": "*" }),
    ["subscription-redirected-to", "subscription-redirected", "subscription-status"],
  ],
  ["a redirect to itself", sendsTo(address), ["subscription-redirected"]],
  ["an error", gives("Sorry.", {}, 500), ["subscription-status"]],
  ["an answer that there is nothing", gives("", {}, 204), ["import-empty"]],
  ["a web page", gives(listing, { "content-type": "text/html" }), ["subscription-html"]],
  ["a web page that calls itself plain text", gives(listing), ["subscription-html"]],
  ["nothing at all", gives(""), ["import-empty"]],
  ["what says that all is gone", gives("# moved\n"), ["subscription-nothing"]],
  ["an apology in plain words", gives("Too many requests, please slow down."), ["subscription-other-kind"]],
  ["nothing that can be read", gives("\u0000\u0001\u0002"), ["subscription-encoding"]],
  ["Latin-1", gives(Buffer.from(listOf("zeta"), "latin1")), ["subscription-encoding"]],
  ["UTF-16 without its mark", gives(Buffer.from(listOf("zeta"), "utf16le")), ["subscription-encoding"]],
  ["GBK", gives(Buffer.from([0x2a, 0xc4, 0xe3, 0xba, 0xc3, 0x0a])), ["subscription-encoding"]],
  [
    "what says that it is too large",
    (_, __, response) => response.writeHead(200, { ...text, "content-length": String(33 * megabyte) }).write("*"),
    ["subscription-too-large"],
  ],
  ["what never ends", floods, ["subscription-too-large"]],
  [
    "what unpacks to far too much",
    gives(gzipSync(Buffer.alloc(200 * megabyte, "*://*.zeta.example/*\n")), { "content-encoding": "gzip" }),
    ["subscription-too-large"],
  ],
  [
    "half of what its length says",
    (_, __, response) => {
      response.writeHead(200, { ...text, "content-length": "5000" });
      response.write(listOf("zeta"), () => response.destroy());
    },
    brokenOff,
  ],
  [
    "pieces that break off",
    (_, __, response) => {
      response.writeHead(200, text);
      response.write(listOf("zeta"), () => response.destroy());
    },
    brokenOff,
  ],
  [
    "half of something packed",
    (_, __, response) => {
      const packed = gzipSync(listOf("zeta", ...Array.from({ length: 5000 }, (___, index) => `spam-${index * 7919}`)));
      response.writeHead(200, { ...text, "content-encoding": "gzip", "content-length": String(packed.length) });
      response.write(packed.subarray(0, packed.length / 2), () => response.destroy());
    },
    brokenOff,
  ],
  [
    "less than there is, cut off where it says it ends",
    (_, __, { socket }) =>
      socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n${listOf("zeta")}`),
    ["subscription-other-kind"],
  ],
  ["no answer", (_, { socket }) => socket.destroy(), ["subscription-unreachable"]],
  [
    "an answer that stalls",
    (_, __, response) => void response.writeHead(200, text).write("*://*.zeta.example/*\n"),
    ["subscription-stalled"],
  ],
];

describe.each(browserNames)("Subscriptions to real servers, in %s", (name) => {
  let server: RealServer | undefined;
  let started: BrowserUnderTest | undefined;
  const theServer = (): RealServer => server ?? expect.unreachable();
  const browser = (): BrowserUnderTest => started ?? expect.unreachable();

  /** The list server answers so; all others give the page of results. */
  const answerBy = (answer: RealAnswer): void => {
    theServer().answer = (asked, request, response) => {
      if (asked.hostname === "search.example")
        gives(listing, { "content-type": "text/html" })(asked, request, response);
      else answer(asked, request, response);
    };
  };
  const stateNow = (): Promise<SubscriptionState | undefined> =>
    browser().inExtension(
      async (api) => ((await api.storage.local.get("subscription-states"))["subscription-states"] as never)?.["sub"],
    );
  /** Makes the subscription due as if its interval were over, and lets the alarm come. */
  const update = async (): Promise<SubscriptionState> => {
    await browser().inExtension(async (api) => {
      const key = "subscription-states";
      const states = (await api.storage.local.get(key))[key] as Record<string, object>;
      await api.storage.local.set({ [key]: { ...states, sub: { ...states["sub"], checked: 1 } } });
      await api.alarms.create("subscriptions", { when: Date.now() });
    });
    // It is noted before asking that it has begun.
    const isDone = ({ checked, ended }: SubscriptionState): boolean => checked > 1 && ended;
    await expect.poll(async () => isDone((await stateNow()) ?? expect.unreachable()), { timeout: 120_000 }).toBe(true);
    return (await stateNow()) ?? expect.unreachable();
  };
  const hidden = async (): Promise<readonly string[]> => {
    const tab = await browser().open("https://search.example/");
    await tab.waitForState("ready");
    return tab.evaluate(() =>
      [...document.querySelectorAll("[data-winnow-verdict=hide] a")].map(
        (link) => new URL((link as HTMLAnchorElement).href).host.split(".")[1] ?? "",
      ),
    );
  };

  beforeAll(async () => {
    server = await startRealServer(gives(""));
    answerBy(gives(listOf("beta"), { etag: '"one"', "last-modified": "Mon, 02 Nov 2026 10:00:00 GMT" }));
    started = await startBrowser(name, { network: { proxy: server.proxy } });
    await started.grantHost("https://search.example/*");
    await started.grantHost("https://lists.example/*");
    await storeSettings(
      started,
      settingsWith({ subscriptions: [{ id: "sub", enabled: true, name: "Spam", address, interval: 24 }] }),
    );
  });
  afterAll(async () => {
    await started?.close();
    await server?.close();
  });

  test("the first time everything is taken", async () => {
    await expect.poll(async () => (await stateNow())?.fine ?? 0).toBeGreaterThan(0);
    expect(await stateNow()).toMatchObject({ problem: null, difference: null, etag: '"one"' });
    expect(await hidden()).toEqual(["beta"]);
    const [first] = theServer().asked.filter((request) => request.address === address);
    expect(first?.headers).not.toHaveProperty("cookie");
    expect(first?.headers).not.toHaveProperty("referer");
  });

  test("what did not change since is not sent again", async () => {
    const rulesets = () => browser().inExtension(async (api) => (await api.storage.local.get("rulesets"))["rulesets"]);
    const before = await rulesets();
    answerBy((_, request, response) => {
      const isKnown = request.headers["if-none-match"] === '"one"' && "if-modified-since" in request.headers;
      response.writeHead(isKnown ? 304 : 500).end();
    });
    expect(await update()).toMatchObject({ problem: null, etag: '"one"' });
    expect(await rulesets()).toEqual(before);
  });

  test("a redirect within the host is followed, and what is new is said", async () => {
    answerBy(({ pathname }, request, response) =>
      pathname === "/spam.txt"
        ? response.writeHead(301, { location: "/moved/list.txt" }).end()
        : gives(listOf("beta", "delta"))(new URL(address), request, response),
    );
    expect(await update()).toMatchObject({ problem: null, difference: { added: 1, removed: 0 } });
    expect(await hidden()).toEqual(["beta", "delta"]);
  });

  test.each(refusals)("%s changes nothing and is said", async (_, answer, codes) => {
    const before = await stateNow();
    answerBy(answer);
    const after = await update();
    expect(codes).toContain(after.problem?.code);
    expect(after).toEqual({ ...before, checked: after.checked, problem: after.problem });
    expect(await hidden()).toEqual(["beta", "delta"]);
  });

  test("a server that has recovered is followed again", async () => {
    answerBy(gives(Buffer.from(`\uFEFF${listOf("delta", "zeta")}`, "utf16le"), { "content-type": "text/plain" }));
    expect(await update()).toMatchObject({ problem: null, difference: { added: 1, removed: 1 } });
    expect(await hidden()).toEqual(["delta", "zeta"]);
    answerBy(gives(gzipSync(listOf("alpha")), { "content-encoding": "gzip" }));
    expect(await update()).toMatchObject({ problem: null, difference: { added: 1, removed: 2 } });
    expect(await hidden()).toEqual(["alpha"]);
  });
});
