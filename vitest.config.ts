import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

import { yamlData } from "./wxt.config.ts";

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest(), yamlData()],
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/unit/**/*.test.ts", "tests/*.test.ts"],
          setupFiles: ["tests/support/property-seed.ts", "tests/support/offer-page-parts.ts"],
          // What is waited for comes when it comes on a busy machine; only a run that hangs is ended.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 60_000,
        },
      },
      {
        plugins: [WxtVitest(), yamlData()],
        test: {
          name: "dom",
          environment: "happy-dom",
          include: ["tests/dom/**/*.test.{ts,tsx}"],
          setupFiles: [
            "tests/support/property-seed.ts",
            "tests/support/offer-page-parts.ts",
            "tests/support/offer-detector.ts",
            "tests/support/offer-drawn-parts.ts",
          ],
          // What is waited for comes when it comes on a busy machine; only a run that hangs is ended.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 60_000,
        },
      },
      {
        // Real browsers start slowly on a busy machine: these limits only end a run that hangs.
        resolve: { alias: { "@": `${import.meta.dirname}/src` } },
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/built-extension.ts"],
          expect: { poll: { timeout: 60_000 } },
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
