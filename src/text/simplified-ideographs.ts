import { languageData } from "./language-data.ts";

const firstIdeograph = 0x4e00;

let simplified: ReadonlyMap<string, string> | undefined;

/** The simplified form of a traditional Chinese character, or the character itself, as without language data. */
export const simplifiedIdeograph = (character: string): string => {
  const table = languageData()?.simplifiedTable;
  if (table !== undefined) simplified ??= readTable(table);
  return simplified?.get(character) ?? character;
};

const readTable = (packed: string): ReadonlyMap<string, string> => {
  const [steps = [], turns = []] = packed.split(" ").map(readNumbers);
  const table = new Map<string, string>();
  let traditional = firstIdeograph;
  let plain = firstIdeograph;
  steps.forEach((step, index) => {
    const turn = turns[index] ?? 0;
    traditional += step;
    plain += turn % 2 === 0 ? turn / 2 : -(turn + 1) / 2;
    table.set(String.fromCharCode(traditional), String.fromCharCode(plain));
  });
  return table;
};

/** Reads numbers whose last digit is 0-9 or a-z (radix 36) and the others A-Z (radix 26). */
const readNumbers = (text: string): readonly number[] =>
  Array.from(text.matchAll(/([A-Z]*)([0-9a-z])/gu), ([, leading = "", last = ""]) => {
    const high = Array.from(leading).reduce((value, digit) => value * 26 + digit.charCodeAt(0) - 65, 0);
    return high * 36 + Number.parseInt(last, 36);
  });
