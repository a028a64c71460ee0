import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { updateSubscriptions } from "@/background/update-subscriptions.ts";

import { settingsWith } from "../../support/settings-for-tests.ts";
import { eventually, fakeSurroundings } from "../ui/extension-page.ts";

/** Milliseconds after which a browser ends a background that calls nothing. */
const idle = 30_000;

beforeEach(async () => {
  const around = await fakeSurroundings();
  around.allowed = true;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("while a server sends slowly, the extension API is called often enough; afterwards it rests", async () => {
  const calls = vi.fn<() => Promise<unknown>>(async () => ({}));
  Object.assign(fakeBrowser.runtime, { getPlatformInfo: calls });
  let sending: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (sending = controller) });
  vi.stubGlobal("fetch", async () => new Response(body));
  const subscription = { id: "slow", enabled: true, name: "", address: "https://lists.test/slow.txt", interval: 24 };
  await fakeBrowser.storage.local.set({ settings: settingsWith({ subscriptions: [subscription] }) });
  const state = async () => {
    const stored = await fakeBrowser.storage.local.get<Record<string, Record<string, { ended: boolean }>>>();
    return stored["subscription-states"]?.["slow"];
  };

  updateSubscriptions();
  await eventually(async () => expect(await state()).toMatchObject({ ended: false }));
  for (let times = 1; times <= 6; times++) {
    vi.advanceTimersByTime(idle - 1);
    expect(calls.mock.calls.length).toBeGreaterThanOrEqual(times);
  }

  sending?.enqueue(new TextEncoder().encode("*://*.one.test/*\n"));
  sending?.close();
  await eventually(async () => expect(await state()).toMatchObject({ ended: true, problem: null }));
  await eventually(() => expect(vi.getTimerCount()).toBe(0));
});
