import { describe, expect, test } from "vitest";

import { planImport } from "@/lists/plan-import.ts";
import { readImport } from "@/lists/read-import.ts";
import { atOnce } from "@/model/steps.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

const rulesOf = (text: string) =>
  readImport(text).rulesets.flatMap(({ rules }) => rules.map(({ action, condition }) => `${action} ${condition}`));
const formatOf = (text: string) => readImport(text).format?.name;
const leftOutOf = (text: string) => readImport(text).notUnderstood.map(({ line, problem }) => [line, problem.code]);

describe("goggles", () => {
  const goggle = [
    "! name: Calm reading",
    "! description: made for a test",
    "! public: false",
    "! author: nobody",
    "! homepage: https://goggles.example",
    "",
    "$boost=3,site=docs.example",
    "/wiki/$boost",
    "|https://a.example/*/b^$downrank,inurl",
    "cheap$discard,intitle",
    "$discard,site=ads.example",
    "essay$boost,incontent",
    "$boost=20,site=docs.example",
    "$boost",
  ].join("\n");

  test("boost lifts, downrank lowers, discard hides", () => {
    expect(readImport(goggle)).toMatchObject({
      format: { name: "goggle" },
      rulesets: [{ name: "Calm reading", homepage: "https://goggles.example" }],
      simplified: [{ line: 7, problem: { code: "import-strength", args: ["3"] } }],
    });
    expect(rulesOf(goggle)).toEqual([
      "raise site:docs.example",
      String.raw`raise url:/\/wiki\//i`,
      String.raw`lower url:/^https:\/\/a\.example\/.*\/b(?:[^\w.%-]|$)/i`,
      "hide title:/cheap/i",
      "hide site:ads.example",
    ]);
    expect(leftOutOf(goggle)).toEqual([
      [12, "import-page-content"],
      [13, "import-bad-strength"],
      [14, "import-too-generic"],
    ]);
  });

  test("a lone discard hides what no instruction lifts or lowers", () => {
    const text = "! name: Only these\n$discard\n$boost,site=a.example\n$downrank,site=b.example\n";
    expect(rulesOf(text).at(-1)).toBe("hide -(site:a.example OR site:b.example)");
  });
});

describe("a goggle without options", () => {
  const head = "! name: Mine\n! description: made for a test\n! public: false\n! author: nobody\n";

  test("is known by its head, and its patterns boost", () => {
    const text = `${head}/blog/\n/docs/\n|https://en.\n`;
    expect(readImport(text)).toMatchObject({
      format: { name: "goggle", reason: { sign: "goggle-head" }, alternatives: ["ublacklist", "words"] },
      rulesets: [{ name: "Mine" }],
      notUnderstood: [],
    });
    expect(rulesOf(text)).toEqual([
      String.raw`raise url:/\/blog\//i`,
      String.raw`raise url:/\/docs\//i`,
      String.raw`raise url:/^https:\/\/en\./i`,
    ]);
  });

  test("is told from ad blockers' lists, whose heads say something alike", () => {
    expect(formatOf("! Title: Ads\n! Description: theirs\n! Author: them\n||a.example^\n||b.example^\n")).toBe("hosts");
    expect(formatOf(`${head}||a.example^\n||b.example^\n`)).toBe("hosts");
    expect(formatOf("! name: Mine\n/blog/\n/docs/\n")).toBe("ublacklist");
  });
});

