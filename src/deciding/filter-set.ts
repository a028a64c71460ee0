const bitsInWord = 32;

/** A word for each 32 filters, a bit for each, all of them out. */
export const emptyWords = (size: number): Uint32Array<ArrayBuffer> => new Uint32Array(Math.ceil(size / bitsInWord));

export const putIn = (words: Uint32Array, filter: number): void => {
  const word = filter >>> 5;
  words[word] = words[word]! | (1 << (filter & 31));
};

export const takeAllOut = (words: Uint32Array, out: Uint32Array): void => {
  for (let word = 0; word < words.length; word++) words[word] = words[word]! & ~out[word]!;
};

/** A set of filters by their index, given back in order; cheaper than sorting them for every result. */
export class FilterSet {
  readonly #words: Uint32Array;
  #isEmpty = true;

  /** @param size one more than the largest index */
  constructor(size: number) {
    this.#words = emptyWords(size);
  }

  add(filter: number): void {
    putIn(this.#words, filter);
    this.#isEmpty = false;
  }

  addAll(words: Uint32Array): void {
    for (let word = 0; word < words.length; word++) this.#words[word] = this.#words[word]! | words[word]!;
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
