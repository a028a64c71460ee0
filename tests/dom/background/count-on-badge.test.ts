import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { countOnBadge } from "@/background/count-on-badge.ts";

import { eventually, fakeReport, fakeSurroundings, storedSettings } from "../ui/extension-page.ts";

const shown = new Map<number, string>();
const summary = { state: "ready", found: 9, hidden: 2, folded: 3, hits: 12 };

const tell = (tab: number, told: object): void => {
  const sender = { tab: { id: tab } } as Parameters<typeof fakeBrowser.runtime.onMessage.trigger>[1];
  void fakeBrowser.runtime.onMessage.trigger({ winnow: "reportChanged", args: [told] }, sender, () => undefined);
};
const choose = async (badge: string): Promise<void> =>
  fakeBrowser.storage.local.set({ settings: { ...(await storedSettings()), badge } });

let around: Awaited<ReturnType<typeof fakeSurroundings>>;
beforeEach(async () => {
  around = await fakeSurroundings();
  shown.clear();
  Object.assign(fakeBrowser.action, {
    setBadgeBackgroundColor: vi.fn<() => Promise<void>>(async () => undefined),
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void shown.set(tabId, text),
  });
  countOnBadge();
});

test("each tab has its own number of hidden and folded results", async () => {
  tell(1, summary);
  tell(2, { ...summary, hidden: 0, folded: 0 });
  tell(3, { ...summary, hidden: 4321 });
  await eventually(() =>
    expect([...shown]).toEqual([
      [1, "5"],
      [2, ""],
      [3, "999+"],
    ]),
  );
});

test("another choice shows at once, and holds for what pages tell later", async () => {
  around.report = fakeReport({ hidden: 2, hitsByList: { a: 3, b: 4 } });
  tell(7, summary);
  await eventually(() => expect(shown.get(7)).toBe("5"));
  await choose("hits");
  await eventually(() => expect(shown.get(7)).toBe("7"));
  tell(7, summary);
  await eventually(() => expect(shown.get(7)).toBe("12"));
  await choose("none");
  await eventually(() => expect(shown.get(7)).toBe(""));
});

test("another choice shows at once, though the background has ended and started since", async () => {
  around.report = fakeReport({ hidden: 2, hitsByList: { a: 3, b: 4 } });
  tell(7, summary);
  await eventually(() => expect(shown.get(7)).toBe("5"));
  fakeBrowser.runtime.onMessage.removeAllListeners();
  fakeBrowser.storage.onChanged.removeAllListeners();
  countOnBadge();
  await choose("hits");
  await eventually(() => expect(shown.get(7)).toBe("7"));
});
