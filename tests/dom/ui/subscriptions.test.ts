import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { startOptions } from "@/ui/options/start-options.tsx";

import { fakeServer } from "../../support/fake-server.ts";
import type { FakeServer } from "../../support/fake-server.ts";
import { choose, close, control, eventually, fakeSurroundings, open, storedSettings, type } from "./extension-page.ts";

const address = "https://lists.test/rules.txt";
const body = (): string => document.body.textContent ?? "";
const stored = async (): Promise<string[]> => Object.keys(await fakeBrowser.storage.local.get());

let around: Awaited<ReturnType<typeof fakeSurroundings>>;
let server: FakeServer;
beforeEach(async () => {
  around = await fakeSurroundings();
  around.allowed = true;
  server = fakeServer({ body: "---\nname: Spam\n---\n*://*.one.test/*\n*://*.two.test/*\nnonsense\n" });
  vi.stubGlobal("fetch", server.request);
});
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const lookAt = async (typed: string): Promise<void> => {
  type(control("input", "Address of a list, of rules or of recipes"), typed);
  await eventually(() => expect(control("button", "Have a look").disabled).toBe(false));
  control("button", "Have a look").focus();
  control("button", "Have a look").click();
};
const subscribe = async (): Promise<void> => {
  await lookAt(address);
  await eventually(() => control("button", "Subscribe")).then((button) => button.click());
  await eventually(async () => expect((await storedSettings()).subscriptions).toHaveLength(1));
};

describe("subscribing", () => {
  test("asks for the one host, shows what there is, and takes nothing before it is told to", async () => {
    await open(startOptions);
    await lookAt(address);
    await eventually(() => expect(body()).toContain("2 rules"));
    expect(around.requested).toEqual(["https://lists.test/*"]);
    expect(body()).toContain("Hide: site:one.test");
    expect(body()).toContain("1 line can’t be read and is left out.");
    expect(await stored()).toEqual(["settings"]);
    control("button", "Subscribe").click();
    await eventually(async () =>
      expect((await storedSettings()).subscriptions).toMatchObject([{ name: "Spam", address, interval: 24 }]),
    );
    await eventually(() => expect(body()).toContain("Last fetched:"));
    expect(body()).toContain("Subscribed to “Spam”.");
  });

  test.each([
    ["what is no address", "no address", "This is no address of a list."],
    ["an open connection", "http://lists.test/", "Only addresses that begin with https://"],
    ["a name and password", "https://me:secret@lists.test/", "This is no address of a list."],
  ])("refuses %s without asking anybody", async (_, typed, said) => {
    await open(startOptions);
    await lookAt(typed);
    await eventually(() => expect(body()).toContain(said));
    expect([around.requested, server.asked]).toEqual([[], []]);
  });

  test("says what is wrong with what came, and keeps nothing", async () => {
    await open(startOptions);
    server.answer = { body: "<!doctype html>", headers: { "Content-Type": "text/html" } };
    await lookAt(address);
    await eventually(() => expect(body()).toContain("What came is a web page, not a list."));
    // There is no state that could have stayed.
    expect(body()).not.toContain("The last good state stays.");
    expect(document.activeElement).toBe(control("button", "Have a look"));
    around.answer = false;
    await lookAt(address);
    await eventually(() => expect(body()).toContain("Winnow may not fetch from lists.test"));
    expect(await stored()).toEqual(["settings"]);
  });
});

describe("a subscription", () => {
  test("is updated at a press of its button, and says the difference or what went wrong", async () => {
    await open(startOptions);
    await subscribe();
    server.answer = { body: "*://*.two.test/*\n*://*.three.test/*\n*://*.four.test/*\n" };
    (await eventually(() => control("button", "Update “Spam” now"))).click();
    await eventually(() => expect(body()).toMatch(/Last change, .*: \+2 −1\./u));
    expect(body()).toContain("3 rules");
    server.answer = { status: 404 };
    await eventually(() => expect(control("button", "Update “Spam” now").disabled).toBe(false));
    control("button", "Update “Spam” now").click();
    await eventually(() => expect(body()).toContain("The server answered with error 404.The last good state stays."));
    expect(body()).toContain("3 rules");
    expect(body()).toContain("Last fetched:");
  });

  test("can be paused, asked at another interval, and removed and had back", async () => {
    await open(startOptions);
    await subscribe();
    control("input", "“Spam” on or off").click();
    choose(control("select", "How often “Spam” is updated"), "168");
    await eventually(async () =>
      expect((await storedSettings()).subscriptions).toMatchObject([{ enabled: false, interval: 168 }]),
    );
    control("button", "Delete “Spam”").click();
    await eventually(async () => expect((await storedSettings()).subscriptions).toEqual([]));
    control("button", "Undo").click();
    await eventually(async () =>
      expect((await storedSettings()).subscriptions).toMatchObject([{ enabled: false, interval: 168, address }]),
    );
  });

  test("that an update was ended in the middle is said, but not of one that may be going on", async () => {
    await open(startOptions);
    await subscribe();
    const key = "subscription-states";
    const states = async () => (await fakeBrowser.storage.local.get<Record<string, Record<string, object>>>(key))[key];
    await eventually(async () => expect(Object.keys((await states()) ?? {})).toHaveLength(1));
    const [[id, state] = ["", {}]] = Object.entries((await states()) ?? {});
    const askedAt = (checked: number) =>
      fakeBrowser.storage.local.set({ [key]: { [id]: { ...state, ended: false, checked } } });
    await askedAt(Date.now() - 3_600_000);
    await eventually(() => expect(body()).toContain("The last update never ended"));
    expect(body()).toContain("Last fetched:");
    await askedAt(Date.now());
    await eventually(() => expect(body()).not.toContain("The last update never ended"));
  });
});

test("rules that a newer version keeps on this device are left alone, and that is said until they are gone", async () => {
  const rulesets = { version: 2, rulesets: [{ id: "x", name: "From tomorrow" }] };
  await fakeBrowser.storage.local.set({ rulesets });
  await open(startOptions);
  const said = "A newer version of Winnow keeps the rules of this device.";
  await eventually(() => expect(body()).toContain(said));
  expect(body()).not.toContain("From tomorrow");
  expect((await fakeBrowser.storage.local.get("rulesets"))["rulesets"]).toEqual(rulesets);
  await fakeBrowser.storage.local.remove("rulesets");
  await eventually(() => expect(body()).not.toContain(said));
});
