import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { lendLock, runUnderLentLock } from "@/messaging/lend-lock.ts";

import { fakePorts } from "../../support/fake-ports.ts";

beforeEach(fakePorts);

/** A lock as browsers have them: steps follow each other. */
const oneAfterTheOther = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(run: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(run, run);
    last = mine;
    return mine;
  };
};

describe("the lock lent to pages", () => {
  test("lets one step run at a time, whoever asks", async () => {
    const runAlone = oneAfterTheOther();
    lendLock(runAlone);
    const told: string[] = [];
    const step = (name: string) => async () => {
      told.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      told.push(`${name} ends`);
      return name;
    };
    const done = await Promise.all([
      runUnderLentLock(step("page")),
      runAlone(step("extension")),
      runUnderLentLock(step("other page")),
    ]);
    expect(done).toEqual(["page", "extension", "other page"]);
    expect(told.filter((_, index) => index % 2 === 0).map((line) => line.replace("begins", "ends"))).toEqual(
      told.filter((_, index) => index % 2 === 1),
    );
  });

  test("is given back where the step fails", async () => {
    lendLock(oneAfterTheOther());
    await expect(runUnderLentLock(() => Promise.reject(new Error("full")))).rejects.toThrow("full");
    expect(await runUnderLentLock(() => Promise.resolve("next"))).toBe("next");
  });

  test("is known to be lost with the background that lent it", async () => {
    let killBackground = (): void => undefined;
    Object.assign(fakeBrowser.runtime, {
      connect: () => ({
        onMessage: { addListener: (listener: () => void) => queueMicrotask(listener) },
        onDisconnect: { addListener: (listener: () => void) => (killBackground = listener) },
        disconnect: () => undefined,
      }),
    });
    const held = await runUnderLentLock(async (isHeld) => {
      const before = isHeld?.();
      killBackground();
      return [before, isHeld?.()];
    });
    expect(held).toEqual([true, false]);
  });

  test("cannot be had where nobody lends it: the step is not run", async () => {
    let ran = false;
    await expect(
      runUnderLentLock(async () => {
        ran = true;
      }),
    ).rejects.toThrow("cannot be reached");
    expect(ran).toBe(false);
  });
});
