import { characterKind, formCount, formIndex, isForm } from "./character-kind.ts";
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
 * Folds plain texts one after the other, and stops before the first that is not, or for which there is no room. Plain
 * are letters, digits, hyphens and single spaces between them, each of which folds to one unit by itself.
 *
 * @param first the first one to fold
 * @param ends takes where in `units` each of them ends, from `known` on; the one before that says where to begin
 * @returns the index of the text that it stopped before
 */
export type PlainFold = (
  texts: readonly string[],
  first: number,
  units: Uint16Array,
  ends: Int32Array,
  known: number,
) => number;

/**
 * How many folded texts are kept, so that several matchers that look at the fields of one result one after the other
 * fold them once.
 */
export const keptTexts = 8;

/** Longer texts are rare, and their buffers are not worth keeping. */
const longestKept = 0x10000;

/**
 * So many marks count for one character, or it would take the square of their number to put them in their
 * order; the Stream-Safe Text Format of UAX #15 allows for 30 marks. Those beyond belong to it as joiners do.
 */
const mostMarks = 500;
/** What characters with marks fold to is kept for so many of them, and only as long as a script has them. */
const mostClusters = 10_000;
const longestKeptCluster = 16;

const newline = 10;
const space = 32;
const hyphen = 0x2d;
const firstDigit = 0x30;
const lastDigit = 0x39;
/** The last of the signs and digits that come before letters. */
const lastSign = 0x3f;

