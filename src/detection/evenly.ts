/** At most `count` of the members, evenly spaced, the first always among them. */
export function evenly<Member>(members: readonly Member[], count: number): readonly Member[] {
  if (members.length <= count) return members;
  return Array.from({ length: count }, (_, place) => members[Math.floor((place * members.length) / count)]!);
}
