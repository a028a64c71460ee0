import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decodeText } from "@/lists/decode-text.ts";
import { importFormats } from "@/lists/imported-lists.ts";
import { planImport } from "@/lists/plan-import.ts";
import type { PartChoice } from "@/lists/plan-import.ts";
import { readImport, readImportInSteps } from "@/lists/read-import.ts";
import { atOnce } from "@/model/steps.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

const problemsOf = (text: string) => readImport(text).problems.map(({ code }) => code);
const decoded = (...bytes: readonly number[]) => {
  const read = decodeText(new Uint8Array(bytes));
  return read.ok ? [read.encoding, read.text] : read.problem.code;
};
const utf16 = (text: string, littleEndian: boolean) =>
  [...text].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });

describe("bytes", () => {
  test("in UTF-8 and UTF-16, with and without a mark", () => {
    expect(decoded(...new TextEncoder().encode("例子"))).toEqual(["utf-8", "例子"]);
    expect(decoded(0xef, 0xbb, 0xbf, 0x61)).toEqual(["utf-8", "a"]);
    expect(decoded(0xff, 0xfe, ...utf16("例a", true))).toEqual(["utf-16le", "例a"]);
    expect(decoded(0xfe, 0xff, ...utf16("例a", false))).toEqual(["utf-16be", "例a"]);
    expect(decoded(...utf16("example.com\n", true))).toEqual(["utf-16le", "example.com\n"]);
    expect(decoded(...utf16("example.com\n", false))).toEqual(["utf-16be", "example.com\n"]);
  });

  test("in encodings of before", () => {
    expect(decoded(0xb8, 0xdf, 0xd0, 0xd4, 0xc4, 0xdc, 0x0a, 0x61)).toEqual(["gb18030", "高性能\na"]);
    // 検索ソフト, in Shift JIS.
    expect(decoded(0x8c, 0x9f, 0x8d, 0xf5, 0x83, 0x5c, 0x83, 0x74, 0x83, 0x67, 0x0a)).toEqual([
      "shift_jis",
      "検索ソフト\n",
    ]);
    expect(decoded(0x63, 0x61, 0x66, 0xe9, 0x0a)).toEqual(["windows-1252", "café\n"]);
    const korean = [
      177, 164, 176, 237, 10, 185, 171, 183, 225, 32, 180, 217, 191, 238, 183, 206, 181, 229, 10, 187, 231, 177, 226,
      32, 187, 231, 192, 204, 198, 174, 180, 194, 32, 191, 169, 177, 226, 191, 161, 32, 192, 214, 180, 217, 10,
    ];
    expect(decoded(...korean)).toEqual(["euc-kr", "광고\n무료 다운로드\n사기 사이트는 여기에 있다\n"]);
    const japanese = [
      185, 173, 185, 240, 10, 165, 162, 165, 213, 165, 163, 165, 234, 165, 168, 165, 164, 165, 200, 10, 164, 222, 164,
      200, 164, 225, 165, 181, 165, 164, 165, 200, 10,
    ];
    expect(decoded(...japanese)).toEqual(["euc-jp", "広告\nアフィリエイト\nまとめサイト\n"]);
  });

  test("that are cut within a character are known by what comes before", () => {
    // The sample that tells the encoding ends in the middle of one.
    const bytes = Array.from({ length: 30_001 }, () => [0xb8, 0xdf, 0xd0, 0xd4, 0x0a]).flat();
    expect(decodeText(new Uint8Array([0x61, ...bytes]))).toMatchObject({ ok: true, encoding: "gb18030" });
    expect(decoded(0xb8, 0xdf, 0xd0)).toBe("import-binary");
  });

  test("that are no text are said to be none", () => {
    expect(decoded(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)).toBe("import-binary");
    expect(decoded(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x08)).toBe("import-binary");
    expect(decoded(0x61, 0x01, 0x02)).toBe("import-binary");
  });

  test("of any kind are decoded or refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const read = decodeText(bytes);
        expect(read.ok ? read.text.includes("\0") : read.problem.code).toEqual(read.ok ? false : "import-binary");
      }),
    );
  });
});

