import { resolve } from "node:path";

import type { Plugin } from "vite";
import { defineConfig } from "wxt";
import { parse } from "yaml";

/** Turns a YAML file into a module of plain data, so that no YAML parser is shipped for our own files. */
export const yamlData = (): Plugin => ({
  name: "yaml-data",
  transform: (code, id) =>
    id.endsWith(".yml") ? { code: `export default ${JSON.stringify(parse(code))};`, map: null } : null,
});

/**
 * Lets Preact write plain text where it would write markup: no page of ours asks for markup, and the add-on rules
 * allow no assignment of it, not even in a library.
 */
const withoutMarkup = (): Plugin => ({
  name: "without-markup",
  transform: (code, id) =>
    /\/node_modules\/preact\//.test(id) ? { code: code.replaceAll(".innerHTML=", ".textContent="), map: null } : null,
});

export default defineConfig({
  srcDir: "src",
  entrypointsDir: "../entrypoints",
  publicDir: "../assets/public",
  imports: false,
  manifestVersion: 3,
  modules: ["@wxt-dev/i18n/module", "@wxt-dev/auto-icons"],
  i18n: { localesDir: "assets/locales" },
  autoIcons: { baseIconPath: "../assets/icon.svg", sizes: [128, 96, 48, 32, 16], developmentIndicator: false },
  vite: () => ({
    plugins: [yamlData(), withoutMarkup()],
    resolve: {
      alias: {
        "wxt/utils/content-script-context": resolve("src/page/content-script-context.ts"),
        "@wxt-dev/browser": resolve("src/browser/extension-api.ts"),
      },
    },
    build: {
      target: "es2023",
      // Every page with results reads the content script before anything shows: 3 % less to read than by the default.
      minify: "terser",
      terserOptions: {
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true },
        format: { comments: false },
      },
      // A text of tens of thousands of letters would be written out wherever it is used.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
  }),
  hooks: {
    // A script that is run on demand needs the host's permission; a content script's matches alone don't give it.
    "build:manifestGenerated": (_, manifest) => {
      const matches = manifest.content_scripts?.flatMap((script) => script.matches ?? []) ?? [];
      manifest.host_permissions = [...new Set(matches)];
    },
  },
  manifest: ({ browser }) => ({
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    default_locale: "en",
    permissions: ["storage", "unlimitedStorage", "activeTab", "scripting", "alarms"],
    optional_host_permissions: ["*://*/*"],
    commands: {
      "next-hit": { suggested_key: { default: "Alt+Shift+Period" }, description: "__MSG_command_nextHit__" },
      "previous-hit": { suggested_key: { default: "Alt+Shift+Comma" }, description: "__MSG_command_previousHit__" },
      "pause-here": { description: "__MSG_command_pauseHere__" },
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "winnow@winnow.example",
              strict_min_version: "142.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : { minimum_chrome_version: "120" }),
  }),
});