describe("lists of sites", () => {
  test("hohser", () => {
    const entries = [
      { domainName: "a.example", display: "FULL_HIDE" },
      { domainName: "b.example", display: "PARTIAL_HIDE" },
      { domainName: "c.example", display: "HIGHLIGHT", color: "COLOR_2" },
      { domainName: "d.example/path" },
      { display: "FULL_HIDE" },
    ];
    const text = JSON.stringify(entries);
    expect(formatOf(text)).toBe("hohser");
    expect(rulesOf(text)).toEqual([
      "hide site:a.example",
      "dim site:b.example",
      "mark site:c.example",
      String.raw`dim url:/d\.example\/path/`,
    ]);
    expect(readImport(text)).toMatchObject({
      notUnderstood: [{ line: 5, problem: { code: "import-no-domain" } }],
      simplified: [{ line: 4, problem: { code: "import-no-display" } }],
    });
  });

  test("Google Hit Hider", () => {
    expect(formatOf("|a.example:t|b.example:p|")).toBe("google-hit-hider");
    expect(rulesOf("|a.example:t|b.example:p|")).toEqual(["fold site:a.example", "hide site:b.example"]);
  });

  test("Search Hit Hider, as JSON and as text", () => {
    const entries = [
      { domain: "a.example", mode: "block", enabled: true, createdAt: 1 },
      { domain: "b.example", mode: "pban", enabled: true, createdAt: 1 },
      { domain: "c.example", mode: "pban", enabled: false, createdAt: 1 },
    ];
    const json = JSON.stringify({ version: 1, exportedAt: 1, entries });
    expect(rulesOf(json)).toEqual(["fold site:a.example", "hide site:b.example"]);
    expect(leftOutOf(json)).toEqual([[3, "import-switched-off"]]);
    const text = "a.example\nb.example # perma-ban\n# perma-ban\nc.example\n";
    expect(formatOf(text)).toBe("search-hit-hider");
    expect(rulesOf(text)).toEqual(["fold site:a.example", "hide site:b.example", "hide site:c.example"]);
  });

  test("gossip-site-blocker", () => {
    // As its settings page writes them: sites, words, regular expressions, each part in the order of its letters.
    const text = [
      "a.example soft",
      "b.example/path hard",
      "ga.?me banned soft titleAndContents regexp",
      "two+words banned hard titleOnly string",
      "word banned soft titleAndContents string",
      String.raw`^c\\.example/x\+y+z regexp hard`,
      String.raw`spam\\d\+ regexp soft`,
      "",
    ].join("\n");
    expect(formatOf(text)).toBe("gossip");
    expect(leftOutOf(text)).toEqual([]);
    expect(rulesOf(text)).toEqual([
      "fold site=a.example",
      String.raw`hide site=b.example url:/^https?:\/\/[^\/]+\/path/`,
      "fold /ga.?me/",
      'hide title:"two words"',
      'fold "word"',
      String.raw`hide url:/^https?:\/\/(?:c\.example\/x+y z)/`,
      String.raw`fold url:/^https?:\/\/(?:[^#]*(?:spam\d+))/`,
    ]);
  });

  test("gossip-site-blocker takes a lone site, and words without where they are looked for", () => {
    const text = "a.example hard\nword banned hard\nb.example\n(+ regexp soft\nnone of these\n";
    expect(formatOf(text)).toBe("gossip");
    expect(rulesOf(text)).toEqual(["hide site=a.example", 'hide "word"', "fold site=b.example"]);
    expect(leftOutOf(text)).toEqual([
      [4, "import-bad-keyword"],
      [5, "import-syntax"],
    ]);
  });

  test("hosts files and ad blockers' lists", () => {
    const hosts = "# head\n127.0.0.1 localhost\n0.0.0.0 a.example b.example # both\n::1 localhost\n0.0.0.0 0.0.0.0\n";
    expect(formatOf(hosts)).toBe("hosts");
    expect(rulesOf(hosts)).toEqual(["hide site:a.example", "hide site:b.example"]);
    const blocking =
      "[Adblock Plus 2.0]\n! Title: Ads\n||a.example^\n||b.example^$document\n@@||c.example^\na.example##.ad\n";
    expect(readImport(blocking).rulesets[0]?.name).toBe("Ads");
    expect(rulesOf(blocking)).toEqual(["hide site:a.example", "hide site:b.example", "keep site:c.example"]);
    expect(leftOutOf(blocking)).toEqual([[6, "import-adblock-rule"]]);
  });

  test("hosts files in their odder forms", () => {
    const hosts = [
      "0 a.example",
      "0.0.0.0",
      "127.0.1.1 my-computer",
      "fe00::0 ip6-localnet",
      "ff00::0 ip6-mcastprefix",
      "0.0.0.0 b.example",
      ":: c.example",
    ].join("\n");
    expect(formatOf(hosts)).toBe("hosts");
    expect(leftOutOf(hosts)).toEqual([]);
    expect(rulesOf(hosts)).toEqual(["hide site:a.example", "hide site:b.example", "hide site:c.example"]);
    const domains = readImport("a.example:8080\n*.zip\nb.example\n", { format: "domains" });
    expect(domains.rulesets[0]?.rules.map(({ condition }) => condition)).toEqual([
      "site:a.example",
      "site:zip",
      "site:b.example",
    ]);
    expect(domains.simplified).toMatchObject([{ line: 1, problem: { code: "import-port", args: [":8080"] } }]);
  });

  test("bare domains, Unicode ones too", () => {
    const text = "\uFEFFa.example\r\n# a note\r\n*.b.example\r\nbücher.example\r\n例子.测试\r\n";
    expect(formatOf(text)).toBe("domains");
    expect(rulesOf(text)).toEqual([
      "hide site:a.example",
      "hide site:b.example",
      "hide site:xn--bcher-kva.example",
      "hide site:xn--fsqu00a.xn--0zwm56d",
    ]);
  });

  test("domains side by side on a line", () => {
    const hidden = ["hide site:example.com", "hide site:foo.org", "hide site:xn--fsqu00a.com"];
    for (const text of [
      "example.com, foo.org, 例子.com",
      "example.com，foo.org、例子.com；",
      "example.com;foo.org;例子.com",
    ]) {
      expect(readImport(text).format).toMatchObject({ name: "domains", alternatives: ["words"] });
      expect(rulesOf(text)).toEqual(hidden);
    }
    const read = readImport("# mine\na.example, b.example\nc.example, spam\nd.example\n", { format: "domains" });
    expect(read.rulesets[0]?.rules).toMatchObject([
      { condition: "site:a.example", line: 2 },
      { condition: "site:b.example", line: 2 },
      { condition: "site:d.example", line: 4 },
    ]);
    expect(read.notUnderstood).toMatchObject([{ line: 3, problem: { code: "import-bad-host" } }]);
  });

  test("redirects are not followed", () => {
    expect(leftOutOf("^https://a.example|https://b.example\n")).toEqual([[1, "import-redirect"]]);
  });
});

