import { expect, test } from "vitest";

import { readStoredSettings, storeSettings } from "../support/extension-data.ts";
import { inEachBrowser } from "../support/in-each-browser.ts";
import { interfaceText } from "../support/interface-text.ts";
import { samplePages } from "../support/sample-site.ts";
import { filter, list, settingsWith } from "../support/settings-for-tests.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";

const origin = "https://library.example";

/** Two rules that hide results of the sample, one that marks, and a line that is no rule. */
const ruleset = [
  "---",
  "name: Found elsewhere",
  "---",
  "title/redis/i  # with a reason",
  '*://library.example/document.html?number=2 @if(title*="graph"i)',
  '@2 title*="GoFrame"',
  "this is no rule",
].join("\n");

const waitForText = (page: TabUnderTest, text: string) =>
  page.waitFor((wanted) => document.querySelector("main")?.textContent.includes(wanted) === true, text);

const hiddenResults = (page: TabUnderTest, ...positions: readonly string[]) =>
  page.waitFor(
    (wanted) =>
      [...document.querySelectorAll("[data-winnow-verdict=hide]")]
        .map((root) => root.getAttribute("data-winnow-result"))
        .join() === wanted,
    positions.join(),
  );

/** Gives the page a file as the file dialog does. */
const chooseFile = (options: TabUnderTest, name: string, bytes: readonly number[]) =>
  options.evaluate(
    (fileName, content, label) => {
      const input = document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${label}"]`);
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(content)], fileName));
      if (input === null) return;
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    bytes,
    interfaceText("import.file"),
  );

type NamedBytes = readonly [name: string, bytes: readonly number[]];

/** Drops files somewhere on the page. */
const dropFiles = (options: TabUnderTest, ...files: readonly NamedBytes[]) =>
  options.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const [name, content] of dropped) dataTransfer.items.add(new File([new Uint8Array(content)], name));
    document.querySelector("h1")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
  }, files);
const dropFile = (options: TabUnderTest, name: string, bytes: readonly number[]) => dropFiles(options, [name, bytes]);
const bytesOf = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

/** What the page hands over to be saved as a file when the button is clicked. */
const savedText = async (options: TabUnderTest): Promise<string> => {
  await options.evaluate(() => {
    HTMLAnchorElement.prototype.click = () => undefined;
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => (document.documentElement.dataset["saved"] = text));
      return create(blob);
    };
  });
  await options.click("button", interfaceText("export.save"));
  return options.waitFor(() => document.documentElement.dataset["saved"]);
};

