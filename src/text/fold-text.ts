import type { Span } from "@/model/span.ts";

import { ideographForm, invisible, whiteSpace } from "./character-classes.ts";
import { foldCharacter, isCombining } from "./fold-character.ts";
import type { FoldProfile } from "./fold-profile.ts";
import { profileKey } from "./fold-profile.ts";

/** A folded text and the way back to the text it was folded from. */
export interface FoldedText {
  readonly text: string;
  /**
   * For each unit of `text`, where in the original the character it came from starts and ends; several units can
   * come from one character. Null where every unit stands at its own place.
   */
  readonly origin: { readonly starts: readonly number[]; readonly ends: readonly number[] } | null;
}

export type Fold = (text: string) => FoldedText;

const newline = 10;
const space = 32;
/** What the table says of a character that must be looked at with its neighbours. */
const notSimple = 1;

/** Characters without a shape that belong to the one before them. */
const joinsBackwards = /^[\p{Grapheme_Extend}\u200d]$/u;

class TextFolder {
  readonly #profile: FoldProfile;
  /** By code unit: 0 where not looked up yet, {@link notSimple}, or the one unit the character folds to. */
  readonly #table = new Uint16Array(0x10000);

  constructor(profile: FoldProfile) {
    this.#profile = profile;
  }

  fold(text: string): FoldedText {
    const table = this.#table;
    const starts: number[] = [];
    const ends: number[] = [];
    const units: number[] = [];
    let plain = true;
    let index = 0;
    while (index < text.length) {
      const code = text.charCodeAt(index);
      let unit = table[code] ?? 0;
      if (unit === 0) unit = this.#lookUp(code);
      if (unit !== notSimple) {
        units.push(unit);
        starts.push(index);
        ends.push(++index);
        continue;
      }
      if (code === space && units.at(-1) !== space && units.at(-1) !== newline) {
        units.push(space);
        starts.push(index);
        ends.push(++index);
        continue;
      }
      plain = false;
      index = this.#foldSpecial(text, index, units, starts, ends);
    }
    return { text: textOf(units), origin: plain ? null : { starts, ends } };
  }

  #lookUp(code: number): number {
    const character = String.fromCharCode(code);
    let unit = notSimple;
    if (code === newline) unit = newline;
    else if (!isSpecial(character)) {
      const folded = foldCharacter(character, this.#profile);
      if (folded.length === 1 && folded.charCodeAt(0) > notSimple) unit = folded.charCodeAt(0);
    }
    this.#table[code] = unit;
    return unit;
  }

  /** Folds the character at `index` that is not simple, and returns the index after it. */
  #foldSpecial(text: string, index: number, units: number[], starts: number[], ends: number[]): number {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const end = index + character.length;
    const last = units.length - 1;
    if (whiteSpace.test(character)) {
      const before = units[last];
      if (before === space || before === newline) {
        if (character === "\n") units[last] = newline;
        ends[last] = end;
      } else push(units, starts, ends, " ", index, end);
      return end;
    }
    if (invisible.test(character)) {
      if (joinsBackwards.test(character)) extend(starts, ends, last, end);
      return end;
    }
    if (isCombining(character) && last >= 0 && units[last] !== newline) {
      const start = starts[last] ?? 0;
      while (starts.at(-1) === start) drop(units, starts, ends);
      push(units, starts, ends, foldCharacter(text.slice(start, end), this.#profile), start, end);
      return end;
    }
    const folded = foldCharacter(character, this.#profile);
    if (ideographForm.test(character)) {
      if (text.startsWith(folded, end)) {
        push(units, starts, ends, folded, index, end + folded.length);
        return end + folded.length;
      }
      if (text.slice(starts[last] ?? 0, ends[last] ?? 0) === folded && ends[last] === index) {
        extend(starts, ends, last, end);
        return end;
      }
    }
    push(units, starts, ends, folded, index, end);
    return end;
  }
}

const isSpecial = (character: string): boolean =>
  whiteSpace.test(character) ||
  invisible.test(character) ||
  isCombining(character) ||
  ideographForm.test(character) ||
  /^\p{Cs}$/u.test(character);

const push = (units: number[], starts: number[], ends: number[], folded: string, start: number, end: number): void => {
  for (let offset = 0; offset < folded.length; offset++) {
    units.push(folded.charCodeAt(offset));
    starts.push(start);
    ends.push(end);
  }
};

const drop = (units: number[], starts: number[], ends: number[]): void => {
  units.pop();
  starts.pop();
  ends.pop();
};

/** Moves the end of the last character on. */
const extend = (starts: readonly number[], ends: number[], last: number, end: number): void => {
  for (let unit = last; unit >= 0 && starts[unit] === starts[last]; unit--) ends[unit] = end;
};

const chunk = 4096;
const textOf = (units: readonly number[]): string => {
  let text = "";
  for (let start = 0; start < units.length; start += chunk) {
    text += String.fromCharCode(...units.slice(start, start + chunk));
  }
  return text;
};

const folders = new Map<string, TextFolder>();

/** A function that folds texts; what it learns about characters is kept for all texts of the same profile. */
export const createFold = (profile: FoldProfile): Fold => {
  const key = profileKey(profile);
  const folder = folders.get(key) ?? new TextFolder(profile);
  folders.set(key, folder);
  return (text) => folder.fold(text);
};

/**
 * The span of the original text that folded to `start` to `end` (exclusive), or null where that would be a part of a
 * character only.
 */
export const originalSpan = ({ origin }: FoldedText, start: number, end: number): Span | null => {
  if (origin === null) return { start, end };
  const { starts, ends } = origin;
  if (starts[start] === starts[start - 1] || starts[end] === starts[end - 1]) return null;
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
};
