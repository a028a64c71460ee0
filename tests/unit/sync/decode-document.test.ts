import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodeDocument } from "@/sync/decode-document.ts";
import { encodeDocument } from "@/sync/encode-document.ts";
import { MalformedDocument } from "@/sync/malformed.ts";
import { projectDocument } from "@/sync/project-document.ts";

import { changedTo, newReplica } from "./random-settings.ts";

const settings = {
  enabled: false,
  pausedSites: ["site.example"],
  lists: [{ id: "list", name: "List", lines: ["a", "", "b", ""], options: { wholeWord: true } }],
  filters: [{ id: "filter", condition: "word" }],
  recipes: [],
  subscriptions: [],
};
const { document } = changedTo(changedTo(newReplica("device"), { ...settings, lists: [] }), settings);
const text = encodeDocument(document);

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** A document with one value of a filter. */
const withValue = (value: string): string =>
  `[["d"],[[1,2]],[["filters","f",[0,1,1],[[["condition",${value}]],[0,1,1]],[[],[],[]],[[],[],[],[]],[[],[],[]]]]]`;

describe("reading a document that may be anything", () => {
  test("the example it starts from is read", () => {
    expect(projectDocument(decodeDocument(withValue('"word"')))["filters"]).toEqual([{ id: "f", condition: "word" }]);
  });

  test("any change of the text is read or refused, and never anything else", () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(4), fc.string({ maxLength: 4 }), (place, removed, added) => {
        let refusal: unknown = null;
        try {
          projectDocument(decodeDocument(text.slice(0, place) + added + text.slice(place + removed)));
        } catch (error) {
          refusal = error;
        }
        expect(refusal === null || [MalformedDocument, SyntaxError].some((kind) => refusal instanceof kind)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["nothing", "null"],
    ["a text", '"text"'],
    ["a device twice", '[["d","d"],[[1,1],[1,1]],[]]'],
    ["more dots than anyone could have", '[["d"],[[1,9007199254740991]],[]]'],
    ["runs of dots out of order", '[["d"],[[5,6,1,2]],[]]'],
    ["a dot that was not seen", withValue('"word"').replace("[[1,2]]", "[[1,1]]")],
    ["a run of lines without end", withValue('"word"').replace("[[],[],[],[]]", "[[],[0,1,281474976710655],[],[]]")],
    ["a run of positions without end", withValue('"word"').replace("[[],[],[],[]]", "[[],[],[],[[9e15,0,0]]]")],
    ["an unknown device", withValue('"word"').replace("[0,1,1]", "[7,1,1]")],
    ["a value nested without end", withValue(nested(50_000))],
    [
      "an item twice",
      `[["d"],[[1,9]],[["lists","l",[],[[],[]],[[],[],[]],[[],[],[],[]],[[],[],[]]],["lists","l",[],[[],[]],[[],[],[]],[[],[],[],[]],[[],[],[]]]]]`,
    ],
  ])("%s is refused", (_, malformed) => {
    expect(() => decodeDocument(malformed)).toThrow(MalformedDocument);
  });

  test("names that objects have by nature are names like any other", () => {
    const natural = { ...settings, lists: [{ ...settings.lists[0]!, id: "__proto__", name: "constructor" }] };
    const { document: written } = changedTo(newReplica("__proto__"), natural);
    expect(projectDocument(decodeDocument(encodeDocument(written)))).toEqual(natural);
    const value = '{"__proto__":{"polluted":true}}';
    projectDocument(decodeDocument(withValue(value).replace('"condition"', '"__proto__"')));
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
