import { characterKind } from "./character-kind.ts";
import type { CharacterKind } from "./character-kind.ts";
import { doubledIdeographs } from "./doubled-ideographs.ts";
import { decompose, foldCharacter } from "./fold-character.ts";
import type { FoldProfile } from "./fold-profile.ts";
import { profileKey } from "./fold-profile.ts";
import { foldQuickly } from "./fold-quickly.ts";
import { FoldedText } from "./folded-text.ts";

/**
 * Folds a text. The folded text is kept in a buffer that is used again: it holds until {@link keptTexts} further texts
 * have been folded with the same profile.
 */
export type Fold = (text: string) => FoldedText;

/**
 * Folds a text of letters, digits, hyphens and single spaces between them, each of which folds to one unit by itself,
 * into `units` from `at` on, where there is room for it. Returns the place after it, or -1 for any other text.
 */
export type PlainFold = (text: string, units: Uint16Array, at: number) => number;

/**
 * How many folded texts are kept, so that several matchers that look at the fields of one result one after the other
 * fold them once.
 */
export const keptTexts = 8;

/** Longer texts are rare, and their buffers are not worth keeping. */
const longestKept = 0x10000;

const newline = 10;
const space = 32;
const hyphen = 0x2d;
const firstDigit = 0x30;
const lastDigit = 0x39;
/** The last of the signs and digits that come before letters. */
const lastSign = 0x3f;

/** What the table says of a character that must be looked at together with its neighbours. */
const notSimple = 1;

/** What is known of a character that is not simple. */
interface Special {
  /** `doubled`: an ordinary ideograph that counts as one where it stands twice. */
  readonly kind: CharacterKind | "doubled";
  readonly folded: string;
  /** The ordinary ideograph that a form of one stands for, or the character itself. */
  readonly ideograph: string;
}

class TextFolder {
  readonly #profile: FoldProfile;
  /** By code unit: 0 where not looked up yet, {@link notSimple}, or the one unit the character folds to. */
  readonly #table = new Uint16Array(0x10000);
  /** The same for texts in which ideographs that have a compatibility form count as one where they stand twice. */
  #repairTable: Uint16Array | undefined;
  readonly #specials = new Map<number, Special>();
  readonly #clusters = new Map<string, string>();
  readonly #kept: FoldedText[] = [];
  #next = 0;

  constructor(profile: FoldProfile) {
    this.#profile = profile;
  }

  fold(text: string): FoldedText {
    const kept = this.#kept;
    for (let index = 0; index < kept.length; index++) {
      const folded = kept[index];
      if (folded !== undefined && folded.original === text) return folded;
    }
    let folded = text.length > longestKept ? undefined : kept[this.#next];
    if (folded === undefined) {
      folded = new FoldedText();
      if (text.length <= longestKept) kept[this.#next] = folded;
    }
    if (text.length <= longestKept) this.#next = (this.#next + 1) % keptTexts;
    folded.reset(text);
    if (!this.#foldInto(folded, text, null)) {
      folded.reset(text);
      this.#repairTable ??= repairTableOf(this.#table);
      this.#foldInto(folded, text, this.#repairTable);
    }
    return folded;
  }

  foldPlainly(text: string, units: Uint16Array, at: number): number {
    const table = this.#table;
    const { length } = text;
    let last = space;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      let unit = table[code]!;
      if (unit === 0) table[code] = unit = this.#lookUp(code);
      if (unit <= lastSign && !(unit >= firstDigit && unit <= lastDigit) && unit !== hyphen) {
        if (code !== space || last === space) return -1;
        unit = space;
      }
      units[at + index] = last = unit;
    }
    return last === space ? -1 : at + length;
  }

  /** Returns false where the text turns out to need repair, and there is no table for it. */
  #foldInto(folded: FoldedText, text: string, repairTable: Uint16Array | null): boolean {
    const table = repairTable ?? this.#table;
    let index = 0;
    while (index < text.length) {
      folded.reserve(text.length - index);
      index = foldSimple(text, index, folded, table);
      if (index === text.length) break;
      const code = text.charCodeAt(index);
      if (table[code] === 0) table[code] = this.#lookUp(code);
      else index = this.#foldSpecial(text, index, folded, repairTable !== null);
      if (index < 0) return false;
    }
    return true;
  }

