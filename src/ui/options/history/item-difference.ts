import { messageText } from "@/browser/message-text.ts";
import type { KeywordOptions } from "@/model/keyword-list.ts";
import type { HistoryItem } from "@/settings/history.ts";
import { colorName } from "@/ui/controls/color-picker.tsx";
import { usedAs } from "@/ui/editing/filter-use.ts";
import { surplusLines } from "@/ui/editing/merge-lines.ts";

/** What differs between two states of a list, filter or recipe. */
export interface ItemDifference {
  /** Properties, each with what it was called before and after; "" where there was none. */
  readonly properties: readonly (readonly [name: string, before: string, after: string])[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function itemDifference(before: HistoryItem | null, after: HistoryItem | null): ItemDifference {
  // Of what is wholly new or wholly gone, what it was made with by itself tells nothing.
  const whole = before === null || after === null;
  const [was, is] = [propertiesOf(before, whole), propertiesOf(after, whole)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  const [linesBefore, linesAfter] = [linesOf(before), linesOf(after)];
  return {
    properties: names
      .map((name) => [name, was.get(name) ?? "", is.get(name) ?? ""] as const)
      .filter(([, one, other]) => one !== other),
    removed: surplusLines(linesBefore, linesAfter),
    added: surplusLines(linesAfter, linesBefore),
  };
}

function linesOf(item: HistoryItem | null): readonly string[] {
  if (item === null) return [];
  if ("lines" in item) return item.lines;
  return "data" in item ? JSON.stringify(item.data, null, 2).split("\n") : [];
}

const onOff = (on: boolean): string => messageText(on ? "history.on" : "history.off");

function propertiesOf(item: HistoryItem | null, whole: boolean): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  if (item === null) return properties;
  const add = (field: "name" | "condition" | "action" | "color" | "enabled", text: string): void =>
    void properties.set(messageText(`history.field.${field}`), text);
  if ("name" in item) add("name", item.name);
  if ("condition" in item) {
    const { use, condition } = usedAs(item);
    add("condition", condition);
    add("action", messageText(`action.${use}`));
  }
  if (whole) return properties;
  if ("lines" in item || ("action" in item && item.action === "mark")) add("color", colorName(item.color));
  add("enabled", onOff(item.enabled));
  if ("options" in item) for (const [name, text] of optionsOf(item.options)) properties.set(name, text);
  return properties;
}

function* optionsOf({ dottedI, wordForms, ...checks }: KeywordOptions): Iterable<readonly [string, string]> {
  for (const [name, on] of Object.entries(checks) as [keyof typeof checks, boolean][])
    yield [messageText(`listOption.${name}`), onOff(on)];
  yield [messageText("listOption.dottedI"), messageText(`dottedI.${dottedI}`)];
  yield [messageText("listOption.wordForms"), messageText(`wordForms.${wordForms}`)];
}
