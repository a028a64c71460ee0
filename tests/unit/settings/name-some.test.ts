import { expect, test } from "vitest";

import { nameSome } from "@/settings/name-some.ts";

test("a few names are all said, of many the first and how many more there are", () => {
  expect(nameSome(["A", "B"])).toBe("A, B");
  const many = Array.from({ length: 5000 }, (_, n) => `Filter ${n}`);
  expect(nameSome(many)).toBe(
    "Filter 0, Filter 1, Filter 2, Filter 3, Filter 4, Filter 5, Filter 6, Filter 7, … (+4992)",
  );
});
