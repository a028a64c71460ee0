import type { Condition, Operand } from "./condition.ts";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** An operand in normal form: dates as ISO 8601 writes them, units in their canonical spelling. */
export const printOperand = (operand: Operand): string => {
  if (operand.kind === "quantity") return `${operand.amount}${operand.unit}`;
  const { year, month, day } = operand;
  return (
    String(year).padStart(4, "0") +
    (month === undefined ? "" : `-${twoDigits(month)}`) +
    (day === undefined ? "" : `-${twoDigits(day)}`)
  );
};

/** Every sign that the scanner takes for a quote is escaped, typographic ones too. */
const quote = (text: string): string =>
  `"${text.replaceAll(/["\\\u201c-\u201e\u00ab\u00bb\uff02]/gu, String.raw`\$&`)}"`;

/** A name that reads back without quotes. */
const plainName = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

const printAtom = (condition: Exclude<Condition, { kind: "all" | "any" | "not" }>): string => {
  switch (condition.kind) {
    case "text":
      return (
        (condition.field === null ? "" : `${condition.field}:`) +
        (condition.form === "phrase" ? quote(condition.text) : condition.text)
      );
    case "site":
      return `site:${condition.host}`;
    case "host":
      return `site=${condition.host}`;
    case "address":
      return `url=${quote(condition.url)}`;
    case "list":
      return `list:${plainName.test(condition.name) ? condition.name : quote(condition.name)}`;
    case "property": {
      const isPlain = condition.form === "regex" || plainName.test(condition.text);
      return `prop:${condition.name}=${isPlain ? condition.text : quote(condition.text)}`;
    }
    case "compare":
      return `${condition.measure}${condition.comparator}${printOperand(condition.operand)}`;
    case "between":
      return `${condition.measure}=${printOperand(condition.low)}..${printOperand(condition.high)}`;
    default:
      return `has:${condition.facet}`;
  }
};

/** The condition in normal form, which `parseCondition` reads back as the same condition. */
export const printCondition = (condition: Condition): string => {
  switch (condition.kind) {
    case "any":
      return condition.parts.map(printCondition).join(" OR ");
    case "all":
      return condition.parts
        .map((part) => (part.kind === "any" ? `(${printCondition(part)})` : printCondition(part)))
        .join(" ");
    case "not": {
      const { part } = condition;
      return part.kind === "any" || part.kind === "all" ? `-(${printCondition(part)})` : `-${printCondition(part)}`;
    }
    default:
      return printAtom(condition);
  }
};
