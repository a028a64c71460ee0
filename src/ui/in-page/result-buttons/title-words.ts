import { all } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";

/** One word of a title. */
export interface TitleWord {
  readonly text: string;
  /** Where it stands in the title, in UTF-16 units. */
  readonly start: number;
}

/** The words of a title, in any script, as the browser tells them apart. */
export const titleWords = (title: string, language: string): readonly TitleWord[] =>
  [...new Intl.Segmenter(language, { granularity: "word" }).segment(title)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike === true ? [{ text: segment, start: index }] : [],
  );

/**
 * What a title has to hold to have these words: words that were chosen side by side are one phrase.
 *
 * @param chosen places in `words`, in ascending order; at least one
 */
export const wordsCondition = (title: string, words: readonly TitleWord[], chosen: readonly number[]): Condition => {
  const runs: number[][] = [];
  for (const place of chosen) {
    const last = runs.at(-1);
    if (last?.at(-1) === place - 1) last.push(place);
    else runs.push([place]);
  }
  const phrases = runs.flatMap((run) => {
    const [first, last] = [words[run[0] ?? 0], words[run.at(-1) ?? 0]];
    return first && last ? [title.slice(first.start, last.start + last.text.length)] : [];
  });
  return all(phrases.map((text) => ({ kind: "text", form: "phrase", field: "title", text }) as const));
};
