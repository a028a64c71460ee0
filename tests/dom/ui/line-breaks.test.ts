import { afterEach, expect, test } from "vitest";

import { startOptions } from "@/ui/options/start-options.tsx";

import { fakeList } from "../../support/fake-settings.ts";
import { close, control, eventually, fakeSurroundings, open, storedSettings, type } from "./extension-page.ts";

afterEach(close);

test("a stored keyword with a line break in it can be edited and deleted as the two lines that it looks like", async () => {
  await fakeSurroundings({ lists: [fakeList({ id: "l", name: "Mine", lines: ["one\ntwo", "three"] })] });
  await open(startOptions);
  const field = control("textarea", "Keywords of “Mine”, one a line");
  expect(field.value).toBe("one\ntwo\nthree");
  type(field, "ONE\nthree");
  await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["ONE", "three"]));
  type(field, "");
  await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual([]));
});
