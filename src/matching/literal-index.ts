import type { FoldedText } from "@/text/folded-text.ts";

/** Slots per group of keywords, so that few texts that are no keyword's beginning fall into a used slot. */
const slotsPerGroup = 8;
const leastSlots = 1 << 10;
const mostSlots = 1 << 20;

/** Bits in the table of pairs: a keyword of two units begins like this, or a longer one. */
const pairIsKeyword = 1;
const pairIsBeginning = 2;
const pairSlots = 1 << 16;
const pairMask = pairSlots - 1;

// Factors of hashes are odd and have their bits spread; beyond that any would do.
const pairFactor = 0x9e37;
const otherPairFactor = 0x79b1;

/** In the place of the third unit of a keyword that has two; no folded text holds it. */
const noUnit = 0;

/** Up to this many keywords are compared one by one; more are narrowed down unit by unit. */
const fewKeywords = 4;

/** Occurrences of keywords in one folded text, in the order of their starts; the buffers are used again. */
export interface Occurrences {
  readonly count: number;
  /** The keyword, by its number in the sorted order. */
  readonly keywords: Int32Array;
  /** The units it begins at and ends before. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Finds all occurrences of thousands of folded keywords in one pass.
 *
 * A table of pairs of units lets most places go by at once; a hash table over the first three units leads to the
 * keywords that begin so, which stand next to each other in sorted order and are narrowed down unit by unit. So the
 * cost of a place grows with the logarithm of the number of keywords at the most, whatever beginnings they share.
 * Building takes one sort.
 */
export class LiteralIndex implements Occurrences {
  count = 0;
  keywords = new Int32Array(64);
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** The keywords in sorted order, as units one after the other; keyword `k` begins at `#offsets[k]`. */
  readonly #pool: Uint16Array;
  readonly #offsets: Int32Array;
  readonly #pairs = new Uint8Array(pairSlots);
  /** For each group of keywords that share their first units, the first one's number plus one; 0 is free. */
  readonly #slots: Int32Array;
  /** By a group's first keyword, the number after its last one. */
  readonly #groupEnds: Int32Array;
  /** The keyword of one unit by its unit, or null where there is none at all. */
  readonly #singles: Map<number, number> | null;

  /** `sorted` holds different texts that are not empty, in the order of their units. */
  constructor(sorted: readonly string[]) {
    const joined = sorted.join("");
    const pool = new Uint16Array(joined.length);
    for (let unit = 0; unit < pool.length; unit++) pool[unit] = joined.charCodeAt(unit);
    const offsets = new Int32Array(sorted.length + 1);
    for (let keyword = 0, offset = 0; keyword < sorted.length;) {
      offset += sorted[keyword]?.length ?? 0;
      offsets[++keyword] = offset;
    }
    let size = leastSlots;
    while (size < sorted.length * slotsPerGroup && size < mostSlots) size *= 2;
    const slots = new Int32Array(size);
    const groupEnds = new Int32Array(sorted.length);
    const pairs = this.#pairs;
    const singles = new Map<number, number>();
    let group = -1;
    for (let keyword = 0; keyword < sorted.length; keyword++) {
      const offset = offsets[keyword] ?? 0;
      const length = (offsets[keyword + 1] ?? 0) - offset;
      const first = pool[offset] ?? 0;
      if (length === 1) {
        singles.set(first, keyword);
        continue;
      }
      const second = pool[offset + 1] ?? 0;
      const third = length === 2 ? noUnit : (pool[offset + 2] ?? 0);
      const pair = hashPair(first, second);
      pairs[pair] = (pairs[pair] ?? 0) | (length === 2 ? pairIsKeyword : pairIsBeginning);
      const start = offsets[group] ?? 0;
      const isNew =
        group < 0 || pool[start] !== first || pool[start + 1] !== second || thirdUnit(pool, offsets, group) !== third;
      if (isNew) {
        group = keyword;
        let slot = hashTriple(first, second, third) & (size - 1);
        while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
        slots[slot] = keyword + 1;
      }
      groupEnds[group] = keyword + 1;
    }
    this.#pool = pool;
    this.#offsets = offsets;
    this.#slots = slots;
    this.#groupEnds = groupEnds;
    this.#singles = singles.size > 0 ? singles : null;
  }

