import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "vite";

import { projectRoot } from "../../support/run-tool.ts";

/** Builds an extension that is nothing but the probe as a content script of every page. */
export const buildProbe = async (folder: string): Promise<void> => {
  await build({
    configFile: false,
    logLevel: "error",
    root: projectRoot,
    resolve: { alias: { "@": join(projectRoot, "src") } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2023",
      lib: {
        entry: join(import.meta.dirname, "probe.ts"),
        formats: ["iife"],
        name: "probe",
        fileName: () => "probe.js",
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: "Painting probe",
    version: "1",
    host_permissions: ["*://*/*"],
    content_scripts: [{ matches: ["*://*/*"], js: ["probe.js"], run_at: "document_idle" }],
    // The id that the support for Firefox knows.
    browser_specific_settings: { gecko: { id: "winnow@winnow.example" } },
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
};