describe("texts", () => {
  test("of any kind are read, as whatever they are said to be, without an error", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.json({ maxDepth: 4 }),
      fc
        .array(fc.constantFrom("*://*.a.com/*", "@1", "$discard", "||a^", "a.com", "---", "(", "\n", "/x/", " & "), {
          maxLength: 20,
        })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, ...importFormats), (written, format) => {
        const read = readImport(written, format === undefined ? {} : { format });
        expect(read.format !== null || read.problems.length > 0).toBe(true);
        for (const { problem } of read.notUnderstood) expect(problem.code).not.toBe("");
      }),
    );
  });

  test("that nest without end are refused", () => {
    expect(problemsOf("[".repeat(200_000))).toEqual(["import-broken-json"]);
    expect(problemsOf("[".repeat(20_000_000))).toEqual(["import-broken-json"]);
    expect(problemsOf(`["${"[".repeat(200_000)}"]`)).toEqual(["import-unknown-json"]);
    const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    expect(problemsOf(deep)).toEqual(["import-unknown-json"]);
    expect(
      problemsOf(`{"format":"winnow-settings","version":1,"settings":{"recipes":[{"id":"r","data":${deep}}]}}`),
    ).toEqual(["backup-partly-unreadable"]);
  });

  test("whose objects nest without end are read but for those parts", () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const hohser = readImport(`[{"domainName":"a.test"},{"x":${deep},"y":1}]`);
    expect(hohser.rulesets[0]?.rules).toMatchObject([{ condition: "site:a.test" }]);
    expect(hohser.notUnderstood).toMatchObject([{ line: 2, text: '{"y":1}' }]);
    const hitHider = readImport(`{"entries":[{"domain":"a.test","x":${deep}},{"x":${deep}}]}`);
    expect(hitHider.rulesets[0]?.rules).toMatchObject([{ condition: "site:a.test" }]);
  });

  test("with the names of prototypes change nothing but what they name", () => {
    const text =
      '{"__proto__": {"polluted": 1}, "groups": {"__proto__": {"name": "x", "words": ["a"]}, "constructor": 1}}';
    expect(readImport(text).lists).toMatchObject([{ name: "x", lines: ["a"] }]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("with expressions that take too long are read at once, and those without a safe way are left out", () => {
    const text = String.raw`title/(a+)+$/` + "\n" + String.raw`title/(a*)*\1b/` + "\n*://*.a.com/*\n";
    const read = readImport(text, { format: "ublacklist" });
    expect(read.rulesets[0]?.rules.length).toBe(2);
    expect(read.notUnderstood).toMatchObject([{ line: 2, problem: { code: "regex-reference" } }]);
  });
});

// A reading that takes the square of the length would not come to its end here.
test.each([
  ["blanks inside a line", `a${" ".repeat(400_000)}b`, "words", undefined],
  ["blank lines behind a key", `pages:${"\n".repeat(400_000)}x`, "words", undefined],
  ["options that lead nowhere", `${"$discard".repeat(200_000)} x`, "words", undefined],
  ["options within options", `${"$site=".repeat(200_000)},x`, "goggle", "goggle"],
  ["redirects that lead nowhere", `${"a|http://".repeat(100_000)} x`, "words", undefined],
  ["one line of millions of letters", "a".repeat(20_000_000), "words", undefined],
  ["blanks before an expression", `@${" ".repeat(400_000)}x!`, "words", undefined],
  ["comments before another line's sign", `a${" #".repeat(200_000)}\u2028x`, "words", undefined],
] as const)("a long text with %s is read", (_, text, expected, format) => {
  const read = readImport(text, format === undefined ? {} : { format });
  const held = [...read.lists.flatMap(({ lines }) => lines), ...read.notUnderstood.map((issue) => issue.text)];
  expect(read.format?.name).toBe(expected);
  expect(held.join("\n")).toBe(text);
});

test.each([
  ["/a,b$boost,site=a.com", 1],
  ["/a,b$boost=2,inurl,site=a.com", 1],
  ["$site=a.com,discard", 1],
  ["/x$y$downrank", 1],
  ["/x$boost=99", 0],
  ["/x$incontent", 0],
])("the options of %j begin where there is nothing else behind", (line, count) => {
  const read = readImport(line, { format: "goggle" });
  expect(read.rulesets[0]?.rules.length).toBe(count);
  expect(read.notUnderstood.length).toBe(1 - count);
});

test("a hundred thousand rules are read in small steps", () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `*://*.site-${String(index)}.example/*`);
  const steps = readImportInSteps(lines.join("\n"));
  let step = steps.next();
  let count = 0;
  for (; step.done !== true; count += 1) step = steps.next();
  expect(step.value.rulesets[0]?.rules.length).toBe(lines.length);
  expect(count).toBeGreaterThan(1000);
});

