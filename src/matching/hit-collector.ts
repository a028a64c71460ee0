import type { Hit } from "@/model/hit.ts";
import type { FieldName } from "@/model/result.ts";
import type { Span } from "@/model/span.ts";
import { isGraphemeBoundary } from "@/text/is-grapheme-boundary.ts";
import { isWithinUnspaced, isWordBoundary } from "@/text/is-word-boundary.ts";
import { segmentWords as wordEdges } from "@/text/segment-words.ts";

/** What the keywords of one list have in common. */
export interface EntryList {
  readonly id: string;
  /** Its place among the lists. */
  readonly number: number;
  /** The place of its first line among all lines. */
  readonly firstOrder: number;
  /** The fields that keywords without one are looked for in, as bits by their place in `fieldNames`. */
  readonly fields: number;
  readonly wholeWord: boolean;
  readonly segmentWords: boolean;
}

/** A keyword that is searched for, with where it comes from. */
export interface Entry {
  /** Its place among all lines. */
  readonly order: number;
  readonly from: EntryList;
  readonly line: number;
  /** The fields it is looked for in, as bits by their place in `fieldNames`. */
  readonly fields: number;
}

/**
 * So many hits in one result are kept: more than a text of a megabyte holds of words, while keywords that are
 * beginnings of each other may be found without end.
 */
export const mostHits = 200_000;

/** Gathers the hits in one result, field after field, and puts them in order. */
export class HitCollector {
  #field: FieldName = "title";
  #bit = 0;
  #text = "";
  #hits: Hit[] = [];
  /** The number of hits in the fields before. */
  #before = 0;
  /** The place of each hit's keyword among all keywords, for the hits in this field. */
  #orders: number[] = [];
  #inOrder = true;
  /** The hit that was added last in this field; -1 before the first one. */
  #lastStart = -1;
  #lastEnd = 0;
  #lastOrder = 0;
  /** The edges of words in blocks, by where the block starts, as far as they were asked for. */
  readonly #words = new Map<number, ReadonlySet<number> | null>();
  /** The block that was asked for last: text from here to there without an end of a line. */
  #blockStart = 0;
  #blockEnd = 0;
  /** A keyword that was being looked for where the search in this result was given up. */
  #stoppedAt: Entry | null = null;

  /**
   * For firsts alone, by a keyword's place among all the last search that it was found in, and the number of this one.
   */
  #foundIn: Uint32Array | null = null;
  #search = 0;
  #firstsOnly = false;

  /** Starts on a result of which all hits are wanted, or the first of each keyword alone. */
  seek(firstsOnly: boolean): void {
    this.#firstsOnly = firstsOnly;
    this.#search++;
  }

  /** Starts on a field, given with its bit. */
  begin(field: FieldName, bit: number, text: string): void {
    this.#finishField();
    this.#field = field;
    this.#bit = bit;
    this.#text = text;
    this.#blockStart = 0;
    this.#blockEnd = 0;
    if (this.#words.size > 0) this.#words.clear();
  }

  /** Whether a keyword is looked for in this field, and not found yet where its first hit will do. */
  wants({ fields, order }: Entry): boolean {
    return (fields & this.#bit) !== 0 && !(this.#firstsOnly && this.#foundIn?.[order] === this.#search);
  }

  /** Adds a hit, unless it is not wanted or cuts a character or a word. Returns whether it did. */
  add(entry: Entry, span: Span): boolean {
    const text = this.#text;
    const { start, end } = span;
    if (!this.wants(entry)) return false;
    if (!isGraphemeBoundary(text, start) || !isGraphemeBoundary(text, end)) return false;
    const { from } = entry;
    if (from.wholeWord && !(this.#isWordEdge(from, start) && this.#isWordEdge(from, end))) return false;
    const hits = this.#hits;
    if (hits.length === mostHits) {
      this.stop(entry);
      return false;
    }
    const { order } = entry;
    if (this.#firstsOnly) this.#noteFound(order);
    if (start <= this.#lastStart && !this.#isAfterLast(start, end, order)) this.#inOrder = false;
    this.#lastStart = start;
    this.#lastEnd = end;
    this.#lastOrder = order;
    hits.push({ list: from.id, line: entry.line, field: this.#field, span });
    this.#orders.push(order);
    return true;
  }

  #noteFound(order: number): void {
    let foundIn = this.#foundIn ?? new Uint32Array(64);
    if (order >= foundIn.length) {
      const larger = new Uint32Array(2 * order);
      larger.set(foundIn);
      foundIn = larger;
    }
    foundIn[order] = this.#search;
    this.#foundIn = foundIn;
  }

  /** Notes that there is more of a keyword than is looked for. */
  stop(entry: Entry): void {
    this.#stoppedAt ??= entry;
  }

  /**
   * A keyword of which, or behind which, hits may be missing in this result; null where none are. To be asked first.
   */
  get stoppedAt(): Entry | null {
    return this.#stoppedAt;
  }

  /** All hits in the order of field, start, longest first, list, line; the collector is ready for the next result. */
  finish(): readonly Hit[] {
    this.#finishField();
    this.#stoppedAt = null;
    const hits = this.#hits;
    if (hits.length === 0) return noHits;
    this.#hits = [];
    this.#before = 0;
    return hits;
  }

  /** Of a hit that begins where the last one does, or before it. */
  #isAfterLast(start: number, end: number, order: number): boolean {
    if (start !== this.#lastStart) return false;
    return end < this.#lastEnd || (end === this.#lastEnd && order > this.#lastOrder);
  }

  #isWordEdge({ segmentWords }: EntryList, index: number): boolean {
    const text = this.#text;
    if (!isWordBoundary(text, index)) return false;
    if (!segmentWords || !isWithinUnspaced(text, index)) return true;
    // Looked for at each hit, the edges of a long block would take the square of its length.
    if (index <= this.#blockStart || index >= this.#blockEnd) {
      const end = text.indexOf("\n", index);
      this.#blockStart = text.lastIndexOf("\n", index - 1) + 1;
      this.#blockEnd = end < 0 ? text.length : end;
    }
    const start = this.#blockStart;
    let words = this.#words.get(start);
    if (words === undefined) {
      words = wordEdges(text.slice(start, this.#blockEnd));
      this.#words.set(start, words);
    }
    return words === null || words.has(index - start);
  }

  #finishField(): void {
    const hits = this.#hits;
    if (hits.length === this.#before) return;
    const orders = this.#orders;
    if (!this.#inOrder) {
      const ordered = hits.splice(this.#before).map((hit, index) => ({ hit, order: orders[index]! }));
      ordered.sort((a, b) => compare(a.hit, a.order, b.hit, b.order));
      for (const { hit } of ordered) hits.push(hit);
    }
    this.#before = hits.length;
    this.#orders = [];
    this.#inOrder = true;
    this.#lastStart = -1;
  }
}

const noHits: readonly Hit[] = [];

const compare = (a: Hit, orderA: number, b: Hit, orderB: number): number =>
  a.span.start - b.span.start || b.span.end - a.span.end || orderA - orderB;
