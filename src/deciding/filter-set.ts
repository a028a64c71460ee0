const bitsInWord = 32;

/** A set of filters by their index, given back in order; cheaper than sorting them for every result. */
export class FilterSet {
  readonly #words: Uint32Array;
  #isEmpty = true;

  /** @param size one more than the largest index */
  constructor(size: number) {
    this.#words = new Uint32Array(Math.ceil(size / bitsInWord));
  }

  add(filter: number): void {
    const word = filter >>> 5;
    this.#words[word] = this.#words[word]! | (1 << (filter & 31));
    this.#isEmpty = false;
  }

  /** Gives every filter, in their order, and empties the set. */
  drain(): readonly number[] {
    if (this.#isEmpty) return none;
    this.#isEmpty = true;
    const filters: number[] = [];
    const words = this.#words;
    for (let word = 0; word < words.length; word++) {
      let bits = words[word]!;
      if (bits === 0) continue;
      words[word] = 0;
      for (; bits !== 0; bits &= bits - 1) filters.push(word * bitsInWord + 31 - Math.clz32(bits & -bits));
    }
    return filters;
  }
}

const none: readonly number[] = [];
