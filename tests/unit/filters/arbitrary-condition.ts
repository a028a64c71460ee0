import fc from "fast-check";

import type { CalendarDate, Condition, Measure, Operand } from "@/filters/condition.ts";
import { all, any, comparators, measures, not } from "@/filters/condition.ts";
import { dimensionOf, needsUnit, unitsOf } from "@/filters/units.ts";
import { facetNames } from "@/model/facet.ts";
import { fieldNames } from "@/model/result.ts";

const field = fc.constantFrom(null, ...fieldNames.filter((name) => name !== "site"));
const operators = new Set(["AND", "OR", "NOT"]);

const word = fc.stringMatching(/^[a-zäж事*]?[a-zäж事][a-zäж事0-9.+*?-]{0,6}$/u).filter((text) => !operators.has(text));
const phrase = fc
  .string({ unit: fc.constantFrom(...'ab 事"\\“»:()-=\n'), minLength: 1 })
  .filter((text) => text.trim() !== "");
const regex = fc.constantFrom("/a+b/", "/(x|y) z/i", "/[/]$/u", String.raw`/\/path\d+/`);

const text: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant("text"), form: fc.constant("word"), field, text: word }),
  fc.record({ kind: fc.constant("text"), form: fc.constant("phrase"), field, text: phrase }),
  fc.record({ kind: fc.constant("text"), form: fc.constant("regex"), field, text: regex }),
);

const host = fc.constantFrom("example.com", "com", "www.example.com", "xn--bcher-kva.example", "a-b.org");

const amount = fc.tuple(fc.nat(1e6), fc.nat(3)).map(([digits, decimals]) => digits / 10 ** decimals);

/** Counts and prices in thousandths are refused, for they look like thousands. */
const thousandths = /^[1-9]\d{0,2}\.\d{3}$/u;

const date: fc.Arbitrary<CalendarDate> = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.option(fc.integer({ min: 1, max: 12 })),
    fc.option(fc.integer({ min: 1, max: 28 })),
  )
  .map(([year, month, day]) => ({
    kind: "date",
    year,
    ...(month === null ? {} : { month, ...(day === null ? {} : { day }) }),
  }));

const operand = (measure: Measure): fc.Arbitrary<Operand> => {
  const dimension = dimensionOf[measure];
  if (dimension === "date") return date;
  const units = dimension === "money" ? ["", "EUR", "USD", "$"] : Object.keys(unitsOf[dimension]);
  const unit = fc.constantFrom(...units.filter((name) => name !== "" || !needsUnit(dimension)));
  const readable = fc.tuple(amount, unit).filter(([number, of]) => {
    const isGrouped = dimension === "money" || (dimension === "count" && of === "");
    return !isGrouped || !thousandths.test(String(number));
  });
  return readable.map(([number, of]) => ({ kind: "quantity", amount: number, unit: of }));
};

const comparison: fc.Arbitrary<Condition> = fc.constantFrom(...measures).chain((measure) =>
  fc.oneof(
    fc.record({
      kind: fc.constant("compare"),
      measure: fc.constant(measure),
      comparator: fc.constantFrom(...comparators),
      operand: operand(measure),
    }),
    fc.record({
      kind: fc.constant("between"),
      measure: fc.constant(measure),
      low: operand(measure),
      high: operand(measure),
    }),
  ),
);

const property: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("property"),
    name: fc.constantFrom("$site", "author", "path", "constructor"),
    form: fc.constant("exact"),
    text: fc.oneof(fc.constantFrom("web", "x/y", "/page", "OR", "a=b"), phrase),
  }),
  fc.record({
    kind: fc.constant("property"),
    name: fc.constantFrom("$site", "author", "path", "__proto__"),
    form: fc.constant("regex"),
    text: regex,
  }),
);

/** Every kind of condition without parts. */
export const arbitraryAtom: fc.Arbitrary<Condition> = fc.oneof(
  text,
  comparison,
  fc.record({ kind: fc.constant("site"), host }),
  fc.record({ kind: fc.constant("host"), host }),
  fc.record({ kind: fc.constant("address"), url: fc.oneof(fc.webUrl(), phrase) }),
  fc.record({ kind: fc.constant("list"), name: phrase }),
  property,
  fc.record({ kind: fc.constant("has"), facet: fc.constantFrom(...facetNames) }),
);

/** Makes conditions of every shape from atoms. */
export const conditionsOf = (atom: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      atom,
      tie("condition").map(not),
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map(all),
      fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map(any),
    ),
  })).condition;

export const arbitraryCondition = conditionsOf(arbitraryAtom);
