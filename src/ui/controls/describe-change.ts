import { messageText } from "@/browser/message-text.ts";
import type { HistoryChange } from "@/settings/history.ts";

/** A change of several things names so many of them. */
const mostNamed = 3;

/** What a change of the settings did, in a sentence. */
export function describeChange({ items }: HistoryChange): string {
  const [first] = items;
  if (items.length === 1 && first) return messageText(`history.${first.became}`, [changedName(first)]);
  const names = items.slice(0, mostNamed).map(changedName).join(", ");
  const [became] = new Set(items.map((item) => item.became));
  const same = items.every((item) => item.became === became);
  return messageText(`history.many.${same && became ? became : "changed"}`, [
    String(items.length),
    items.length > mostNamed ? `${names}, …` : names,
  ]);
}

/** What a changed list, filter or recipe is called, also where it has no name. */
export const changedName = ({ name, kind }: HistoryChange["items"][number]): string =>
  name || messageText(kind === "lists" ? "common.untitledList" : "common.untitledFilter");
