/** Words that several languages share, or that mean the same wherever they are met. */

/**
 * Units of bytes, by their power of 1,024. File listings count so whatever they call it, and conditions do likewise, so
 * that a page's "2 MB" and a condition's `2MB` are the same size.
 */
export const sizeWords: readonly string[] = [
  "byte bytes bajt bajty bajtów байт байта байтов bayt بايت 字节 位元組 バイト 바이트",
  "kb kib кб kilobyte kilobytes килобайт килобайта كيلوبايت 킬로바이트 キロバイト",
  "mb mib мб megabyte megabytes мегабайт мегабайта ميجابايت ميغابايت 메가바이트 メガバイト",
  "gb gib гб gigabyte gigabytes гигабайт гигабайта جيجابايت غيغابايت 기가바이트 ギガバイト",
  "tb tib тб terabyte terabytes تيرابايت 테라바이트 テラバイト",
];

/** The same where bytes are called octets; in other languages these are words. */
export const frenchSizeWords: readonly string[] = ["octet octets", "ko", "mo", "go", "to"];

/**
 * What may stand between a number and what it counts: counters of East Asian languages, "de" of
 * Romance ones; and the endings of ordinals, which stand between a day and its month.
 */
export const counterWords =
  "次 回 個 个 件 条 條 則 则 人 名 篇 枚 部 件の 個の 人の 개 개의 건 건의 명 명의 회 de d'un st nd rd th er customer user global verified";

/** Words that soften an age and may stand between "vor" and its number. */
export const softenerWords =
  "etwa ca circa über fast mehr als rund environ plus de près presque más casi unos unas cerca mais quase cca asi více " +
  "než حوالي أكثر من";
