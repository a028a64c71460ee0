import type { Span } from "@/model/span.ts";

/** Enough for almost every field of a result; longer texts make the buffers grow. */
const usualLength = 1024;
const usualGroups = 64;

/**
 * A folded text and the way back to the text it was folded from.
 *
 * The folded text is kept as UTF-16 units in a buffer that is used again for later texts, so that a page's thousands
 * of texts make no garbage. Most units stand for the one unit at their place; the others lie in groups that are kept
 * apart: the units from `unitStart` to `unitEnd` stand for the original's `start` to `end`. A group without units is
 * something that does not count, such as a soft hyphen.
 */
export class FoldedText {
  original = "";
  units = new Uint16Array(usualLength);
  length = 0;
  #groups = 0;
  #unitStarts = new Int32Array(usualGroups);
  #unitEnds = new Int32Array(usualGroups);
  #starts = new Int32Array(usualGroups);
  #ends = new Int32Array(usualGroups);

  reset(original: string): void {
    this.original = original;
    this.length = 0;
    this.#groups = 0;
  }

  /** Makes room for `count` more units. */
  reserve(count: number): void {
    if (this.length + count > this.units.length) this.units = grown(this.units, Uint16Array, this.length + count);
  }

  /**
   * Appends units that stand for a stretch of the original that is not as long as they are, or not one character each.
   */
  push(folded: string, start: number, end: number): void {
    this.reserve(folded.length);
    const unitStart = this.length;
    for (let offset = 0; offset < folded.length; offset++) this.units[this.length++] = folded.charCodeAt(offset);
    this.addGroup(unitStart, this.length, start, end);
  }

  /** Notes that the units from `unitStart` to `unitEnd`, the last ones so far, stand for a stretch of the original. */
  addGroup(unitStart: number, unitEnd: number, start: number, end: number): void {
    const group = this.#groups++;
    if (group === this.#starts.length) this.#growGroups(group + 1);
    this.#unitStarts[group] = unitStart;
    this.#unitEnds[group] = unitEnd;
    this.#starts[group] = start;
    this.#ends[group] = end;
  }

  /**
   * Takes back the last character, which ended at `end`, with what follows it and does not count, and returns where it
   * starts.
   */
  pop(end: number): number {
    let start = end;
    while (this.#groups > 0 && this.#unitEnds[this.#groups - 1] === this.length) {
      const group = --this.#groups;
      start = this.#starts[group] ?? 0;
      const unitStart = this.#unitStarts[group] ?? 0;
      if (unitStart === this.length) continue;
      this.length = unitStart;
      return start;
    }
    this.length--;
    return start - 1;
  }

  /** Counts the original from `index` to `end` to the last character, which ended before it. */
  extend(index: number, end: number): void {
    const last = this.#groups - 1;
    if (last >= 0 && this.#unitEnds[last] === this.length) this.#ends[last] = end;
    else if (this.length === 0) this.push("", index, end);
    else {
      const unit = String.fromCharCode(this.units[--this.length] ?? 0);
      this.push(unit, index - 1, end);
    }
  }

  /** Whether the last unit stands for one unit of the original, and nothing follows it. */
  endsPlainly(): boolean {
    return this.length > 0 && (this.#groups === 0 || this.#unitEnds[this.#groups - 1] !== this.length);
  }

  /**
   * The stretch of the original that folded to the units from `start` to `end`, or null where they begin or end
   * within a character.
   */
  spanOf(start: number, end: number): Span | null {
    if (this.#groups === 0) return { start, end };
    const from = this.originalStart(start);
    const to = this.#endOf(end);
    return from < 0 || to < 0 ? null : { start: from, end: to };
  }

  /** Where in the original the character that begins at a unit starts, or -1 if none begins there. */
  originalStart(unit: number): number {
    const group = this.#lastGroupFrom(unit);
    if (group < 0) return unit;
    const after = unit - (this.#unitEnds[group] ?? 0);
    if (after >= 0) return (this.#ends[group] ?? 0) + after;
    return this.#unitStarts[group] === unit ? (this.#starts[group] ?? 0) : -1;
  }

  toString(): string {
    return textOf(this.units, this.length);
  }

  /** Where in the original the character that ends before a unit ends, or -1 if none ends there. */
  #endOf(unit: number): number {
    const group = this.#lastGroupFrom(unit - 1);
    if (group < 0) return unit;
    const after = unit - (this.#unitEnds[group] ?? 0);
    return after >= 0 ? (this.#ends[group] ?? 0) + after : -1;
  }

  /** The last group that starts at a unit or before it, or -1. */
  #lastGroupFrom(unit: number): number {
    let low = 0;
    let high = this.#groups;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#unitStarts[middle] ?? 0) <= unit) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #growGroups(needed: number): void {
    this.#unitStarts = grown(this.#unitStarts, Int32Array, needed);
    this.#unitEnds = grown(this.#unitEnds, Int32Array, needed);
    this.#starts = grown(this.#starts, Int32Array, needed);
    this.#ends = grown(this.#ends, Int32Array, needed);
  }
}

const grown = <T extends Int32Array | Uint16Array>(full: T, type: new (length: number) => T, needed: number): T => {
  const larger = new type(needed * 2);
  larger.set(full);
  return larger;
};

/** Arguments of one call; engines take some ten thousand at the least. */
const unitsAtOnce = 4096;

const textOf = (units: Uint16Array, length: number): string => {
  let text = "";
  for (let start = 0; start < length; start += unitsAtOnce) {
    const part = units.subarray(start, Math.min(length, start + unitsAtOnce));
    // A typed array is as good as an array here, and several times faster than spreading it.
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
};
