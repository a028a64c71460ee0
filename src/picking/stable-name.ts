/** Abbreviations without a vowel that authors use in names. */
const vowelless = new Set(
  "btn cnt css ctn desc ft grp hdr hl html img lbl lnk lst ltr md msg nr pkg pg prd rslt rtl sm src srch srp svg tbl td thmb tr txt wrp xl xs".split(
    " ",
  ),
);

/** So many consonants in a row are in no word that is written as one. */
const tooManyConsonants = /[bcdfghjklmnpqrstvwxz]{5}/iu;

const isWord = (word: string): boolean =>
  vowelless.has(word.toLowerCase()) || (/[aeiouy]/iu.test(word) && !tooManyConsonants.test(word));

/** The words of a segment in camel case. */
const wordsOf = (segment: string): readonly string[] => segment.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/gu) ?? [];

const isSegmentOfWords = (segment: string): boolean => {
  // Digits within letters count or are drawn by lot; a short number at the end is a size or a step.
  if (!/^(?:[A-Za-z]+\d{0,2}|\d{1,2})$/u.test(segment)) return false;
  const words = wordsOf(segment);
  if (words.length === 1) return words[0]!.length === 1 || isWord(words[0]!);
  // Short pieces in mixed case are drawn by lot ("yuRUbf").
  return words.every((word) => word.length > 1 && isWord(word)) && words.join("").length >= words.length * 3;
};

const segmentsOf = (name: string): readonly string[] => name.split(/[^A-Za-z\d]+/u).filter((part) => part !== "");

/**
 * Whether a class, id or attribute value looks as if a person gave it, and so as if it will be the same tomorrow.
 * Generated names ("css-1x2y3z", "yuRUbf") change with every build of a site.
 */
export const isStableName = (name: string): boolean => {
  const segments = segmentsOf(name);
  return (
    segments.every(isSegmentOfWords) && segments.some((segment) => wordsOf(segment).some((word) => word.length >= 3))
  );
};

/** Prefixes that tools give to generated names: they say nothing of what an element is. */
const toolPrefixes = new Set(["css", "jsx", "jss", "sc", "svelte", "emotion", "astro", "style", "styles", "module"]);

/**
 * The part of a half-generated class name that a person gave ("Card_title__3xYz1" → "Card_title__"), or null. It ends
 * with the separator, so that it is found in the class attribute as it stands.
 */
export const stablePrefix = (name: string): string | null => {
  const match = /^(?<given>.*[A-Za-z\d])(?<separator>[-_]+)(?<generated>[A-Za-z\d]{4,})$/u.exec(name)?.groups;
  const { given = "", separator = "", generated = "" } = match ?? {};
  if (given === "" || isStableName(generated) || !isStableName(given) || toolPrefixes.has(given)) return null;
  return given + separator;
};

/** Classes that say how an element looks, as utility frameworks have them. They last, but many elements share them. */
const utility =
  /^(?:[a-z]+:.+|-?(?:m|p)[trblxyse]?-.+|(?:flex|grid|block|inline|hidden|relative|absolute|fixed|sticky|text|bg|border|rounded|shadow|w|h|min|max|gap|space|items|justify|self|font|leading|tracking|overflow|transition|duration|cursor|select|opacity|top|left|right|bottom|inset|z|col|row|order|float|d|align|divide|ring|size)(?:-.+)?|clearfix|.+-\d+|container|wrapper?|inner|outer|pull-(?:left|right))$/u;

/** Whether a class token says how an element looks rather than what it is. */
export const isUtilityName = (name: string): boolean => utility.test(name);

/** Class tokens that say in which state or place an element is, not what it is. */
const stateNames = new Set(
  "odd even alt first last active selected current visited hover focus open closed expanded collapsed loaded lazyloaded visible".split(
    " ",
  ),
);

export const isStateName = (name: string): boolean =>
  stateNames.has(name.toLowerCase()) || /[-_](?:odd|even|first|last)$/iu.test(name);
