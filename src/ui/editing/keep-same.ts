import type { Settings } from "@/model/settings.ts";
import { namedKinds } from "@/settings/item-names.ts";
import type { NamedKind } from "@/settings/item-names.ts";

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/**
 * Settings as they are now, made of the very objects of before wherever these say the same: what is drawn and worked
 * out from thousands of filters is then left alone when one of them changes, or none.
 */
export function keepSame(before: Settings, now: Settings): Settings {
  const kept: Record<string, unknown> = { ...now };
  for (const kind of namedKinds) kept[kind] = keepItems<Settings[NamedKind][number]>(before[kind], now[kind]);
  for (const name of Object.keys(now) as (keyof Settings)[])
    if (kept[name] === now[name] && isSame(before[name], now[name])) kept[name] = before[name];
  const names = Object.keys({ ...before, ...now }) as (keyof Settings)[];
  return names.every((name) => kept[name] === before[name]) ? before : (kept as unknown as Settings);
}

function keepItems<Item extends { readonly id: string }>(
  before: readonly Item[],
  now: readonly Item[],
): readonly Item[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const kept = now.map((item) => {
    const was = known.get(item.id);
    return was !== undefined && isSame(was, item) ? was : item;
  });
  return kept.length === before.length && kept.every((item, index) => item === before[index]) ? before : kept;
}
