import { expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";

import { deflatePacking } from "../../src/settings/pack-text.ts";
import { readRegister } from "../../src/settings/register.ts";
import { projectDocument } from "../../src/sync/project-document.ts";
import { syncQuota } from "../../src/sync/quotas.ts";
import type { BrowserUnderTest } from "../support/browser-under-test.ts";
import { readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { list, settingsWith } from "../support/settings-for-tests.ts";

/** Milliseconds until an exchange has surely gone through; only a test that fails waits so long. */
const patience = 60_000;

/** The lines of the first list as `storage.sync` has them; null where it holds no whole document. */
const sharedLines = async (browser: BrowserUnderTest): Promise<readonly string[] | null> => {
  const stored = await browser.inExtension((api) => api.storage.sync.get<Record<string, unknown>>());
  const register = await readRegister(stored, deflatePacking);
  if (register.kind !== "document") return null;
  return (projectDocument(register.document)["lists"] as Settings["lists"])[0]?.lines ?? null;
};
const ownLines = async (browser: BrowserUnderTest): Promise<readonly string[] | undefined> =>
  ((await readStoredSettings(browser)) as Settings | undefined)?.lists[0]?.lines;
const problemOf = (browser: BrowserUnderTest): Promise<string | null> =>
  browser.inExtension(async (api) => {
    const { sync } = await api.storage.local.get<{ sync?: { problem?: { code: string } | null } }>("sync");
    return sync?.problem?.code ?? null;
  });

const storeLines = (browser: BrowserUnderTest, lines: readonly string[]): Promise<void> =>
  storeSettings(browser, settingsWith({ lists: [list(1, "Mine", ...lines)] }));

/** Fills `storage.sync` with what is not Winnow's, up to a share of its quota. */
const fillUpTo = (browser: BrowserUnderTest, share: number): Promise<void> =>
  browser.inExtension(
    async (api, target, itemBytes) => {
      const stored: Record<string, unknown> = await api.storage.sync.get();
      const bytes = (items: Record<string, unknown>): number =>
        Object.entries(items).reduce((sum, [key, value]) => sum + key.length + JSON.stringify(value).length, 0);
      const filler: Record<string, string> = {};
      for (let index = 0, left = target - bytes(stored); left > 20; index += 1) {
        const text = "x".repeat(Math.min(left, itemBytes) - 12);
        filler[`filler${String(index).padStart(3, "0")}`] = text;
        left -= text.length + 11;
      }
      await api.storage.sync.set(filler);
    },
    Math.floor(syncQuota.totalBytes * share),
    syncQuota.itemBytes,
  );

inEachBrowser(
  "The browser's sync storage",
  async () => undefined,
  (browser) => {
    test("takes edits while it is 99 % full, and what no longer fits stays here, said and whole", async () => {
      const lines = Array.from({ length: 600 }, (_, index) => `keyword ${index} ${(index * 7919) % 10_007}`);
      await storeLines(browser(), lines);
      await expect.poll(() => sharedLines(browser()), { timeout: patience }).toEqual(lines);
      await fillUpTo(browser(), 0.99);

      const options = await browser().openExtensionPage("options.html");
      const field = interfaceText("options.linesOf", "Mine");
      const edited = ["one more", "and another"];
      await options.fill("textarea", edited.join("\n"), field);
      await expect.poll(() => sharedLines(browser()), { timeout: patience }).toEqual(edited);
      expect(await problemOf(browser())).toBeNull();

      // Far more than there is room for, and nothing that could be packed.
      const large = Array.from({ length: 4000 }, (_, index) => `${Math.sin(index)}${Math.cos(index)}`);
      await storeLines(browser(), large);
      await expect.poll(() => problemOf(browser()), { timeout: patience }).toBe("sync-full");
      expect(await ownLines(browser())).toEqual(large);
      expect(await sharedLines(browser())).toEqual(edited);
      await options.waitFor(
        (text) => document.body.textContent.includes(text),
        // The sentence without the figures before it and the names after it.
        interfaceText("problem.sync_full").split(/\. |:/u)[1] ?? "",
      );
    });

    test("is filled up by another, and gets what was typed meanwhile once there is room", async () => {
      await browser().inExtension(async (api) => {
        await api.storage.sync.clear();
        await api.storage.local.clear();
      });
      await storeLines(browser(), ["first"]);
      await expect.poll(() => sharedLines(browser()), { timeout: patience }).toEqual(["first"]);
      // Until the browser refuses, and with it whatever else would be written.
      const refusals = await browser().inExtension(async (api, itemBytes) => {
        let refused = 0;
        for (let index = 0; index < 20; index += 1) {
          await api.storage.sync.set({ [`other${index}`]: "x".repeat(itemBytes - 20) }).catch(() => (refused += 1));
        }
        return refused;
      }, syncQuota.itemBytes);
      expect(refusals).toBeGreaterThan(0);
      await storeLines(browser(), ["first", "second"]);
      expect(await ownLines(browser())).toEqual(["first", "second"]);
      await browser().inExtension(async (api) => {
        const keys = Object.keys(await api.storage.sync.get()).filter((key) => key.startsWith("other"));
        await api.storage.sync.remove(keys);
      });
      await expect.poll(() => sharedLines(browser()), { timeout: patience }).toEqual(["first", "second"]);
      await expect.poll(() => problemOf(browser()), { timeout: patience }).toBeNull();
    });

    test("and a background that is killed in the middle of saving lose nothing", async () => {
      await browser().inExtension(async (api) => {
        await api.storage.sync.clear();
        await api.storage.local.clear();
      });
      const lines: string[] = [];
      // Killed as soon as each of the items that an exchange writes is there, and once while nothing is going on.
      for (const item of ["settings", "document", "sync", null]) {
        lines.push(`before ${item}`);
        const written =
          item === null
            ? Promise.resolve()
            : browser().inExtension(
                (api, key) =>
                  new Promise<void>((resolve) => {
                    const listen = (changes: object): void => {
                      if (!(key in changes)) return;
                      api.storage.onChanged.removeListener(listen);
                      resolve();
                    };
                    api.storage.onChanged.addListener(listen);
                  }),
                item,
              );
        await storeLines(browser(), lines);
        await written;
        await browser().killBackground();
        expect(await ownLines(browser())).toEqual(lines);
      }
      lines.push("at last");
      await storeLines(browser(), lines);
      await expect.poll(() => sharedLines(browser()), { timeout: patience }).toEqual(lines);
      expect(await ownLines(browser())).toEqual(lines);
    });
  },
);