inEachBrowser(
  "Import and export",
  async (browser) => {
    browser.serve(samplePages(origin));
    await browser.grantHost(`${origin}/*`);
  },
  (browser) => {
    test("a pasted ruleset is shown first, then judges the open page, and can be undone", async () => {
      await storeSettings(browser(), settingsWith({}));
      const page = await browser().open(`${origin}/index.html`);
      await page.waitForState("ready");
      const options = await browser().openExtensionPage("options.html#backup");
      await options.waitFor(() => document.querySelector(".import-place"));
      await options.evaluate(
        (text, label) => {
          const field = [...document.querySelectorAll("textarea")].find(
            (one) => one.closest("label")?.textContent.includes(label) === true,
          );
          if (field === undefined) return;
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        },
        ruleset,
        interfaceText("import.paste"),
      );
      await options.click("button", interfaceText("import.look"));
      await waitForText(options, interfaceText("importFormat.ublacklist"));
      await waitForText(options, interfaceText("import.notUnderstood.1", "1"));
      await waitForText(options, "this is no rule");
      expect(await page.evaluate(() => document.querySelectorAll("[data-winnow-verdict=hide]").length)).toBe(0);

      await options.click("button", interfaceText("import.apply"));
      await hiddenResults(page, "2", "4");
      await page.waitFor(
        () => document.querySelector("[data-winnow-mark]")?.getAttribute("data-winnow-result") === "10",
      );
      await options.click("button", interfaceText("common.undo"));
      await hiddenResults(page);
    });

    test("a chosen file in an older encoding becomes a list, in a colour of choice, and can be undone", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "tidb")] }));
      const options = await browser().openExtensionPage("options.html#backup");
      await options.waitFor(() => document.querySelector(".import-place"));
      // 高性能 and 框架, in GB 18030.
      await chooseFile(options, "words.txt", [0xb8, 0xdf, 0xd0, 0xd4, 0xc4, 0xdc, 0x0a, 0xbf, 0xf2, 0xbc, 0xdc, 0x0a]);
      await waitForText(options, interfaceText("import.encoding", "gb18030"));
      await options.fill("input", "Chinese", interfaceText("import.nameOf", "words"));
      await options.click("button", interfaceText("import.apply"));
      await options.waitFor(() => document.querySelector(".undo-bar"));
      expect(await readStoredSettings(browser())).toMatchObject({
        lists: [{ name: "Mine" }, { name: "Chinese", lines: ["高性能", "框架"], color: 2 }],
      });
      await options.click("button", interfaceText("common.undo"));
      await options.waitFor(() => document.querySelectorAll("article[id^=list-]").length === 1);
    });

    test("a dropped file that is none is said, and nothing changes", async () => {
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "tidb")] }));
      const options = await browser().openExtensionPage("options.html#backup");
      await options.waitFor(() => document.querySelector(".import-place"));
      const before = await readStoredSettings(browser());
      await dropFile(options, "image.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xd8]);
      await waitForText(options, interfaceText("problem.import_binary"));
      const broken = [...new TextEncoder().encode('{"format": "winnow-settings", "version": 1, "sett')];
      await dropFile(options, "backup.json", broken);
      await waitForText(options, interfaceText("problem.import_broken_json"));
      expect(await readStoredSettings(browser())).toEqual(before);
    });

    test("a backup adds what is missing, and takes lines away only when told to, with each named before", async () => {
      const mine = { ...list(1, "Mine"), lines: ["one", "two", "three"] };
      await storeSettings(browser(), settingsWith({ lists: [mine] }));
      const options = await browser().openExtensionPage("options.html#backup");
      await options.waitFor(() => document.querySelector(".import-place"));
      const older = { lists: [{ ...mine, lines: ["zero", "one"] }] };
      const backup = bytesOf(JSON.stringify({ format: "winnow-settings", version: 1, settings: older }));
      await dropFile(options, "backup.json", backup);
      const gone = () => [...document.querySelectorAll(".import-replaced del")].map((one) => one.textContent).join();
      await options.waitFor(() => document.querySelector(".import-replaced del"));
      expect(await options.evaluate(gone)).toBe("two,three");
      await options.click("button", interfaceText("import.apply"));
      await options.waitFor(() => document.querySelector(".undo-bar"));
      expect(await readStoredSettings(browser())).toMatchObject({
        lists: [{ lines: ["one", "two", "three", "zero"] }],
      });

      await dropFile(options, "backup.json", backup);
      await options.waitFor(() => document.querySelector(".import-replaced"));
      await options.click("input", interfaceText("import.exactly"));
      await waitForText(options, interfaceText("import.removed", "2"));
      await options.click("button", interfaceText("import.apply"));
      await options.waitFor(() => document.querySelector(".import-preview") === null);
      expect(await readStoredSettings(browser())).toMatchObject({ lists: [{ lines: ["zero", "one"] }] });
    });

    test("of several dropped files each is shown in its turn", async () => {
      await storeSettings(browser(), settingsWith({}));
      const options = await browser().openExtensionPage("options.html#backup");
      await options.waitFor(() => document.querySelector(".import-place"));
      await dropFiles(options, ["first.txt", bytesOf("alpha\n")], ["second.txt", bytesOf("beta\ngamma\n")]);
      const heading = (name: string) =>
        options.waitFor((wanted) => document.querySelector(".import-preview h4")?.textContent === wanted, name);
      await heading("first.txt");
      await waitForText(options, interfaceText("import.waiting", "second.txt"));
      await options.click("button", interfaceText("import.apply"));
      await heading("second.txt");
      await options.click("button", interfaceText("import.apply"));
      await options.waitFor(() => document.querySelector(".import-preview") === null);
      expect(await readStoredSettings(browser())).toMatchObject({ lists: [{ name: "first" }, { name: "second" }] });
    });

    test("an export says what it leaves out, and reads back", async () => {
      const filters = [filter("hide", "site:example.com"), filter("hide", "pages>100")];
      const pausedSites = ["quiet.example"];
      await storeSettings(browser(), settingsWith({ lists: [list(1, "Mine", "tidb")], filters, pausedSites }));
      const options = await browser().openExtensionPage("options.html#backup");
      await options.waitFor(() => document.querySelector(".import-place"));
      await options.choose("select", "ublacklist", interfaceText("export.format"));
      await waitForText(options, interfaceText("export.notExpressed.n", "3"));
      await waitForText(options, interfaceText("problem.export_paused"));
      const text = await savedText(options);
      expect(text).toContain("*://*.example.com/*");
      expect(text).not.toContain("pages");
      await dropFile(options, "export.txt", [...new TextEncoder().encode(text)]);
      await waitForText(options, interfaceText("importFormat.ublacklist"));
      await waitForText(options, interfaceText("import.added", "1"));
    });
  },
);
