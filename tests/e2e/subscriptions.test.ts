import { expect, test } from "vitest";

import type { Settings } from "../../src/model/settings.ts";
import type { ServedPages } from "../support/browser-engine.ts";
import { readReport, readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { settingsWith } from "../support/settings-for-tests.ts";

const origin = "https://search.example";
const address = "https://lists.example/spam.txt";

const names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];
const words = "Water ships were built along the northern coast for two hundred years and more";
const listing = `<!doctype html><title>Results</title><main>${names
  .map(
    (name) =>
      `<article><h3><a href="https://www.${name}.example/page">All about ${name} and harbours</a></h3><p>${words}, says ${name}.</p></article>`,
  )
  .join("")}</main>`;

/** A ruleset such as many subscribe to: thousands of domains, two of which are on the page. */
const ruleset = (...hosts: readonly string[]): string =>
  [
    "---\nname: Spam\n---",
    ...Array.from({ length: 20_000 }, (_, index) => `*://*.spam-${index}.example/*`),
    ...hosts.map((host) => `*://*.${host}/*`),
  ].join("\n");

const pages = (list: string, contentType = "text/plain; charset=utf-8"): ServedPages =>
  new Map([
    [`${origin}/`, { body: listing }],
    [address, { body: list, contentType }],
  ]);

const hiddenOn = (): string =>
  [...document.querySelectorAll("[data-winnow-verdict=hide] a")]
    .map((link) => new URL((link as HTMLAnchorElement).href).host)
    .join();

inEachBrowser(
  "Subscriptions",
  async (browser) => {
    await browser.grantHost(`${origin}/*`);
    await browser.agreeToRequests();
  },
  (browser) => {
    test("hide results of thousands of sites, follow their address, and give way to the user's own", async () => {
      browser().serve(pages(ruleset("beta.example", "delta.example")));
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open(`${origin}/`);
      await page.waitForState("ready");
      const options = await browser().openExtensionPage("options.html");
      await options.fill("input", address, interfaceText("subscriptions.address"));
      await options.click("button", interfaceText("subscriptions.look"));
      await options.click("button", interfaceText("subscriptions.take"));
      await expect.poll(() => page.evaluate(hiddenOn), { timeout: 30_000 }).toBe("www.beta.example,www.delta.example");
      const reasons = (await readReport(browser(), page))?.results[1]?.verdict.reasons;
      expect(reasons).toMatchObject([{ filterName: "Spam", condition: "site:beta.example", line: 20_004 }]);

      // The list changes, and is asked again at a press of its button.
      browser().serve(pages(ruleset("delta.example", "zeta.example")));
      await options.click("button", interfaceText("subscriptions.update", "Spam"));
      await expect.poll(() => page.evaluate(hiddenOn), { timeout: 30_000 }).toBe("www.delta.example,www.zeta.example");

      // What is no list any more changes nothing, and is said.
      browser().serve(pages("<!doctype html><title>Log in</title>", "text/html"));
      await options.click("button", interfaceText("subscriptions.update", "Spam"));
      await options.waitFor(
        (text) => document.body.textContent.includes(text),
        interfaceText("problem.subscription_html").slice(0, 40),
      );
      expect(await page.evaluate(hiddenOn)).toBe("www.delta.example,www.zeta.example");
    });

    test("to a host are no reason to run on its pages, not even on those that are open", async () => {
      const host = "https://other-lists.example";
      browser().serve(
        new Map([
          [`${host}/page`, { body: listing }],
          [`${host}/spam.txt`, { body: ruleset("beta.example"), contentType: "text/plain" }],
        ]),
      );
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open(`${host}/page`);
      const options = await browser().openExtensionPage("options.html");
      await options.fill("input", `${host}/spam.txt`, interfaceText("subscriptions.address"));
      await options.click("button", interfaceText("subscriptions.look"));
      await options.click("button", interfaceText("subscriptions.take"));
      await options.waitFor(
        (label) => document.querySelector(`[aria-label=${JSON.stringify(label)}]`) !== null,
        interfaceText("common.delete", "Spam"),
      );
      const runs = () => page.evaluate(() => document.documentElement.outerHTML.includes("winnow"));
      expect(await runs()).toBe(false);
      // What is allowed by its own button is started at once, and by then the other would have been.
      await browser().grantHost("https://third.example/*");
      const registered = () =>
        browser().inExtension(async (api) =>
          (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches).toSorted(),
        );
      await expect.poll(registered).toEqual([`${origin}/*`, "https://third.example/*"].toSorted());
      expect(await runs()).toBe(false);

      // Another device, or what undoes an import, takes the subscription away; the permission stays, for fetching.
      await storeSettings(browser(), settingsWith({}));
      await browser().grantHost("https://fourth.example/*");
      await expect
        .poll(registered)
        .toEqual(["https://fourth.example/*", `${origin}/*`, "https://third.example/*"].toSorted());
      const later = await browser().open(`${host}/page`);
      expect(await later.evaluate(() => document.documentElement.outerHTML.includes("winnow"))).toBe(false);
      expect(await runs()).toBe(false);
    });

    test("take no permission away that the user gave himself", async () => {
      const host = "https://own.example";
      browser().serve(new Map([[`${host}/page`, { body: listing }]]));
      await browser().grantHost(`${host}/*`);
      const options = await browser().openExtensionPage("options.html");
      await options.fill("input", `${host}/page`, interfaceText("subscriptions.address"));
      await options.click("button", interfaceText("subscriptions.look"));
      await options.waitFor(
        (text) => document.body.textContent.includes(text),
        interfaceText("problem.subscription_html").slice(0, 30),
      );
      const page = await browser().open(`${host}/page`);
      await page.waitForState("ready");
      expect(
        await browser().inExtension((api, pattern) => api.permissions.contains({ origins: [pattern] }), `${host}/*`),
      ).toBe(true);
    });

    test("whose rules a newer version keeps here hide nothing, stay as they are, and that is said", async () => {
      const rulesets = { version: 2, rulesets: [{ id: "x", name: "From tomorrow" }] };
      browser().serve(new Map([[`${origin}/`, { body: listing }]]));
      await storeSettings(browser(), settingsWith({}));
      await browser().inExtension((api, items) => api.storage.local.set(items), { rulesets });
      const page = await browser().open(`${origin}/`);
      await page.waitForState("ready");
      const options = await browser().openExtensionPage("options.html");
      await options.waitFor(
        (text) => document.body.textContent.includes(text),
        interfaceText("subscriptions.newer").slice(0, 60),
      );
      expect(await page.evaluate(hiddenOn)).toBe("");
      const kept = await browser().inExtension(async (api, key) => (await api.storage.local.get(key))[key], "rulesets");
      expect(kept).toEqual(rulesets);
      await browser().inExtension((api, key) => api.storage.local.remove(key), "rulesets");
    });

    test("whose address is none spoil nothing, wherever they come from, and can be removed", async () => {
      const one = (id: string, bad: string) => ({ id, enabled: true, name: id, address: bad, interval: 24 });
      await storeSettings(
        browser(),
        settingsWith({ subscriptions: [one("first", "https://"), one("second", "https://a b/")] }),
      );
      const options = await browser().openExtensionPage("options.html");
      for (const name of ["first", "second"]) {
        await options.click("button", interfaceText("common.delete", name));
      }
      await expect.poll(async () => ((await readStoredSettings(browser())) as Settings).subscriptions).toEqual([]);
    });
  },
);