describe("lists of words", () => {
  test("Highlight This, also as it was once", () => {
    const groups = {
      one: { name: "One", words: ["alpha", "be*ta", "#tag"], color: "#ff0000", caseSensitive: true, enabled: false },
      two: { name: "Two", words: ["[0-9]+", "("], color: "#00ff00", regexTokens: true, findWords: true, showOn: ["x"] },
    };
    const read = readImport(JSON.stringify({ version: "21", license: "secret", groups }));
    expect(read).toMatchObject({
      format: { name: "highlight-this" },
      lists: [
        { name: "One", lines: ["alpha", "be*ta", '"#tag"'], enabled: false, options: { caseSensitive: true } },
        { name: "Two", lines: ["/[0-9]+/i"], enabled: true, options: { wholeWord: true } },
      ],
      notUnderstood: [{ text: "(", problem: { code: "import-bad-keyword" } }],
      simplified: [{ text: "Two", problem: { code: "import-sites-of-list" } }],
    });
  });

  test("Highlight This before its version 21: lists have the names that they stand under", () => {
    const groups = {
      Old: { Words: { alpha: {}, beta: {} }, Color: "#0000ff", FindWords: false },
      Friends: { Words: { ann: {} }, Enabled: false, ShowOn: ["x"] },
    };
    const lists = [
      { name: "Old", lines: ["alpha", "beta"], enabled: true, options: { wholeWord: false } },
      // Where nothing is said of it, whole words were meant.
      { name: "Friends", lines: ["ann"], enabled: false, options: { wholeWord: true } },
    ];
    const options = { fileName: "HighlightThis20200101.json" };
    for (const backup of [{ Version: "3", Groups: groups }, groups]) {
      expect(readImport(JSON.stringify(backup), options)).toMatchObject({
        format: { name: "highlight-this" },
        lists,
        simplified: [{ text: "Friends", problem: { code: "import-sites-of-list" } }],
      });
    }
    expect(readImport(JSON.stringify({ Old: { Words: ["a"] }, other: 1 })).format).toBeNull();
    const named = { version: "21", groups: { "0-1": { name: "New", words: ["a"] } } };
    expect(readImport(JSON.stringify(named)).lists).toMatchObject([{ name: "New", options: { wholeWord: false } }]);
  });

  test("Highlight This: sites on which it never highlights are said", () => {
    const sites = { neverHighlightOn: ["mail.example", "bank.example"] };
    const lost = sites.neverHighlightOn.map((text) => ({ text, problem: { code: "import-paused-site" } }));
    const groups = { one: { name: "One", words: ["a"] } };
    const old = { Version: "18", ...sites, Groups: { One: { Words: ["a"] } } };
    for (const backup of [{ version: "21", ...sites, groups }, old]) {
      expect(readImport(JSON.stringify(backup))).toMatchObject({ lists: [{ name: "One" }], simplified: lost });
    }
  });

  test("Mark My Search: a list for each way of comparing", () => {
    const mode = { regex: false, case: false, stem: false, whole: false, diacritics: false };
    const terms = [
      { phrase: "alpha", matchMode: mode },
      { phrase: "what?", matchMode: mode },
      { phrase: "a+", matchMode: { ...mode, regex: true } },
      { phrase: "Beta", matchMode: { ...mode, case: true, whole: true } },
    ];
    expect(readImport(JSON.stringify({ name: "Mine", terms, urlFilter: [] })).lists).toMatchObject([
      { name: "Mine", lines: ["alpha", '"what?"', "/a+/i"], options: { caseSensitive: false } },
      { name: "Mine 2", lines: ["Beta"], options: { caseSensitive: true, wholeWord: true } },
    ]);
  });

  test("no keyword has a line break in it, and one that had is said", () => {
    const terms = [{ phrase: "one\ntwo" }, { phrase: "a\nb", matchMode: { regex: true } }];
    expect(readImport(JSON.stringify({ name: "Mine", terms }))).toMatchObject({
      lists: [{ lines: ["one two", String.raw`/a\nb/i`] }],
      simplified: [{ text: "one\ntwo", problem: { code: "import-line-break" } }],
    });
    const groups = {
      one: { name: "One", words: ["one \r\n two"] },
      two: { name: "Two", words: ["a\r\nb"], regexTokens: true },
    };
    expect(readImport(JSON.stringify({ version: "21", groups }))).toMatchObject({
      lists: [{ lines: ["one two"] }, { lines: [String.raw`/a\r\nb/i`] }],
      simplified: [{ text: "one \r\n two", problem: { code: "import-line-break" } }],
    });
    const own = { lists: [{ id: "a", name: "A", lines: ["one\ntwo", "three\r\rfour"] }] };
    const file = readImport(JSON.stringify({ format: "winnow-settings", version: 1, settings: own }));
    expect(file.settings?.lists[0]?.lines).toEqual(["one", "two", "three", "", "four"]);
  });

  test("plain words stay as they are; one line may hold several", () => {
    const text = "alpha\n\n# a note\ntitle:beta\n/ga.ma/i\n";
    expect(readImport(text, { fileName: "My words.txt" })).toMatchObject({
      format: { name: "words" },
      lists: [{ name: "My words", lines: ["alpha", "", "# a note", "title:beta", "/ga.ma/i"] }],
    });
    // Other tools' comments stay comments; a sign that belongs to a word stays with it.
    const theirs = readImport("! My words\n!\n!important\nalpha !\n", { format: "words" });
    expect(theirs.lists[0]?.lines).toEqual(["# My words", "#", "!important", "alpha !"]);
    expect(readImport("红楼梦，西游记；水浒传").lists[0]?.lines).toEqual(["红楼梦", "西游记", "水浒传"]);
  });
});