  #lookUp(code: number): number {
    if (code === newline) return newline;
    const quickly = foldQuickly(code, this.#profile);
    if (quickly > 0) return quickly;
    if (characterKind(code) !== "letter") return notSimple;
    const folded = foldCharacter(String.fromCharCode(code), this.#profile);
    return folded.length === 1 && folded.charCodeAt(0) > notSimple ? folded.charCodeAt(0) : notSimple;
  }

  #special(point: number): Special {
    let special = this.#specials.get(point);
    if (special === undefined) {
      const character = String.fromCodePoint(point);
      // Only in texts that need repair are ordinary ideographs looked up here.
      const kind = doubledIdeographs().has(point) ? "doubled" : characterKind(point);
      const folded = kind === "space" ? " " : foldCharacter(character, this.#profile);
      special = { kind, folded, ideograph: kind === "form" ? decompose(character) : character };
      this.#specials.set(point, special);
    }
    return special;
  }

  /**
   * Folds the character at `index`, which is not simple, and returns the index after it; -1 where the text turns out
   * to need repair.
   */
  #foldSpecial(text: string, index: number, into: FoldedText, repairs: boolean): number {
    const point = text.codePointAt(index) ?? 0;
    const end = index + (point > 0xffff ? 2 : 1);
    const { kind, folded, ideograph } = this.#special(point);
    const last = into.length === 0 ? newline : (into.units[into.length - 1] ?? newline);
    switch (kind) {
      case "space":
        // A run of white space is one space, or one end of a block; at the start it stays a run of its own.
        if (into.length > 0 && (last === space || last === newline)) {
          const start = into.pop(index);
          into.push(last === newline ? "\n" : folded, start, end);
        } else into.push(folded, index, end);
        return end;
      case "invisible":
        into.push("", index, end);
        return end;
      case "joining":
        into.extend(index, end);
        return end;
      case "combining":
        if (last === newline || last === space) into.push(folded, index, end);
        else {
          const start = into.pop(index);
          into.push(this.#foldCluster(text.slice(start, end)), start, end);
        }
        return end;
      case "form": {
        const doubles = text.startsWith(ideograph, end);
        const doubled = !doubles && into.endsPlainly() && text.charAt(index - 1) === ideograph;
        if ((doubles || doubled) && !repairs) return -1;
        if (doubled) into.extend(index, end);
        else into.push(folded, index, doubles ? end + ideograph.length : end);
        return doubles ? end + ideograph.length : end;
      }
      case "doubled": {
        const next = text.charCodeAt(end);
        const doubles = end < text.length && this.#special(next).ideograph === ideograph;
        into.push(folded, index, doubles ? end + 1 : end);
        return doubles ? end + 1 : end;
      }
      case "surrogate":
      case "letter":
        break;
    }
    into.push(folded, index, end);
    return end;
  }

  #foldCluster(cluster: string): string {
    let folded = this.#clusters.get(cluster);
    if (folded === undefined) {
      folded = foldCharacter(cluster, this.#profile);
      this.#clusters.set(cluster, folded);
    }
    return folded;
  }
}

const repairTableOf = (table: Uint16Array): Uint16Array => {
  const repairTable = table.slice();
  for (const ideograph of doubledIdeographs()) repairTable[ideograph] = notSimple;
  return repairTable;
};

/** Folds from `index` on for as long as characters are simple, and returns the index of the first that is not. */
const foldSimple = (text: string, index: number, into: FoldedText, table: Uint16Array): number => {
  const { units } = into;
  let { length } = into;
  let last = length === 0 ? space : units[length - 1];
  let at = index;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const unit = table[code] ?? 0;
    if (unit <= notSimple) {
      // One space between words is by far the most frequent character that is not simple.
      if (code !== space || last === space || last === newline) break;
      units[length++] = last = space;
    } else units[length++] = last = unit;
  }
  into.length = length;
  return at;
};

const folders = new Map<string, TextFolder>();

const folderOf = (profile: FoldProfile): TextFolder => {
  const key = profileKey(profile);
  const folder = folders.get(key) ?? new TextFolder(profile);
  folders.set(key, folder);
  return folder;
};

/** A function that folds texts; what it learns about characters is kept for all texts of the same profile. */
export const createFold = (profile: FoldProfile): Fold => {
  const folder = folderOf(profile);
  return (text) => folder.fold(text);
};

/** A function that folds plain texts as the others do, and tells which are not. */
export const createPlainFold = (profile: FoldProfile): PlainFold => {
  const folder = folderOf(profile);
  return (text, units, at) => folder.foldPlainly(text, units, at);
};

/** A function that folds short texts for which the way back is not needed. */
export const createStringFold = (profile: FoldProfile): ((text: string) => string) => {
  const folder = folderOf(profile);
  return (text) => folder.fold(text).toString();
};
