/** How many rows are asked: those of one listing are laid out alike. */
const mostAsked = 10;

/**
 * Whether rows among these elements are laid out as rows of a table, so that they can go and leave its columns as wide
 * as they are. Null where none tells: where there are no rows, or none is shown.
 */
export const areTableRows = (elements: readonly Element[]): boolean | null => {
  const displays = elements
    .filter((element) => element instanceof HTMLTableRowElement)
    .slice(0, mostAsked)
    .map((row) => getComputedStyle(row).display)
    .filter((display) => display !== "none");
  return displays.length === 0 ? null : displays.every((display) => display === "table-row");
};