describe("uBlacklist's backup", () => {
  test("gives rules in its colours, addresses and recipes", () => {
    const recipe =
      "name: A\npages:\n  - name: P\n    matches: ['https://a.example/*']\n    results: [{ root: .r, url: a }]\n";
    const backup = {
      blacklist: "*://*.a.example/*\n@1 *://*.b.example/*",
      highlightColors: ["#00ff00"],
      subscriptions: [
        { name: "Theirs", url: "https://lists.example/a.txt", type: "ruleset", enabled: true },
        { name: "Unsafe", url: "http://lists.example/b.txt", type: "ruleset", enabled: true },
        { name: "No host", url: "https://", type: "ruleset", enabled: true },
        { name: "No address", url: "https://a b/", type: "ruleset", enabled: true },
      ],
      serpInfoSettings: { user: { content: recipe }, remote: [{ url: "https://lists.example/r.yml", enabled: true }] },
    };
    const read = readImport(JSON.stringify(backup));
    expect(read).toMatchObject({
      format: { name: "ublacklist-backup" },
      recipes: [{ name: "A" }],
      subscriptions: [
        { name: "Theirs" },
        { name: "Unsafe" },
        { name: "No host" },
        { name: "No address" },
        { kind: "recipes" },
      ],
      notUnderstood: ["http://lists.example/b.txt", "https://", "https://a b/"].map((text) => ({
        text,
        problem: { code: "import-not-https" },
      })),
    });
    const present = { settings: defaultSettings, rulesets: [] };
    const { change } = atOnce(planImport(present, read, new Map(), (key) => key));
    expect(change(defaultSettings).subscriptions.map(({ address }) => address)).toEqual([
      "https://lists.example/a.txt",
      "https://lists.example/r.yml",
    ]);
    expect(read.rulesets[0]?.rules).toContainEqual({ condition: "site:b.example", action: "mark", color: 2, line: 2 });
  });

  test("of someone who never touched recipes brings none, and says nothing of them", () => {
    // As it writes them: its own recipes by their addresses, and an empty one for what the user may write.
    const builtIn = ["google", "bing"].map((name) => ({
      url: `https://recipes.example/${name}.yml`,
      custom: false,
      enabled: name === "google",
    }));
    const own = { url: "https://recipes.example/own.yml", custom: true, enabled: false };
    const read = (content: string) =>
      readImport(
        JSON.stringify({
          blacklist: "*://*.a.example/*\n",
          subscriptions: [],
          serpInfoSettings: { user: { content }, remote: [...builtIn, own] },
        }),
      );
    for (const content of ["name: My SERPINFO\npages: []\n", "# nothing yet\n", ""]) {
      expect(read(content)).toMatchObject({ recipes: [], problems: [], notUnderstood: [] });
    }
    expect(read("").subscriptions).toEqual([{ name: null, address: own.url, kind: "recipes", enabled: false }]);
    const broken = read("name: Mine\npages: [{ name: P, matches: [], results: [] }]\n").problems;
    expect(broken.at(-1)).toEqual({ code: "recipe-empty", args: ["Mine"] });
  });
});
