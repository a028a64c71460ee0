import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { askBackground } from "@/messaging/messenger.ts";

const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();
Object.assign(fakeBrowser.runtime, { sendMessage });

test("a background that ended while it was asked is asked once more", async () => {
  sendMessage.mockReset().mockRejectedValueOnce(new Error("The message channel closed.")).mockResolvedValue(null);
  await askBackground("loadPart", "detector");
  const message = { winnow: "loadPart", args: ["detector"] };
  expect(sendMessage.mock.calls).toEqual([[message], [message]]);
});

test("one that cannot be reached at all is done without", async () => {
  sendMessage.mockReset().mockRejectedValue(new Error("The extension was removed."));
  await expect(askBackground("loadPart", "detector")).resolves.toBeUndefined();
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test("one that answers is asked once", async () => {
  sendMessage.mockReset().mockResolvedValue(null);
  await askBackground("loadPart", "detector");
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
