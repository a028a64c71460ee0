/** ASCII without the letters, and the marks that other scripts set between words. */
const unlettered = /[\s\d!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f]+/g;

/**
 * Counts the letters of a text, ideographs and kana twice, as one of them says about as much as two letters. Written
 * without Unicode properties, whose tables the browser would build first.
 */
export function countLetters(text: string): number {
  const letters = text.replaceAll(unlettered, "");
  return wide.test(letters) ? letters.length + letters.replaceAll(narrow, "").length : letters.length;
}

/** From here on lie scripts with such characters. */
const wide = /[\u2e80-\uffff]/;
const narrow = /[^\u2e80-\uffff]+/g;
