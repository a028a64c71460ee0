import type { Condition } from "@/filters/condition.ts";
import type { FieldName } from "@/model/result.ts";

import { escapeRegex } from "../regex-text.ts";
import { NotExpressible } from "../write/exported-text.ts";
import { splitRegex } from "../write/judging-rules.ts";

export interface Expression {
  readonly text: string;
  /** Why it finds a little more or less than the condition does. */
  readonly approximations: readonly string[];
}

const exactly = (text: string): Expression => ({ text, approximations: [] });

/**
 * The tool's recipes tell nothing of a result's snippet or what else stands in it: a comparison with them is never
 * true, and its opposite always.
 */
const propertyOf: Readonly<Partial<Record<FieldName, string>>> = {
  title: "title",
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

const textExpression = ({ form, field, text }: TextCondition, negated: boolean): Expression => {
  const property = propertyOf[field ?? "title"];
  // Words without a field may stand in the title alone, but are not missing where they are missing in it.
  if (property === undefined || (field === null && negated)) throw new NotExpressible("export-only-title");
  const approximations = field === null ? ["export-only-title"] : [];
  const hasWildcards = form === "word" && /[*?]/u.test(text);
  if (hasWildcards && field === "site") return exactly(hostGlob(text));
  if (hasWildcards) throw new NotExpressible("export-wildcards");
  const { source, flags } = splitRegex(text);
  if (form === "regex") return { text: `${property}=~/${source}/${flags}`, approximations };
  // Winnow compares words as readers do, without accents or the width of letters; the other tool sign by sign.
  return { text: `${property}*=${quote(text)}i`, approximations: [...approximations, "export-compared"] };
};

const joined = (parts: readonly Condition[], sign: string, negated: boolean): Expression => {
  const expressions = parts.map((part) => {
    const { text, approximations } = expressionIn(part, negated);
    return { text: part.kind === "any" ? `(${text})` : text, approximations };
  });
  return {
    text: expressions.map(({ text }) => text).join(sign),
    approximations: expressions.flatMap(({ approximations }) => approximations),
  };
};

/** @param negated Whether the condition stands where it finds less the more it is true of. */
const expressionIn = (condition: Condition, negated: boolean): Expression => {
  switch (condition.kind) {
    case "any":
      return joined(condition.parts, " | ", negated);
    case "all":
      return joined(condition.parts, " & ", negated);
    case "not": {
      const { text, approximations } = expressionIn(condition.part, !negated);
      const isGroup = condition.part.kind === "any" || condition.part.kind === "all";
      return { text: isGroup ? `!(${text})` : `!${text}`, approximations };
    }
    case "site":
      return exactly(`(host=${quote(condition.host)} | host$=${quote(`.${condition.host}`)})`);
    case "host":
      return exactly(`host=${quote(condition.host)}`);
    case "address":
      return exactly(`url=${quote(condition.url)}`);
    case "text":
      return textExpression(condition, negated);
    case "property": {
      const { name, form, text } = condition;
      const { source, flags } = splitRegex(text);
      return exactly(form === "exact" ? `${name}=${quote(text)}` : `${name}=~/${source}/${flags}`);
    }
    case "list":
      throw new NotExpressible("export-list", condition.name);
    default:
      throw new NotExpressible("export-figures");
  }
};

/**
 * The expression that means what a condition means.
 *
 * @throws {NotExpressible} where there is none
 */
export const expressionOf = (condition: Condition): Expression => expressionIn(condition, false);
