const special = /[\\^$.*+?()[\]{}|/]/gu;

/** A text as a regular expression, between slashes, finds it literally. */
export const escapeRegex = (text: string): string =>
  text
    .replaceAll(special, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`)
    .replaceAll("\r", String.raw`\r`);
