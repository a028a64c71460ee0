const separators = /[,;，、；]/u;

/** The words, or whatever else stands side by side in a line, between commas or what Chinese has for them. */
export const wordsSideBySide = (line: string): readonly string[] =>
  line
    .split(separators)
    .map((word) => word.trim())
    .filter((word) => word !== "");
