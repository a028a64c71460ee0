import { atomTests } from "./atom-alphabet.ts";
import { compileRegex } from "./regex-program.ts";
import type { Look, Program } from "./regex-program.ts";
import type { Assertion, RegexTree } from "./regex-tree.ts";
import type { FoundMatch, IsOver } from "./search-regex.ts";

/** Steps after which it is asked whether it is over. */
const stepsBetweenQuestions = 1 << 15;

/**
 * Searches by an expression without references, in a time that for one match grows with the length of the text times
 * that of the expression and no faster, and finds what the engine of the browser would: from left to right, none
 * within another, each the one that a backtracking search comes to first. Empty matches are left out.
 *
 * All ways are followed side by side through the text, those that a backtracking engine would try first first; a way
 * that comes to a step where another one already is can find nothing new and ends. (K. Thompson 1968; with starts and
 * priorities, R. Pike's sam.) Look-arounds are answered beforehand for every place, by the same means.
 */
export class RegexSimulator {
  readonly #program: Program;
  readonly #tree: RegexTree;
  readonly #tests: readonly ((character: string) => boolean)[];
  /** What each atom says to a character, by the character. */
  readonly #known = new Map<string, Uint8Array>();
  readonly #isWord: (character: string) => boolean;
  /** What was done since it was asked whether it is over, in steps; short texts share a question. */
  readonly #done = { steps: 0 };

  constructor(tree: RegexTree) {
    this.#program = compileRegex(tree.root);
    this.#tree = tree;
    this.#tests = atomTests(tree);
    const word = new RegExp(String.raw`^\w$`, tree.atomFlags);
    this.#isWord = (character) => word.test(character);
  }

  /** Reports all matches. Returns false if it was over before the end of the text. */
  findAll(text: string, found: FoundMatch, isOver: IsOver): boolean {
    try {
      new Run(text, this.#tree, this.#tests, this.#known, this.#isWord, this.#done, isOver).findAll(
        this.#program,
        found,
      );
      return true;
    } catch (error) {
      if (error instanceof OverError) return false;
      throw error;
    }
  }
}

/** Thrown inside when it is over. */
class OverError extends Error {}

/** One search through one text. */
class Run {
  readonly #characters: readonly string[];
  /** Where each character begins, and the end of the text. */
  readonly #offsets: Int32Array;
  readonly #answers: readonly Uint8Array[];
  readonly #isWordAt: Uint8Array;
  readonly #multiline: boolean;
  readonly #done: { steps: number };
  readonly #isOver: IsOver;

