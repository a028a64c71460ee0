import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import type { Gold } from "./measurement.ts";

/** One captured page with its labels. */
export interface Capture {
  /** The path inside the folder. */
  readonly file: string;
  readonly path: string;
  readonly kind: string;
  readonly site: string;
  readonly year: number;
  /** Where to serve it. */
  readonly address: string;
  readonly gold: Gold;
  /** Nothing may be found here. */
  readonly negative: boolean;
}

const anyHost = "https://captured.example/";
interface GoldFile extends Gold {
  readonly page?: { readonly kind?: string; readonly site?: string; readonly year?: string; readonly url?: string };
}

const noGold: GoldFile = { records: [] };

interface Row {
  readonly file: string;
  readonly kind?: string | undefined;
  readonly site?: string | undefined;
  readonly year?: string | undefined;
  readonly url?: string | undefined;
}

const indexRows = (index: string): readonly Row[] => {
  const [head = "", ...lines] = readFileSync(index, "utf8").split(/\r?\n/u);
  const names = head.split("\t");
  const cell = (cells: readonly string[], ...wanted: readonly string[]): string | undefined => {
    const value = cells[names.findIndex((name) => wanted.includes(name.trim()))];
    return value === undefined || value.trim() === "" ? undefined : value.trim();
  };
  return lines
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const cells = line.split("\t");
      const file = cell(cells, "file");
      return file === undefined
        ? []
        : [
            {
              file,
              kind: cell(cells, "kind"),
              site: cell(cells, "site", "engine/site"),
              year: cell(cells, "year", "capture_year"),
              url: cell(cells, "url"),
            },
          ];
    });
};

const walkedRows = (folder: string): readonly Row[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.html?$/iu.test(entry.name))
    .map((entry) => ({ file: relative(folder, join(entry.parentPath, entry.name)) }))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));

/**
 * The captures of a folder: those its INDEX.tsv names, or every HTML file in it. A page without a `NAME.gold.json`
 * beside it is a negative.
 */
export const readCaptures = (folder: string): readonly Capture[] => {
  const index = join(folder, "INDEX.tsv");
  return (existsSync(index) ? indexRows(index) : walkedRows(folder)).map((row) => {
    const path = join(folder, row.file);
    const goldPath = path.replace(/\.html?$/iu, ".gold.json");
    const gold = existsSync(goldPath) ? (JSON.parse(readFileSync(goldPath, "utf8")) as GoldFile) : noGold;
    const { page } = gold;
    return {
      file: row.file,
      path,
      kind: row.kind ?? page?.kind ?? (gold === noGold ? "negative" : "listing"),
      site: row.site ?? page?.site ?? "",
      year: Number(row.year ?? page?.year ?? Number.NaN),
      address: row.url ?? page?.url ?? anyHost,
      gold,
      negative: row.kind === "negative" || gold.records.length === 0,
    };
  });
};
