/** At most `count` of the members, evenly spaced. */
export function evenly(members: readonly number[], count: number): readonly number[] {
  if (members.length <= count) return members;
  return Array.from({ length: count }, (_, place) => members[Math.floor((place * members.length) / count)]!);
}
