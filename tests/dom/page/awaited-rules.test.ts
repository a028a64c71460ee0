import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { awaitRules } from "@/page/awaited-rules.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const setUp = (need: (hosts: Iterable<string>) => Promise<void> | null, haveHosts = true) => {
  const onCome = vi.fn<() => void>();
  const end = new AbortController();
  return { rules: awaitRules({ need, haveHosts: () => haveHosts }, onCome, end.signal), onCome, end };
};

describe("rules bound to hosts", () => {
  test("may come for a host until they were read", async () => {
    let read = (): void => undefined;
    const { rules, onCome } = setUp(() => new Promise((resolve) => (read = resolve)));
    expect(rules.mayCome("a.example")).toBe(true);
    expect(rules.ask(["a.example"])).toBe(false);
    expect([rules.mayCome("a.example"), rules.areAwaited()]).toEqual([true, true]);
    read();
    await vi.advanceTimersByTimeAsync(0);
    expect([rules.mayCome("a.example"), rules.areAwaited()]).toEqual([false, false]);
    expect(rules.mayCome("b.example")).toBe(true);
    expect(onCome).toHaveBeenCalledTimes(1);
  });

  test("are given up after a while, and judged by all the same when they come later", async () => {
    let read = (): void => undefined;
    const { rules, onCome } = setUp(() => new Promise((resolve) => (read = resolve)));
    rules.ask(["a.example"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([rules.mayCome("a.example"), rules.areAwaited(), onCome.mock.calls.length]).toEqual([false, false, 1]);
    read();
    await vi.advanceTimersByTimeAsync(0);
    expect([rules.areAwaited(), onCome.mock.calls.length]).toEqual([false, 2]);
  });

  test("are done without where storage fails", async () => {
    const { rules, onCome } = setUp(() => Promise.reject(new Error("gone")));
    rules.ask(["a.example"]);
    await vi.advanceTimersByTimeAsync(0);
    expect([rules.mayCome("a.example"), onCome.mock.calls.length]).toEqual([false, 1]);
  });

  test("that are all there are told of by the answer, once for each host", () => {
    const { rules, onCome } = setUp(() => null);
    expect([rules.ask(["a.example"]), rules.ask(["a.example"])]).toEqual([true, false]);
    expect(onCome).not.toHaveBeenCalled();
  });

  test("come for nobody where there are none, or where a host is not known", () => {
    expect(setUp(() => null, false).rules.mayCome("a.example")).toBe(false);
    expect(setUp(() => null).rules.mayCome(null)).toBe(false);
  });

  test("that come after the end are told of to nobody", async () => {
    const { rules, onCome, end } = setUp(() => Promise.resolve());
    rules.ask(["a.example"]);
    end.abort();
    await vi.advanceTimersByTimeAsync(1000);
    expect(onCome).not.toHaveBeenCalled();
  });
});
