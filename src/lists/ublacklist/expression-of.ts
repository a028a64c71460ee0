import type { Condition } from "@/filters/condition.ts";
import type { FieldName } from "@/model/result.ts";

import { escapeRegex } from "../regex-text.ts";
import { NotExpressible } from "../write/exported-text.ts";
import { splitRegex } from "../write/judging-rules.ts";

/** An expression, and whether it finds a little more or less than the condition does. */
export interface Expression {
  readonly text: string;
  readonly approximate: boolean;
}

const propertyOf: Readonly<Record<FieldName, string>> = {
  title: "title",
  snippet: "snippet",
  meta: "meta",
  url: "url",
  site: "host",
};

const quote = (text: string): string => JSON.stringify(text);

type TextCondition = Extract<Condition, { kind: "text" }>;

/** A host with wildcards, which fits from the beginning of some label to the end. */
const hostGlob = (text: string): string => {
  const source = escapeRegex(text)
    .replaceAll(String.raw`\*`, ".*")
    .replaceAll(String.raw`\?`, ".");
  return String.raw`host=~/(?:^|\.)${source}$/i`;
};

const textExpression = ({ form, field, text }: TextCondition): Expression => {
  const properties = field === null ? ["title", "snippet"] : [propertyOf[field]];
  const hasWildcards = form === "word" && /[*?]/u.test(text);
  if (hasWildcards && field === "site") return { text: hostGlob(text), approximate: false };
  if (hasWildcards) throw new NotExpressible("export-wildcards");
  const { source, flags } = splitRegex(text);
  // Winnow compares words as readers do, without accents or the width of letters; the other tool sign by sign.
  const tests = properties.map((property) =>
    form === "regex" ? `${property}=~/${source}/${flags}` : `${property}*=${quote(text)}i`,
  );
  return { text: tests.length === 1 ? (tests[0] ?? "") : `(${tests.join(" | ")})`, approximate: form !== "regex" };
};

const joined = (parts: readonly Condition[], sign: string): Expression => {
  const expressions = parts.map((part) => {
    const { text, approximate } = expressionOf(part);
    return { text: part.kind === "any" ? `(${text})` : text, approximate };
  });
  return {
    text: expressions.map(({ text }) => text).join(sign),
    approximate: expressions.some(({ approximate }) => approximate),
  };
};

/**
 * The expression that means what a condition means.
 *
 * @throws {NotExpressible} where there is none
 */
export const expressionOf = (condition: Condition): Expression => {
  switch (condition.kind) {
    case "any":
      return joined(condition.parts, " | ");
    case "all":
      return joined(condition.parts, " & ");
    case "not": {
      const { text, approximate } = expressionOf(condition.part);
      const isGroup = condition.part.kind === "any" || condition.part.kind === "all";
      return { text: isGroup ? `!(${text})` : `!${text}`, approximate };
    }
    case "site":
      return {
        text: `(host=${quote(condition.host)} | host$=${quote(`.${condition.host}`)})`,
        approximate: false,
      };
    case "host":
      return { text: `host=${quote(condition.host)}`, approximate: false };
    case "address":
      return { text: `url=${quote(condition.url)}`, approximate: false };
    case "text":
      return textExpression(condition);
    case "property": {
      const { name, form, text } = condition;
      const { source, flags } = splitRegex(text);
      return { text: form === "exact" ? `${name}=${quote(text)}` : `${name}=~/${source}/${flags}`, approximate: false };
    }
    case "list":
      throw new NotExpressible("export-list", condition.name);
    default:
      throw new NotExpressible("export-figures");
  }
};