/* What the table says of a character that does not fold to one unit by itself; no unit is as small. */
const unknown = 0;
/** It must be looked at together with its neighbours, or folds to several units. */
const notSimple = 1;
/** It does not count. */
const dropped = 2;
/** A form of an ideograph, which counts for nothing beside the ideograph itself. */
const form = 3;
/** It makes one character with what stands before it. */
const mark = 4;
/** An ordinary ideograph that counts as one where it stands twice. */
const doubledIdeograph = 5;
const lastSpecial = 5;

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
  /** By code unit: the one unit the character folds to, or what there is to say of it. */
  readonly #table = new Uint16Array(0x10000);
  /** The same for texts in which ideographs that have a compatibility form count as one where they stand twice. */
  #repairTable: Uint16Array | undefined;
  readonly #specials = new Map<number, Special>();
  readonly #clusters = new Map<string, string>();
  /** By a unit and the one after it, the one unit that they fold to together, or 0. */
  readonly #pairs = new Map<number, number>();
  /** By {@link formIndex}, the ideograph of a form. */
  readonly #forms = new Uint16Array(formCount);
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
    if (!this.#foldInto(folded, text, false)) {
      folded.reset(text);
      this.#foldInto(folded, text, true);
    }
    return folded;
  }

  foldPlainly(texts: readonly string[], first: number, units: Uint16Array, ends: Int32Array, known: number): number {
    const table = this.#table;
    let at = ends[known - 1]!;
    for (let next = first; next < texts.length; next++) {
      const text = texts[next]!;
      const { length } = text;
      const place = known + next - first;
      if (at + length > units.length || place >= ends.length) return next;
      let last = space;
      for (let index = 0; index < length; index++) {
        const code = text.charCodeAt(index);
        let unit = table[code]!;
        if (unit === unknown) unit = table[code] = this.#lookUp(code);
        if (unit <= lastSign && !(unit >= firstDigit && unit <= lastDigit) && unit !== hyphen) {
          if (code !== space || last === space) return next;
          unit = space;
        }
        units[at++] = last = unit;
      }
      if (last === space) return next;
      ends[place] = at;
    }
    return texts.length;
  }

  /**
   * Folds a text. Returns false where it turns out to need repair from the beginning.
   *
   * @param repairing whether ideographs that have a compatibility form count as one where they stand twice
   */
  #foldInto(folded: FoldedText, text: string, repairing: boolean): boolean {
    let repairs = repairing;
    let table = repairs ? this.#tableForRepair() : this.#table;
    const end = text.length;
    folded.reserve(end);
    for (let index = 0; ;) {
      const from = index;
      index = foldSimply(text, from, table, folded.units, folded.length);
      folded.length += index - from;
      if (index === end) return true;
      const code = text.charCodeAt(index);
      const unit = table[code]!;
      if (unit === unknown) {
        table[code] = this.#table[code] ||= this.#lookUp(code);
        continue;
      }
      const { units, length } = folded;
      if (unit === dropped) {
        folded.addGroup(length, length, index, ++index);
        continue;
      }
      if (unit === form || unit === doubledIdeograph) {
        const simple = this.#foldAlone(text, index, code, unit);
        if (simple > lastSpecial) {
          units[length] = simple;
          folded.length++;
          index++;
          continue;
        }
      }
      if (unit === mark && index > 0 && folded.endsPlainly()) {
        const last = units[length - 1]!;
        const cluster = last === space || last === newline ? 0 : this.#foldPair(text.charCodeAt(index - 1), code);
        if (cluster !== 0) {
          units[length - 1] = cluster;
          folded.addGroup(length - 1, length, index - 1, ++index);
          continue;
        }
      }
      const after = this.#foldSpecial(text, index, folded, repairs);
      if (after < 0) {
        if (hasTwice(text, index)) return false;
        repairs = true;
        table = this.#tableForRepair();
        continue;
      }
      index = after;
      folded.reserve(end - index);
    }
  }

  #tableForRepair(): Uint16Array {
    return (this.#repairTable ??= repairTableOf(this.#table));
  }

  /** What a form of an ideograph, or one that counts once where it stands twice, folds to beside others; else 0. */
  #foldAlone(text: string, index: number, code: number, unit: number): number {
    const ideograph = unit === form ? this.#forms[formIndex(code)]! : code;
    // Asking for a unit that the text does not have would be slow ever after.
    const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
    const before = index > 0 ? text.charCodeAt(index - 1) : 0;
    if (next === ideograph || before === ideograph || (unit !== form && isForm(next))) return unknown;
    return (this.#table[ideograph] ||= this.#lookUp(ideograph));
  }

  #lookUp(code: number): number {
    if (code === newline) return newline;
    const quickly = foldQuickly(code, this.#profile);
    if (quickly > 0) return quickly;
    const character = String.fromCharCode(code);
    switch (characterKind(code)) {
      case "letter":
        return unitOf(foldCharacter(character, this.#profile)) || notSimple;
      case "form": {
        const ideograph = unitOf(decompose(character));
        this.#forms[formIndex(code)] = ideograph;
        return ideograph === 0 || ideograph === code ? notSimple : form;
      }
      case "invisible":
        return dropped;
      case "combining":
        return mark;
      default:
        return notSimple;
    }
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
        else return this.#foldMarks(text, index, into);
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

  /**
   * Folds the marks from `index` on, and what is not seen between them, together with the character before them, and
   * returns the index after the last of them. However many there are, each is looked at a few times.
   */
  #foldMarks(text: string, index: number, into: FoldedText): number {
    let after = index;
    let counted = index;
    let marks = 0;
    for (let at = index; at < text.length;) {
      const point = text.codePointAt(at) ?? 0;
      const { kind } = this.#special(point);
      if (kind !== "combining" && kind !== "joining" && kind !== "invisible") break;
      at += point > 0xffff ? 2 : 1;
      if (kind !== "combining") continue;
      after = at;
      if (++marks <= mostMarks) counted = after;
    }
    const start = into.pop(index);
    into.push(this.#foldCluster(text.slice(start, counted)), start, after);
    return after;
  }

  #foldPair(first: number, second: number): number {
    const pair = first * 0x10000 + second;
    let folded = this.#pairs.get(pair);
    if (folded === undefined) {
      folded = unitOf(foldCharacter(String.fromCharCode(first, second), this.#profile));
      if (this.#pairs.size >= mostClusters) this.#pairs.clear();
      this.#pairs.set(pair, folded);
    }
    return folded;
  }

  #foldCluster(cluster: string): string {
    let folded = this.#clusters.get(cluster);
    if (folded === undefined) {
      folded = foldCharacter(cluster, this.#profile);
      if (cluster.length > longestKeptCluster) return folded;
      if (this.#clusters.size >= mostClusters) this.#clusters.clear();
      this.#clusters.set(cluster, folded);
    }
    return folded;
  }
}

/**
 * Folds what folds unit by unit, and single spaces between words, from an index on, and returns the index of the first
 * character that does not. Most of a page goes through here once, before anything is lit: a loop as short as this is
 * compiled to fast code within the first few results.
 */
const foldSimply = (text: string, from: number, table: Uint16Array, units: Uint16Array, length: number): number => {
  const end = text.length;
  let last = length > 0 ? units[length - 1]! : space;
  let at = length;
  for (let index = from; index < end; index++) {
    const code = text.charCodeAt(index);
    let unit = table[code]!;
    if (unit <= lastSpecial) {
      if (code !== space || last === space || last === newline) return index;
      unit = space;
    }
    units[at++] = last = unit;
  }
  return end;
};

const repairTableOf = (table: Uint16Array): Uint16Array => {
  const repairTable = table.slice();
  for (const ideograph of doubledIdeographs()) repairTable[ideograph] = doubledIdeograph;
  return repairTable;
};

/** Whether there is an ideograph before an index that stands twice, and has a compatibility form. */
const hasTwice = (text: string, before: number): boolean => {
  let last = 0;
  for (let index = 0; index < before; index++) {
    const code = text.charCodeAt(index);
    if (code === last && doubledIdeographs().has(code)) return true;
    last = code;
  }
  return false;
};

/** The one unit of a folded text, or 0 where there are more or fewer. */
const unitOf = (folded: string): number => {
  const unit = folded.length === 1 ? folded.charCodeAt(0) : 0;
  return unit > lastSpecial ? unit : 0;
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
  return (texts, first, units, ends, known) => folder.foldPlainly(texts, first, units, ends, known);
};

/** A function that folds short texts for which the way back is not needed. */
export const createStringFold = (profile: FoldProfile): ((text: string) => string) => {
  const folder = folderOf(profile);
  return (text) => folder.fold(text).toString();
};
