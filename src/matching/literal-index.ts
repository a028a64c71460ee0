import type { PlainFold } from "@/text/fold-text.ts";
import type { FoldedText } from "@/text/folded-text.ts";

/** Slots per text, so that few beginnings that are no text's fall into a used slot. */
const slotsPerText = 2;
const leastSlots = 1 << 10;
const mostSlots = 1 << 20;

/** Bits in the table of pairs: a text of two units begins like this, or a longer one. */
const pairIsText = 1;
const pairIsBeginning = 2;
const pairSlots = 1 << 16;
const pairMask = pairSlots - 1;

// Factors of hashes are odd and have their bits spread; beyond that any would do.
const pairFactor = 0x9e37;
const otherPairFactor = 0x79b1;
const firstFactor = 0x9e3779b1;
const secondFactor = 0x85ebca6b;
const thirdFactor = 0xc2b2ae35;

/** In the place of units that a short text does not have; no folded text holds it. */
const noUnit = 0;

/** The kind of texts each of which is one of its own. */
export const ownKind = -1;

/** Up to this many texts are compared one by one; more are narrowed down unit by unit. */
const fewTexts = 4;

/**
 * So many occurrences in one text are found, and so many units of it compared once a place leads to keywords: more than
 * any text in a language takes, and still done in a moment. A text of one letter holds thousands of keywords that are
 * beginnings of each other at each of its places, so that the rest of it is left out.
 */
const mostOccurrences = 200_000;
const mostCompared = 10_000_000;

/** Occurrences in one folded text, in the order of their starts; the buffers are used again. */
export interface Occurrences {
  readonly count: number;
  /** The first one added of the texts that say this, by its number. */
  readonly texts: Int32Array;
  /** The units it begins at and ends before. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** A text that was being looked for where the search was given up; -1 where it was not. */
  readonly stoppedAt: number;
}

/**
 * Finds all occurrences of thousands of folded texts in one pass. Texts are numbered from 0 as they are added.
 *
 * A table of pairs of units lets most places go by at once; a hash table over the first three units leads to the few
 * texts that may begin so. Building it looks at the beginning of each text and no further: what shares a slot is put
 * in order when a place leads there for the first time, and narrowed down unit by unit from then on, from both ends. So
 * the cost of a place grows with the logarithm of the number of texts that fall out, for each unit that the place goes
 * on like several of them.
 */
export class LiteralIndex implements Occurrences {
  count = 0;
  texts = new Int32Array(64);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  stoppedAt = -1;
  #compared = 0;
  #size = 0;
  /** All texts one after the other. */
  #pool = new Uint16Array(1 << 13);
  /** Where each text begins in the pool, and the last one ends. */
  #offsets = new Int32Array(1 << 10);
  readonly #kindOf: (text: number) => number;
  readonly #pairs = new Uint8Array(pairSlots);
  /**
   * By hash of the first units: 0 where no text begins so; the number of the last text that does, plus one; or, where
   * the texts are in order, the place of their count in the sorted ones, plus one, below zero.
   */
  #slots = new Int32Array(leastSlots);
  /** By number of a text, that of the one before it in its slot, plus one. */
  #before = new Int32Array(0);
  /** The texts of each slot that was led to: their count, and their numbers in the order of their units. */
  #sorted = new Int32Array(0);
  #sortedEnd = 0;
  /** By number of a text, that of the next one that says the same, plus one. */
  #same = new Int32Array(0);
  /** By unit, whether it is a text; null where none has only one. */
  #singles: Uint8Array | null = null;

  /**
   * @param kindOf of several texts that say the same and are of one kind, the first alone is known; of the kind
   *   {@link ownKind} all are
   */
  constructor(kindOf: (text: number) => number) {
    this.#kindOf = kindOf;
  }

  /** How many texts were added. */
  get size(): number {
    return this.#size;
  }

  /** Adds a text that is not empty. */
  add(text: string): void {
    this.#makeRoom(text.length);
    let end = this.#offsets[this.#size]!;
    for (let unit = 0; unit < text.length; unit++) this.#pool[end++] = text.charCodeAt(unit);
    this.#offsets[++this.#size] = end;
  }

