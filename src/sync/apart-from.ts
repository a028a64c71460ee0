const ending = ".apart";

/** The id of the item beside another one that holds what was set apart from it: the same on every device. */
export const apartFrom = (id: string): string => `${id}${ending}`;

/** An item's id and those of the items that it was set apart from, its own first; most have only that. */
export const lineageOf = (id: string): readonly [own: string, ...from: string[]] =>
  id.endsWith(ending) ? [id, ...lineageOf(id.slice(0, -ending.length))] : [id];
