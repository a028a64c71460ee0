/**
 * Merges two edits of one text of a line, a name or a condition, as it was `before` both: what was added around the one
 * is kept around the other, and where both changed the same, both stand, as the exchange between devices has it, too.
 *
 * @param mine what was typed; the field goes on from it, whatever comes out here
 * @param theirs what stands there now
 */
export function mergeText(
  field: "name" | "condition",
  { before, mine, theirs }: { readonly before: string; readonly mine: string; readonly theirs: string },
): string {
  if (theirs === before || theirs === mine) return mine;
  // Emptying a field takes away what stood there, not what another wrote.
  if (mine.trim() === "") return theirs;
  // It was written already, and then changed elsewhere.
  if (!before.includes(mine) && placeOf(mine, theirs) !== null) return theirs;
  const place = before.trim() === "" ? null : placeOf(before, theirs);
  if (place !== null) return theirs.slice(0, place) + mine + theirs.slice(place + before.length);
  return field === "condition" ? `(${mine}) OR (${theirs})` : `${mine} / ${theirs}`;
}

/** Where a text stands at the beginning or at the end of another, alone or in parentheses; null where it does not. */
function placeOf(text: string, within: string): number | null {
  if (within.startsWith(text)) return 0;
  if (within.startsWith(`(${text})`)) return 1;
  if (within.endsWith(text)) return within.length - text.length;
  return within.endsWith(`(${text})`) ? within.length - text.length - 1 : null;
}