  /** Finds all occurrences; what was found before is forgotten. */
  find({ units, length }: FoldedText): Occurrences {
    this.count = 0;
    if (this.#singles !== null) this.#findSingles(units, length, this.#singles);
    const pairs = this.#pairs;
    let first = units[0]!;
    for (let next = 1; next < length; next++) {
      const second = units[next]!;
      // This is hashPair, written out because the first, slow runs of a loop are those that a reader waits for.
      const found = pairs[(Math.imul(first, pairFactor) ^ Math.imul(second, otherPairFactor)) & pairMask]!;
      if (found !== 0) this.#look(units, length, next - 1, found);
      first = second;
    }
    return this;
  }

  #findSingles(units: Uint16Array, length: number, singles: ReadonlyMap<number, number>): void {
    for (let start = 0; start < length; start++) {
      const keyword = singles.get(units[start] ?? 0);
      if (keyword !== undefined) this.#add(keyword, start, 1);
    }
  }

  #look(units: Uint16Array, length: number, start: number, found: number): void {
    const first = units[start] ?? 0;
    const second = units[start + 1] ?? 0;
    if ((found & pairIsKeyword) !== 0) {
      const keyword = this.#group(first, second, noUnit);
      if (keyword >= 0) this.#add(keyword, start, 2);
    }
    if ((found & pairIsBeginning) !== 0 && start + 2 < length) {
      const group = this.#group(first, second, units[start + 2] ?? 0);
      if (group >= 0) this.#narrow(units, length, start, group);
    }
  }

  /** The first keyword of the group that begins with these units, or -1. */
  #group(first: number, second: number, third: number): number {
    const slots = this.#slots;
    const pool = this.#pool;
    const offsets = this.#offsets;
    const mask = slots.length - 1;
    for (let slot = hashTriple(first, second, third) & mask; ; slot = (slot + 1) & mask) {
      const keyword = (slots[slot] ?? 0) - 1;
      if (keyword < 0) return -1;
      const offset = offsets[keyword] ?? 0;
      if (pool[offset] !== first || pool[offset + 1] !== second) continue;
      if (thirdUnit(pool, offsets, keyword) === third) return keyword;
    }
  }

  /** Adds those keywords of a group that the text at `start` goes on with. */
  #narrow(units: Uint16Array, length: number, start: number, group: number): void {
    const pool = this.#pool;
    const offsets = this.#offsets;
    let low = group;
    let high = this.#groupEnds[group] ?? 0;
    for (let depth = 3; low < high; depth++) {
      // A keyword that ends here stands before those that go on.
      if ((offsets[low + 1] ?? 0) - (offsets[low] ?? 0) === depth) this.#add(low++, start, depth);
      if (start + depth >= length) return;
      const unit = units[start + depth] ?? 0;
      if (high - low <= fewKeywords) {
        for (let keyword = low; keyword < high; keyword++) {
          const offset = offsets[keyword] ?? 0;
          const size = (offsets[keyword + 1] ?? 0) - offset;
          let same = depth;
          while (same < size && start + same < length && pool[offset + same] === units[start + same]) same++;
          if (same === size) this.#add(keyword, start, size);
        }
        return;
      }
      low = this.#firstFrom(low, high, depth, unit);
      high = this.#firstFrom(low, high, depth, unit + 1);
    }
  }

  /** The first keyword of a sorted stretch whose unit at `depth` is at least `unit`. */
  #firstFrom(from: number, to: number, depth: number, unit: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pool[(this.#offsets[middle] ?? 0) + depth] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #add(keyword: number, start: number, length: number): void {
    if (this.count === this.keywords.length) {
      this.keywords = doubled(this.keywords);
      this.starts = doubled(this.starts);
      this.ends = doubled(this.ends);
    }
    this.keywords[this.count] = keyword;
    this.starts[this.count] = start;
    this.ends[this.count++] = start + length;
  }
}

const doubled = (full: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
};

/** The third unit of a keyword of two units or more, or {@link noUnit}. */
const thirdUnit = (pool: Uint16Array, offsets: Int32Array, keyword: number): number => {
  const offset = offsets[keyword] ?? 0;
  return (offsets[keyword + 1] ?? 0) - offset === 2 ? noUnit : (pool[offset + 2] ?? 0);
};

const hashPair = (first: number, second: number): number =>
  (Math.imul(first, pairFactor) ^ Math.imul(second, otherPairFactor)) & pairMask;

const hashTriple = (first: number, second: number, third: number): number => {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
};
