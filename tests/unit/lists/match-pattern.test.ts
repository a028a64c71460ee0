import fc from "fast-check";
import { expect, test } from "vitest";

import { compileFilters } from "@/deciding/compile-filters.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { matchPatternCondition } from "@/lists/ublacklist/match-pattern-condition.ts";
import { matchPatternOf } from "@/lists/ublacklist/match-pattern-of.ts";

import { plainFilter, plainResult } from "../../support/plain-records.ts";

const label = fc.constantFrom("a", "example", "com", "x-y", "1");
const hostName = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => [...labels, "com"].join("."));
const pathText = fc
  .array(fc.constantFrom("/", "a", "B", "b.c", "?", "=", "+", "(", "$", "%20"), { maxLength: 5 })
  .map((parts) => `/${parts.join("")}`);

const pattern = fc
  .tuple(
    fc.constantFrom("*", "http", "https"),
    fc.oneof(
      fc.constant("*"),
      hostName,
      hostName.map((host) => `*.${host}`),
    ),
    fc.oneof(
      fc.constant("/*"),
      pathText,
      fc.tuple(pathText, pathText).map(([start, end]) => `${start}*${end.slice(1)}`),
      pathText.map((path) => `${path}*`),
    ),
  )
  .map(([scheme, host, path]) => ({ scheme, host, path }));

const address = fc
  .tuple(
    fc.constantFrom("http", "https"),
    fc.constantFrom("", "user@"),
    hostName,
    fc.constantFrom("", ":8080"),
    pathText,
    fc.constantFrom("", "#a", "#/B?"),
  )
  .map(([scheme, user, host, port, path, fragment]) => ({
    scheme,
    host,
    path,
    url: `${scheme}://${user}${host}${port}${path}${fragment}`,
  }));

/** Whether a text fits a glob, sign by sign, as one would with a finger on each. */
const fits = (glob: string, text: string): boolean => {
  if (glob === "") return text === "";
  if (glob[0] === "*") return fits(glob.slice(1), text) || (text !== "" && fits(glob, text.slice(1)));
  return glob[0] === text[0] && fits(glob.slice(1), text.slice(1));
};

type Parts = { readonly scheme: string; readonly host: string; readonly path: string };

const isMatch = (asked: Parts, given: Parts): boolean =>
  (asked.scheme === "*" || asked.scheme === given.scheme) &&
  (asked.host === "*" ||
    asked.host === given.host ||
    (asked.host.startsWith("*.") &&
      (given.host === asked.host.slice(2) || given.host.endsWith(asked.host.slice(1))))) &&
  fits(asked.path, given.path);

const conditionOf = ({ scheme, host, path }: Parts): string => {
  const read = matchPatternCondition(`${scheme}://${host}${path}`);
  if ("code" in read) throw new Error(read.code);
  return printCondition(read);
};

test("a match pattern's condition is true of exactly the addresses that fit it", () => {
  fc.assert(
    fc.property(pattern, fc.array(address, { minLength: 1, maxLength: 5 }), (asked, given) => {
      const judge = compileFilters([plainFilter(conditionOf(asked))], []);
      for (const { url, ...parts } of given) {
        const { visibility } = judge.decide(plainResult({ url, host: parts.host }), [], 0);
        expect([asked, url, visibility]).toEqual([asked, url, isMatch(asked, parts) ? "hide" : "show"]);
      }
    }),
  );
});

test("an address made for a pattern fits it", () => {
  fc.assert(
    fc.property(pattern, hostName, (asked, any) => {
      const host = asked.host === "*" ? any : asked.host.replace("*", "www");
      const scheme = asked.scheme === "*" ? "https" : asked.scheme;
      const url = `${scheme}://${host}${asked.path.replaceAll("*", "x/y")}`;
      const judge = compileFilters([plainFilter(conditionOf(asked))], []);
      expect(judge.decide(plainResult({ url, host }), [], 0).visibility).toBe("hide");
    }),
  );
});

test("the pattern is found again in its condition", () => {
  fc.assert(
    fc.property(pattern, (asked) => {
      const read = matchPatternCondition(`${asked.scheme}://${asked.host}${asked.path}`);
      if ("code" in read) throw new Error(read.code);
      const found = matchPatternOf(read);
      expect(found?.rest).toEqual([]);
      const again = matchPatternCondition(found?.pattern ?? "");
      expect(again).toEqual(read);
    }),
  );
});
