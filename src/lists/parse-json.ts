import type { StepwiseReading } from "./imported-lists.ts";

/** So many characters are parsed, or looked through, between two pauses: a few milliseconds. */
const atOnce = 200_000;
/**
 * Objects and arrays within each other that no file of any format has; the engine takes seconds to give millions up.
 */
const deepest = 100_000;
/** Within so many levels, what is long is taken apart; nobody's lists lie deeper. */
const deepestApart = 8;

/** The brackets and commas of a stretch of JSON, one after the other, without those that stand in strings. */
class Marks {
  readonly #text: string;
  readonly #end: number;
  readonly #signs = /[[\]{},"]/gu;
  sign = "";
  at: number;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#end = end;
    this.#signs.lastIndex = start;
    this.at = start;
  }

  /** Goes to the next one; false where there is none. @throws {SyntaxError} where a string is never closed */
  next(): boolean {
    for (;;) {
      const { index = this.#end, 0: sign = "" } = this.#signs.exec(this.#text) ?? {};
      if (index >= this.#end) return false;
      this.at = index;
      this.sign = sign;
      if (sign !== '"') return true;
      this.#signs.lastIndex = endOfString(this.#text, index);
    }
  }
}

/** Where a string is over, by where it begins. */
const endOfString = (text: string, start: number): number => {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charAt(quote - slashes - 1) === "\\") slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  throw new SyntaxError("A string is never closed.");
};

const isTooDeep = function* (text: string): StepwiseReading<boolean> {
  const marks = new Marks(text, 0, text.length);
  let depth = 0;
  let pause = atOnce;
  while (marks.next()) {
    if (marks.sign === "[" || marks.sign === "{") depth++;
    else if (marks.sign !== ",") depth--;
    if (depth > deepest) return true;
    if (marks.at < pause) continue;
    pause = marks.at + atOnce;
    yield;
  }
  return false;
};

/** A long string, in pieces that end between two characters. */
function* parseString(text: string): StepwiseReading<string> {
  let parsed = "";
  for (let start = 1; start < text.length - 1;) {
    let end = Math.min(start + atOnce, text.length - 1);
    // An escape is at most six signs long: the piece ends before one that begins near its end.
    const slash = text.lastIndexOf("\\", end - 1);
    if (end < text.length - 1 && slash > end - 6) {
      let first = slash;
      while (text.charAt(first - 1) === "\\") first--;
      end = (slash - first) % 2 === 0 ? slash : end;
    }
    parsed += JSON.parse(`"${text.slice(start, end)}"`) as string;
    start = end;
    yield;
  }
  return parsed;
}

const key = /^\s*("(?:[^"\\]|\\.){0,1000}")\s*:/su;

/** Sets a property as the engine's parser does: no name means anything. */
const define = (object: object, name: string, value: unknown): void =>
  void Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });

/** Parses an object or array by its members: short ones many at once, long ones by theirs. */
function* parseMembers(text: string, level: number): StepwiseReading<unknown> {
  const isArray = text.startsWith("[");
  const items: unknown[] = [];
  const object = {};
  const takeShort = (start: number, end: number): void => {
    if (start >= end) return;
    const some = text.slice(start, end);
    if (isArray) for (const item of JSON.parse(`[${some}]`) as unknown[]) items.push(item);
    else for (const [name, value] of Object.entries(JSON.parse(`{${some}}`) as object)) define(object, name, value);
  };
  const takeLong = function* (member: string): StepwiseReading<void> {
    const [head = "", name] = isArray ? [] : (key.exec(member) ?? []);
    if (!isArray && name === undefined) throw new SyntaxError("There is no name.");
    const value = yield* parseValue(member.slice(head.length), level + 1);
    if (isArray) items.push(value);
    else define(object, JSON.parse(name ?? '""') as string, value);
  };

  const marks = new Marks(text, 1, text.length);
  let depth = 0;
  let pause = atOnce;
  let [first, member] = [1, 1];
  while (marks.next()) {
    const { sign, at } = marks;
    const isEnd = depth === 0 && (sign === "]" || sign === "}");
    if (isEnd || (depth === 0 && sign === ",")) {
      const isBlank =
        text.slice(member, Math.min(at, member + 100)).trim() === "" && text.slice(member, at).trim() === "";
      if (isBlank && !(isEnd && member === 1)) throw new SyntaxError("A member is missing.");
      if (at - member > atOnce) {
        takeShort(first, member - 1);
        yield* takeLong(text.slice(member, at));
        first = at + 1;
      } else if (at - first > atOnce || isEnd) {
        takeShort(first, at);
        first = at + 1;
        yield;
      }
      member = at + 1;
      if (isEnd) {
        if (sign !== (isArray ? "]" : "}") || text.slice(member).trim() !== "") throw new SyntaxError("It ends oddly.");
        return isArray ? items : object;
      }
    } else if (sign === "[" || sign === "{") depth++;
    else if (sign !== ",") depth--;
    if (at < pause) continue;
    pause = at + atOnce;
    yield;
  }
  throw new SyntaxError("It breaks off.");
}

function* parseValue(text: string, level: number): StepwiseReading<unknown> {
  const value = text.trim();
  if (value.length <= atOnce || level > deepestApart) return JSON.parse(value);
  yield;
  if (value.startsWith("[") || value.startsWith("{")) return yield* parseMembers(value, level);
  if (value.startsWith('"') && endOfString(value, 0) === value.length) return yield* parseString(value);
  return JSON.parse(value);
}

/**
 * Parses JSON of any size, in steps, as the engine's own parser does in one go, which takes a second for the longest
 * files; undefined where it is none, breaks off, or is nested more deeply than anything of use.
 */
export function* parseJson(text: string): StepwiseReading<unknown> {
  try {
    return (yield* isTooDeep(text)) ? undefined : yield* parseValue(text, 0);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