  /** Adds texts from the first one on until one is not plain, and returns the index of that. */
  addPlain(texts: readonly string[], first: number, fold: PlainFold): number {
    for (let next = first; ;) {
      const after = fold(texts, next, this.#pool, this.#offsets, this.#size + 1);
      this.#size += after - next;
      next = after;
      if (next === texts.length || !this.#makeRoom(texts[next]!.length)) return next;
    }
  }

  /** Makes room for one more text of so many units; returns whether there was too little. */
  #makeRoom(units: number): boolean {
    const end = this.#offsets[this.#size]!;
    const isFull = this.#size + 1 === this.#offsets.length;
    if (isFull) this.#offsets = doubled(this.#offsets);
    if (end + units <= this.#pool.length) return isFull;
    const larger = new Uint16Array((end + units) * 2);
    larger.set(this.#pool);
    this.#pool = larger;
    return true;
  }

  /** Has to be called once, when all texts are added. */
  build(): void {
    const count = this.#size;
    const pool = this.#pool;
    const offsets = this.#offsets;
    const pairs = this.#pairs;
    let size = leastSlots;
    while (size < count * slotsPerText && size < mostSlots) size *= 2;
    const slots = new Int32Array(size);
    const before = new Int32Array(count);
    let end = 0;
    for (let number = 0; number < count; number++) {
      const start = end;
      end = offsets[number + 1]!;
      const length = end - start;
      const first = pool[start]!;
      const second = length > 1 ? pool[start + 1]! : noUnit;
      if (length > 1) {
        const pair = (Math.imul(first, pairFactor) ^ Math.imul(second, otherPairFactor)) & pairMask;
        pairs[pair] = pairs[pair]! | (length === 2 ? pairIsText : pairIsBeginning);
      } else {
        this.#singles ??= new Uint8Array(1 << 16);
        this.#singles[first] = 1;
      }
      const third = length > 2 ? pool[start + 2]! : noUnit;
      // Written out as below: a list of thousands is gone through here before anything can be lit.
      const hash = Math.imul(first, firstFactor) ^ Math.imul(second, secondFactor) ^ Math.imul(third, thirdFactor);
      const slot = (hash ^ (hash >>> 15)) & (size - 1);
      before[number] = slots[slot]!;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
    this.#before = before;
    this.#same = new Int32Array(count);
    // No slot holds fewer than one text, so that there are no more counts than texts.
    this.#sorted = new Int32Array(2 * count);
  }

  /** The number of the next text that says the same, or -1. */
  nextSame(text: number): number {
    return this.#same[text]! - 1;
  }

  /** Finds all occurrences; what was found before is forgotten. */
  find({ units, length }: Pick<FoldedText, "units" | "length">): Occurrences {
    this.count = 0;
    this.stoppedAt = -1;
    this.#compared = 0;
    if (this.#singles !== null) this.#findSingles(units, length, this.#singles);
    const pairs = this.#pairs;
    const slots = this.#slots;
    const mask = slots.length - 1;
    const last = length - 1;
    let first = units[0]!;
    for (let start = 0; start < last; start++) {
      const second = units[start + 1]!;
      // Hashes are written out because the first, slow runs of a loop are those that a reader waits for.
      const found = pairs[(Math.imul(first, pairFactor) ^ Math.imul(second, otherPairFactor)) & pairMask]!;
      if (found !== 0) {
        if ((found & pairIsText) !== 0) this.#look(units, start + 2, start, hashTriple(first, second, noUnit) & mask);
        if ((found & pairIsBeginning) !== 0 && start + 2 < length) {
          const hash =
            Math.imul(first, firstFactor) ^ Math.imul(second, secondFactor) ^ Math.imul(units[start + 2]!, thirdFactor);
          const slot = (hash ^ (hash >>> 15)) & mask;
          if (slots[slot] !== 0) this.#look(units, length, start, slot);
        }
        if (this.stoppedAt >= 0) break;
      }
      first = second;
    }
    return this;
  }

  #findSingles(units: Uint16Array, length: number, singles: Uint8Array): void {
    const mask = this.#slots.length - 1;
    for (let start = 0; start < length && this.stoppedAt < 0; start++) {
      const unit = units[start]!;
      if (singles[unit] === 1) this.#look(units, start + 1, start, hashTriple(unit, noUnit, noUnit) & mask);
    }
  }

  /** Adds the texts of a slot that the units at `start` go on with, none of them beyond `limit`. */
  #look(units: Uint16Array, limit: number, start: number, slot: number): void {
    const state = this.#slots[slot]!;
    if (state === 0) return;
    const place = state < 0 ? -state - 1 : this.#sortSlot(slot);
    const sorted = this.#sorted;
    const pool = this.#pool;
    const offsets = this.#offsets;
    // Texts of one and of two units are looked for by themselves, with a limit that no longer one fits in.
    const least = Math.min(3, limit - start);
    let low = place + 1;
    let high = low + sorted[place]!;
    for (let depth = 0; low < high; depth++) {
      if (high - low <= fewTexts) {
        for (; low < high; low++) {
          const number = sorted[low]!;
          const offset = offsets[number]!;
          const length = offsets[number + 1]! - offset;
          if (length < least || start + length > limit) continue;
          let same = depth;
          while (same < length && pool[offset + same] === units[start + same]) same++;
          this.#compared += same - depth;
          if (same === length) this.#found(number, start, start + length);
        }
        break;
      }
      // A text that ends here stands before those that go on.
      const number = sorted[low]!;
      const length = offsets[number + 1]! - offsets[number]!;
      if (length === depth) {
        if (depth >= least) this.#found(number, start, start + depth);
        low++;
      }
      if (start + depth >= limit) break;
      this.#compared++;
      const unit = units[start + depth]!;
      low = this.#firstFrom(low, high, depth, unit);
      high = this.#endOf(low, high, depth, unit);
    }
    if (this.#compared > mostCompared) this.stoppedAt = sorted[place + 1]!;
  }

  /**
   * The place of the first text in a sorted stretch whose unit at `depth` is at least `unit`, sought from its start.
   */
  #firstFrom(from: number, to: number, depth: number, unit: number): number {
    let low = from;
    let step = 1;
    for (; low + step <= to && this.#unitAt(low + step - 1, depth) < unit; step *= 2) low += step;
    return this.#bisect(low, Math.min(to, low + step - 1), depth, unit);
  }

  /** The place after the last text in a sorted stretch whose unit at `depth` is at most `unit`, sought from its end. */
  #endOf(from: number, to: number, depth: number, unit: number): number {
    let high = to;
    let step = 1;
    for (; high - step >= from && this.#unitAt(high - step, depth) > unit; step *= 2) high -= step;
    return this.#bisect(Math.max(from, high - step + 1), high, depth, unit + 1);
  }

  /** Halves what is left of a sorted stretch until it comes to the first text with at least that unit at `depth`. */
  #bisect(from: number, to: number, depth: number, unit: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#unitAt(middle, depth) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #unitAt(place: number, depth: number): number {
    return this.#pool[this.#offsets[this.#sorted[place]!]! + depth]!;
  }

  /** Puts the texts of a slot in order, each that says something once, and returns the place of their count. */
  #sortSlot(slot: number): number {
    const place = this.#sortedEnd;
    const numbers: number[] = [];
    for (let number = this.#slots[slot]! - 1; number >= 0; number = this.#before[number]! - 1) numbers.push(number);
    if (numbers.length > 1) numbers.sort((a, b) => this.#compare(a, b) || a - b);
    let last = -1;
    let kinds: number[] = [];
    for (const number of numbers) {
      const kind = this.#kindOf(number);
      if (last < 0 || this.#compare(last, number) !== 0) {
        this.#sorted[++this.#sortedEnd] = number;
        kinds = [kind];
      } else {
        if (kind !== ownKind && kinds.includes(kind)) continue;
        this.#same[last] = number + 1;
        if (kind !== ownKind) kinds.push(kind);
      }
      last = number;
    }
    this.#sorted[place] = this.#sortedEnd++ - place;
    this.#slots[slot] = -place - 1;
    return place;
  }

  #compare(a: number, b: number): number {
    const pool = this.#pool;
    let atA = this.#offsets[a]!;
    let atB = this.#offsets[b]!;
    const endA = this.#offsets[a + 1]!;
    const endB = this.#offsets[b + 1]!;
    for (; atA < endA && atB < endB; atA++, atB++) {
      const difference = pool[atA]! - pool[atB]!;
      if (difference !== 0) return difference;
    }
    return endA - atA - (endB - atB);
  }

  #found(number: number, start: number, end: number): void {
    if (this.count === mostOccurrences) {
      this.stoppedAt = number;
      return;
    }
    if (this.count === this.texts.length) {
      this.texts = doubled(this.texts);
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    this.texts[this.count] = number;
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
  }
}

const doubled = (full: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
};

const hashTriple = (first: number, second: number, third: number): number => {
  const hash = Math.imul(first, firstFactor) ^ Math.imul(second, secondFactor) ^ Math.imul(third, thirdFactor);
  return hash ^ (hash >>> 15);
};
