import { interfaceLanguage } from "@/browser/interface-language.ts";
import { messageText } from "@/browser/message-text.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { alsoTold, askedFigures, evenUntold } from "@/filters/told-figures.ts";

import { CheckOption } from "./check-option.tsx";

interface UntoldOptionProps {
  /** What is typed for the only results to be shown. */
  readonly condition: string;
  readonly onChange: (condition: string) => void;
}

/**
 * Where only results with some figures are shown: whether those stay that don't tell them. They do at first, for a
 * filter is for every site, and on most of them no result tells its pages.
 */
export function UntoldOption({ condition, onChange }: UntoldOptionProps) {
  const parsed = parseCondition(condition);
  if (!parsed.ok) return null;
  const figures = askedFigures(parsed.condition);
  if (figures.length === 0) return null;
  const told = alsoTold(parsed.condition);
  const list = new Intl.ListFormat(interfaceLanguage().language, { type: "conjunction" });
  return (
    <CheckOption
      label={messageText("only.keepUntold", [list.format(figures.map((name) => messageText(`facet.${name}`)))])}
      hint={messageText("only.keepUntoldHint")}
      checked={printCondition(told) !== printCondition(parsed.condition)}
      onChange={(keep) => onChange(printCondition(keep ? evenUntold(parsed.condition) : told))}
    />
  );
}