describe("what would be a burden or is no list", () => {
  test("a saved web page is said to be one, whatever it is called", () => {
    for (const text of [
      "<!DOCTYPE html><html>404</html>",
      "\n  <html lang=en>",
      "<?xml version='1.0'?><rss/>",
      "<p>x",
    ]) {
      expect(readImport(text, { fileName: "list.txt" })).toMatchObject({
        format: null,
        lists: [],
        problems: [{ code: "import-html" }],
      });
    }
    expect(readImport("<all_urls>\n*://*.a.example/*").rulesets[0]?.rules).toHaveLength(2);
  });

  test("more keywords than pages can take are said, and brought in only where that is chosen", () => {
    const read = readImport(Array.from({ length: 10_001 }, (_, index) => `word ${index}`).join("\n"));
    expect(read.problems).toEqual([{ code: "import-many-keywords", args: ["10001", "10000"] }]);
    const planned = (choices: ReadonlyMap<string, PartChoice>) =>
      atOnce(planImport({ settings: defaultSettings, rulesets: [] }, read, choices, (key) => key));
    expect(planned(new Map()).change(defaultSettings)).toBe(defaultSettings);
    const taken = planned(new Map([["list-0", { taken: true }]])).change(defaultSettings);
    expect(taken.lists[0]?.lines).toHaveLength(10_001);
  });

  test("heads and expressions that nobody wrote are passed over without a look", () => {
    const long = `---\nname: {${Array.from({ length: 4000 }, (_, index) => `a${index}: b`).join(", ")}}\n---\n`;
    const read = readImport(`${long}*://*.a.example/*`);
    expect(read.rulesets).toMatchObject([{ name: null, rules: [{ condition: "site:a.example" }] }]);
    const expression = `title=~/${"(a+)+".repeat(2000)}/`;
    expect(readImport(`${expression}\n*://*.a.example/*`)).toMatchObject({
      rulesets: [{ rules: [{ condition: "site:a.example" }] }],
      notUnderstood: [{ line: 1, problem: { code: "regex-too-large" } }],
    });
  });

  test("recipes of any number are read in steps, where none of their documents is too long for one", () => {
    const page = (index: number) =>
      `  - name: P${index}\n    matches: ["https://*.e${index}.example/*"]\n    results: [{ root: .r, url: a, props: { title: h3 } }]\n`;
    const recipe = (pages: number) => `name: x\npages:\n${Array.from({ length: pages }, (_, at) => page(at)).join("")}`;
    const steps = readImportInSteps(Array.from({ length: 8 }, () => recipe(700)).join("---\n"));
    let step = steps.next();
    let count = 0;
    for (; step.done !== true; count += 1) step = steps.next();
    expect(step.value.recipes).toHaveLength(8);
    expect(count).toBeGreaterThan(200);
    expect(readImport(recipe(1500))).toMatchObject({
      recipes: [],
      problems: [{ code: "recipe-file-long-document", args: ["100000"] }],
    });
    const pages = Array.from({ length: 3000 }, () => ({ name: "P", matches: ["https://e.example/*"], results: [] }));
    expect(readImport(JSON.stringify([{ name: "x", pages }])).problems).not.toContainEqual(
      expect.objectContaining({ code: "recipe-file-long-document" }),
    );
  });
});
