import { describe, expect, test, vi } from "vitest";

import type { PagePart } from "@/model/page-part.ts";
import { createPageParts } from "@/page/page-parts.ts";

const setUp = (judgedBy: readonly PagePart[], canLoad = true) => {
  const there = new Set<PagePart>();
  const load = vi.fn<(part: PagePart) => Promise<void>>(async (part) => {
    await Promise.resolve();
    if (!canLoad) throw new Error("refused");
    there.add(part);
  });
  const onBrought = vi.fn<(parts: readonly PagePart[]) => void>();
  const onDetector = vi.fn<() => void>();
  const end = new AbortController();
  const parts = createPageParts({
    missing: (figuresAsked) =>
      [...judgedBy, ...(figuresAsked ? (["facet-reader"] as const) : [])].filter((part) => !there.has(part)),
    load,
    onBrought,
    onDetector,
    signal: end.signal,
  });
  return { parts, load, onBrought, onDetector, end };
};

describe("the parts of a page", () => {
  test("are brought once, and told of where results are judged by them", async () => {
    const { parts, load, onBrought } = setUp(["regex-engine"]);
    const fetching = parts.bring();
    expect(parts.areAwaited()).toBe(true);
    await fetching;
    expect(parts.areAwaited()).toBe(false);
    await parts.bring();
    expect(load).toHaveBeenCalledTimes(1);
    expect(onBrought.mock.calls).toEqual([[["regex-engine"]]]);
  });

  test("that only show figures change no verdict, so nothing is told of and nothing waits for them", async () => {
    const { parts, load, onBrought } = setUp([]);
    const fetching = parts.bringFigures();
    expect(parts.areAwaited()).toBe(false);
    await fetching;
    expect(load.mock.calls).toEqual([["facet-reader"]]);
    expect(onBrought).not.toHaveBeenCalled();
  });

  test("that cannot be brought are done without", async () => {
    const { parts, onBrought } = setUp(["language-data"], false);
    await parts.bring();
    expect(parts.areAwaited()).toBe(false);
    expect(onBrought.mock.calls).toEqual([[[]]]);
  });

  test("that come after the end are told of to nobody", async () => {
    const { parts, onBrought, end } = setUp(["regex-engine"]);
    const fetching = parts.bring();
    end.abort();
    await fetching;
    expect(onBrought).not.toHaveBeenCalled();
  });

  test.each([true, false])("are waited for where nothing else finds results, also in vain", async (canLoad) => {
    const { parts, load, onBrought, onDetector } = setUp([], canLoad);
    parts.bringDetector();
    parts.bringDetector();
    expect(parts.areAwaited()).toBe(true);
    await vi.waitFor(() => expect(onDetector).toHaveBeenCalledTimes(1));
    expect(parts.areAwaited()).toBe(false);
    parts.bringDetector();
    expect(load.mock.calls).toEqual([["detector"]]);
    expect(onBrought).not.toHaveBeenCalled();
  });
});