  constructor(
    text: string,
    tree: RegexTree,
    tests: readonly ((character: string) => boolean)[],
    known: Map<string, Uint8Array>,
    isWord: (character: string) => boolean,
    done: { steps: number },
    isOver: IsOver,
  ) {
    this.#done = done;
    this.#isOver = isOver;
    this.#characters = tree.unicode ? Array.from(text) : text.split("");
    this.#offsets = new Int32Array(this.#characters.length + 1);
    this.#answers = this.#characters.map((character, index) => {
      this.#count(1);
      this.#offsets[index + 1] = this.#offsets[index]! + character.length;
      let answers = known.get(character);
      if (answers === undefined) {
        answers = Uint8Array.from(tests, (test) => this.#ask(test, character));
        known.set(character, answers);
      }
      return answers;
    });
    this.#isWordAt = Uint8Array.from(this.#characters, (character) => (isWord(character) ? 1 : 0));
    this.#multiline = tree.multiline;
  }

  /** Throws {@link OverError} if it was over before the end of the text. */
  findAll(program: Program, found: FoundMatch): void {
    const looks = this.#answerLooks(program.looks);
    for (let from = 0; from >= 0;) from = this.#findOne(program, looks, from, found);
  }

  /** Engines take a millisecond to compile a large class, as late as it is first asked for a text of some kind. */
  #ask(test: (character: string) => boolean, character: string): number {
    if (this.#isOver()) throw new OverError();
    return test(character) ? 1 : 0;
  }

  /** Finds the first match from a character on, and returns the character to go on from, or -1. */
  #findOne(program: Program, looks: readonly Uint8Array[], from: number, found: FoundMatch): number {
    const { steps, depth } = program;
    const length = this.#characters.length;
    // A thread also knows the outermost optional turn it entered at this place, or `depth` for none.
    const kinds = depth + 1;
    this.#count((steps.length * kinds) >> 3);
    /** By step and turn, the last place (plus one) a thread was there, so that one more would be in vain. */
    const visited = new Int32Array(steps.length * kinds);
    let threads: Int32Array = new Int32Array(steps.length * kinds);
    let starts: Int32Array = new Int32Array(steps.length * kinds);
    let nextThreads: Int32Array = new Int32Array(steps.length * kinds);
    let nextStarts: Int32Array = new Int32Array(steps.length * kinds);
    let count = 0;
    let matchStart = -1;
    let matchEnd = -1;
    const pending: number[] = [];

    for (let at = from; at <= length; at++) {
      let nextCount = 0;
      let cut = false;
      // Threads are followed in their order; a new one begins at this place, after all others.
      for (let thread = 0; thread <= count && !cut; thread++) {
        const isNew = thread === count;
        if (isNew && matchStart >= 0) break;
        const start = isNew ? at : starts[thread]!;
        pending.push(depth, isNew ? 0 : threads[thread]!);
        while (pending.length > 0) {
          const index = pending.pop()!;
          const turn = pending.pop()!;
          if (visited[index * kinds + turn] === at + 1) continue;
          visited[index * kinds + turn] = at + 1;
          this.#count(1);
          const step = steps[index]!;
          switch (step.kind) {
            case "match":
              matchStart = start;
              matchEnd = at;
              pending.length = 0;
              cut = true;
              break;
            case "fork":
              pending.push(turn, step.second, turn, step.first);
              break;
            case "jump":
              pending.push(turn, step.to);
              break;
            case "enter":
              pending.push(Math.min(turn, step.depth), index + 1);
              break;
            case "leave":
              if (turn > step.depth) pending.push(turn, index + 1);
              break;
            case "assertion":
              if (this.#holds(step.assertion, at)) pending.push(turn, index + 1);
              break;
            case "look":
              if ((looks[step.look]![at] === 1) !== step.negative) pending.push(turn, index + 1);
              break;
            case "atom":
              if (at < length && this.#answers[at]![step.atom] === 1) {
                nextThreads[nextCount] = index + 1;
                nextStarts[nextCount++] = start;
              }
              break;
          }
        }
      }
      [threads, nextThreads] = [nextThreads, threads];
      [starts, nextStarts] = [nextStarts, starts];
      count = nextCount;
      if (count === 0 && matchStart >= 0) break;
    }
    if (matchStart < 0) return -1;
    if (matchEnd > matchStart && !found(this.#offsets[matchStart]!, this.#offsets[matchEnd]!)) throw new OverError();
    const next = matchEnd > matchStart ? matchEnd : matchEnd + 1;
    return next > length ? -1 : next;
  }

  #answerLooks(looks: readonly Look[]): readonly Uint8Array[] {
    return looks.map(({ behind, program }) => this.#placesOf(program, behind));
  }

  /**
   * For every place whether the program's expression matches up to there, read from left to right, or from there on,
   * read from right to left.
   */
  #placesOf(program: Program, forwards: boolean): Uint8Array {
    const { steps } = program;
    const looks = this.#answerLooks(program.looks);
    const length = this.#characters.length;
    const places = new Uint8Array(length + 1);
    const visited = new Int32Array(steps.length).fill(-1);
    let threads: number[] = [];
    for (let passed = 0; passed <= length; passed++) {
      const at = forwards ? passed : length - passed;
      const read = forwards ? at : at - 1;
      const pending = [...threads, 0];
      threads = [];
      while (pending.length > 0) {
        const index = pending.pop()!;
        if (visited[index] === passed) continue;
        visited[index] = passed;
        this.#count(1);
        const step = steps[index]!;
        switch (step.kind) {
          case "match":
            places[at] = 1;
            break;
          case "fork":
            pending.push(step.second, step.first);
            break;
          case "jump":
            pending.push(step.to);
            break;
          case "enter":
          case "leave":
            pending.push(index + 1);
            break;
          case "assertion":
            if (this.#holds(step.assertion, at)) pending.push(index + 1);
            break;
          case "look":
            if ((looks[step.look]![at] === 1) !== step.negative) pending.push(index + 1);
            break;
          case "atom":
            if (this.#answers[read]?.[step.atom] === 1) threads.push(index + 1);
            break;
        }
      }
    }
    return places;
  }

  #holds(assertion: Assertion, at: number): boolean {
    switch (assertion) {
      case "start":
        return at === 0 || (this.#multiline && isLineEnd(this.#characters[at - 1]));
      case "end":
        return at === this.#characters.length || (this.#multiline && isLineEnd(this.#characters[at]));
      case "word":
      case "notWord":
        return ((this.#isWordAt[at - 1] ?? 0) !== (this.#isWordAt[at] ?? 0)) === (assertion === "word");
    }
  }

  #count(steps: number): void {
    this.#done.steps += steps;
    if (this.#done.steps < stepsBetweenQuestions) return;
    this.#done.steps = 0;
    if (this.#isOver()) throw new OverError();
  }
}

const isLineEnd = (character: string | undefined): boolean =>
  character === "\n" || character === "\r" || character === "\u2028" || character === "\u2029";
