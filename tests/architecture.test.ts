import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { describe, expect, test } from "vitest";

/** Which folders of `src` a folder may import; any may import `model`. The table in `src/README.md` says the same. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: [],
  matching: ["text"],
  facets: [],
  filters: ["matching", "facets", "text"],
  deciding: ["matching", "filters"],
  recipes: [],
  sync: [],
  lists: ["filters", "matching", "recipes", "settings", "sync"],
  "dom-text": [],
  detection: ["dom-text", "text", "facets", "recipes"],
  picking: ["detection", "recipes", "dom-text", "text"],
  painting: ["dom-text"],
  page: [
    "detection",
    "dom-text",
    "painting",
    "deciding",
    "matching",
    "filters",
    "facets",
    "text",
    "recipes",
    "rulesets",
    "settings",
    "messaging",
    "browser",
  ],
  settings: ["sync", "recipes", "filters"],
  rulesets: ["filters", "settings"],
  messaging: ["browser"],
  browser: [],
  subscriptions: ["lists", "rulesets", "settings"],
  background: ["messaging", "rulesets", "subscriptions", "settings", "recipes", "browser"],
  ui: [
    "matching",
    "filters",
    "deciding",
    "lists",
    "recipes",
    "rulesets",
    "subscriptions",
    "picking",
    "settings",
    "sync",
    "messaging",
    "browser",
  ],
  entrypoints: ["page", "background", "ui", "detection", "matching", "facets", "text", "recipes", "painting"],
};

/** Folders that know neither DOM nor browser; tsconfig.pure.json type-checks them without either. */
const pure = ["model", "text", "matching", "facets", "filters", "deciding", "recipes", "sync", "lists"];

const root = join(import.meta.dirname, "..");

interface SourceFile {
  readonly path: string;
  /** The folder of `src`, or `entrypoints`. */
  readonly folder: string;
  readonly text: string;
}

function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
      const parts = path.split("/");
      return {
        path,
        folder: parts[0] === "src" ? (parts[1] ?? "") : "entrypoints",
        text: readFileSync(join(root, path), "utf8"),
      };
    });
}

const files = [...sourceFiles("src"), ...sourceFiles("entrypoints")];

const importsOf = ({ text }: SourceFile): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");

const importedFolder = (file: SourceFile, specifier: string): string | null => {
  if (specifier.startsWith("@/")) return specifier.split("/")[1] ?? null;
  if (!specifier.startsWith("../")) return null;
  const target = new URL(specifier, `file:///${file.path}`).pathname.split("/");
  return target[1] === "src" ? (target[2] ?? null) : null;
};

describe("the import table", () => {
  test("names every folder", () => {
    expect([...new Set(files.map(({ folder }) => folder))].filter((folder) => !(folder in allowed))).toEqual([]);
  });

  test.each(files.map((file) => [file.path, file] as const))("%s imports only what its folder may", (path, file) => {
    const broken = importsOf(file)
      .map((specifier) => importedFolder(file, specifier))
      .filter((folder) => folder !== null && folder !== file.folder && folder !== "model")
      .filter((folder) => !(allowed[file.folder] ?? []).includes(folder ?? ""))
      .map(
        (folder) =>
          `${path} imports from ${folder}, but ${file.folder} may import only: model, ${allowed[file.folder]?.join(", ")}`,
      );
    expect(broken).toEqual([]);
  });
});

describe("the rules of the house", () => {
  test("only src/browser touches the extension API", () => {
    const users = files.filter(
      (file) =>
        !["browser"].includes(file.folder) &&
        (importsOf(file).some((specifier) => /^(wxt\/browser|#i18n|@wxt-dev\/)/.test(specifier)) ||
          /\b(?:globalThis|window)\.(?:chrome|browser)\b|\bchrome\.(?!com)[a-z]+\./.test(file.text)),
    );
    expect(users.map(({ path }) => path)).toEqual([]);
  });

  test("pure folders know neither DOM nor browser", () => {
    const { include } = JSON.parse(readFileSync(join(root, "tsconfig.pure.json"), "utf8")) as { include: string[] };
    expect(pure.filter((folder) => !include.includes(`src/${folder}`))).toEqual([]);
  });

  test("no text of a page can become markup", () => {
    const markup =
      /\.(?:innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser/;
    expect(files.filter(({ text }) => markup.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test("no code comes from text or from the network, and one place asks servers", () => {
    const remote = /\beval\(|new Function\(|\bfetch\(|XMLHttpRequest|sendBeacon|new WebSocket/;
    // The one that fetches what the user subscribed to, as text that is read.
    expect(files.filter(({ text }) => remote.test(text)).map(({ path }) => path)).toEqual(["src/browser/network.ts"]);
  });

  test("names on the page are written in one place", () => {
    const named = files.filter((file) => /["']data-winnow-/.test(file.text)).map(({ path }) => path);
    expect(named).toEqual(["src/painting/page-names.ts"]);
  });

  test("entrypoints only declare and call", () => {
    const long = files.filter((file) => file.folder === "entrypoints" && file.text.split("\n").length > 30);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});
