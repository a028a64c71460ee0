/** Columns that a terminal gives a character: two for the scripts that are written in full squares. */
const widthOf = (character: string): number =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/u.test(character)
    ? 2
    : 1;

/** Cuts a text to a number of terminal columns, or fills it up to that number. */
const fit = (text: string, columns: number): string => {
  let fitting = "";
  let used = 0;
  for (const character of text.replace(/\s+/g, " ").trim()) {
    if (used + widthOf(character) > columns) {
      while (used + 1 > columns) {
        const last = [...fitting].at(-1) ?? "";
        fitting = fitting.slice(0, -last.length);
        used -= widthOf(last);
      }
      return `${fitting}…${" ".repeat(columns - used - 1)}`;
    }
    fitting += character;
    used += widthOf(character);
  }
  return fitting + " ".repeat(columns - used);
};

export interface Column {
  readonly head: string;
  /** In terminal columns; longer texts are cut. */
  readonly width: number;
}

/** A table in plain text, one line a row, under a line of heads. */
export const formatTable = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ width }, index) => fit(cells[index] ?? "", width))
      .join("  ")
      .trimEnd();
  return [
    line(columns.map(({ head }) => head)),
    columns.map(({ width }) => "─".repeat(width)).join("  "),
    ...rows.map(line),
  ].join("\n");
};
