import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { interfaceLanguage } from "@/browser/interface-language.ts";
import { palette } from "@/model/palette.ts";

import { fakeSurroundings, predefined, readMessages } from "./extension-page.ts";

const root = join(import.meta.dirname, "../../..");
const locales = readdirSync(join(root, "assets/locales")).map((file) => file.replace(/\.yml$/u, ""));
const english = readMessages("en");

const sources = ["src", "entrypoints"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => readFileSync(join(root, folder, file), "utf8")),
);

/** What the browser takes for the name of a message. */
const nameOf = (key: string): string => key.replaceAll(/[.-]/gu, "_");
const placesOf = (text = ""): string[] => [...new Set(text.match(/\$\d/gu))].toSorted();

describe.each(locales.filter((locale) => locale !== "en"))("the texts in %s", (locale) => {
  const messages = readMessages(locale);

  test("are the same as in English", () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test("have the same places for what is filled in", () => {
    const different = Object.keys(english).filter(
      (name) => placesOf(messages[name]).join("") !== placesOf(english[name]).join(""),
    );
    expect(different).toEqual([]);
  });

  test("are not empty", () => {
    expect(Object.keys(messages).filter((name) => messages[name]?.trim() === "")).toEqual([]);
  });
});

describe("the language of the interface", () => {
  test.each(locales)("%s says which it is", (locale) => {
    expect(readMessages(locale)["extension_language"]).toBe(locale.replaceAll("_", "-"));
  });

  test.each([
    ["en_GB", "ltr", { language: "en-GB", direction: "ltr" }],
    ["fr", "ltr", { language: "en", direction: "ltr" }],
    ["ar", "rtl", { language: "en", direction: "ltr" }],
  ])("in a browser in %s it is that of the texts", async (browsers, towards, spoken) => {
    await fakeSurroundings();
    const before = { ...predefined };
    Object.assign(predefined, { "@@ui_locale": browsers, "@@bidi_dir": towards });
    try {
      expect(interfaceLanguage()).toEqual(spoken);
    } finally {
      Object.assign(predefined, before);
    }
  });
});

describe("every text that the code asks for", () => {
  const asked = sources.flatMap((source) =>
    [...source.matchAll(/messageText\(\s*(["`])(.+?)\1/gu)].map(([, , key]) => key!),
  );
  const literal = asked.filter((key) => !key.includes("${"));
  const patterns = asked
    .filter((key) => key.includes("${"))
    .map((key) => new RegExp(`^${nameOf(key.replaceAll(/\$\{.+?\}/gu, "*")).replaceAll("*", "\\w+")}$`, "u"));

  test("is there", () => {
    expect(literal.length).toBeGreaterThan(50);
    expect(literal.filter((key) => !Object.hasOwn(english, nameOf(key)))).toEqual([]);
  });

  test("is asked for, where it is there", () => {
    const manifest = readFileSync(join(root, "wxt.config.ts"), "utf8");
    const used = new Set([
      ...literal.map(nameOf),
      ...[...manifest.matchAll(/__MSG_(\w+)__/gu)].map(([, name]) => name!),
      ...sources.flatMap((source) =>
        [...source.matchAll(/"((?:popup|options|common|picker|recipes)\.\w+)"/gu)].map(([, key]) => nameOf(key!)),
      ),
    ]);
    const unused = Object.keys(english).filter(
      (name) => !name.startsWith("problem_") && !used.has(name) && !patterns.some((pattern) => pattern.test(name)),
    );
    expect(unused).toEqual([]);
  });

  test("has a sentence for each problem that the code reports", () => {
    const codes = sources.flatMap((source) =>
      [
        ...source.matchAll(/\bcode: "([a-z]+(?:-[a-z]+)+)"/gu),
        ...source.matchAll(/(?:\bproblem|ConditionError)\(\s*"([a-z]+(?:-[a-z]+)+)"/gu),
        ...source.matchAll(/"(condition-[a-z-]+)"/gu),
      ].map(([, code]) => code!),
    );
    expect(codes.length).toBeGreaterThan(30);
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(english, `problem_${nameOf(code)}`))).toEqual([]);
  });

  test("names each colour of the palette", () => {
    expect(palette.filter(({ name }) => !Object.hasOwn(english, `color_${name}`))).toEqual([]);
  });
});
