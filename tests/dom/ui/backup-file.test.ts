import { describe, expect, test } from "vitest";

import { defaultSettings } from "@/settings/default-settings.ts";
import { addBackup, readBackup, writeBackup } from "@/ui/options/backup-file.ts";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";

const settings = {
  ...defaultSettings,
  painter: "mark" as const,
  pausedSites: ["news.example"],
  lists: [fakeList({ id: "a", lines: ["支持", "/x/i"] })],
  filters: [fakeFilter({ id: "f", condition: "pages<30" })],
};

describe("a backup", () => {
  test("holds everything, and reads back the same", () => {
    expect(readBackup(writeBackup(settings))).toEqual({ ok: true, settings, problems: [] });
    expect(readBackup(`\uFEFF${writeBackup(settings)}`)).toMatchObject({ ok: true });
  });

  test.each([
    ["", "backup-not-json"],
    [writeBackup(settings).slice(0, 40), "backup-not-json"],
    ["\u0000\u0001", "backup-not-json"],
    ["null", "backup-not-ours"],
    ["[]", "backup-not-ours"],
    ['{"lists": []}', "backup-not-ours"],
    ['{"format": "winnow-settings", "version": 1}', "backup-not-ours"],
    ['{"format": "winnow-settings", "settings": {}}', "backup-not-ours"],
    ['{"format": "winnow-settings", "version": 99, "settings": {}}', "backup-newer"],
  ])("that is %j is refused with a reason", (text, code) => {
    expect(readBackup(text)).toEqual({ ok: false, problem: { code, args: [] } });
  });

  test("with a part that can't be read gives the rest and says so", () => {
    const damaged = { ...settings, lists: [...settings.lists, { id: 5 }] };
    expect(readBackup(JSON.stringify({ format: "winnow-settings", version: 1, settings: damaged }))).toEqual({
      ok: true,
      settings,
      problems: [{ code: "backup-partly-unreadable", args: ["1"] }],
    });
  });

  test("takes nothing away when it is added", () => {
    const here = {
      ...defaultSettings,
      pausedSites: ["shop.example"],
      lists: [fakeList({ id: "b" }), fakeList({ id: "a", name: "Old" })],
    };
    const added = addBackup(here, settings);
    expect(added.lists).toEqual([here.lists[0], settings.lists[0]]);
    expect(added.filters).toEqual(settings.filters);
    expect(added.pausedSites).toEqual(["shop.example", "news.example"]);
  });
});
