import type { Evidence } from "@/model/verdict.ts";

import { facetOf } from "./compile-comparison.ts";
import { compileCondition, truthOf } from "./compile-condition.ts";
import type { Condition } from "./condition.ts";
import { printCondition } from "./print-condition.ts";
import type { Names, Subject } from "./subject.ts";
import { termLine } from "./term-line.ts";

type Atom = Exclude<Condition, { kind: "all" | "any" | "not" }>;

/** What of the result an atom was true or false of, or null where there is nothing to show. */
const presentEvidence = (atom: Atom, names: Names, subject: Subject): readonly Evidence[] | null => {
  switch (atom.kind) {
    case "text": {
      const found = subject.textOf(names.termOf(termLine(atom)));
      return found && [{ kind: "text", ...found }];
    }
    case "site":
    case "host":
      return subject.host === null ? null : [{ kind: "text", field: "site", text: subject.host }];
    case "address":
      return subject.url === null ? null : [{ kind: "text", field: "url", text: subject.url }];
    case "list": {
      const list = names.listOf(atom.name);
      const hits = list === null ? undefined : subject.hitsByList.get(list);
      return list === null || hits === undefined ? null : [{ kind: "list", list, hits }];
    }
    case "property": {
      const text = subject.property(atom.name);
      return text === null ? null : [{ kind: "property", name: atom.name, text }];
    }
    case "has": {
      const figure = subject.facet(atom.facet);
      return figure ? [{ kind: "facet", facet: atom.facet, text: figure.text }] : null;
    }
    default: {
      const facet = facetOf(atom.measure);
      const figure = facet && subject.facet(facet);
      if (facet && figure) return [{ kind: "facet", facet, text: figure.text }];
      const lists = [...subject.hitsByList].map(([list, hits]): Evidence => ({ kind: "list", list, hits }));
      return lists.length > 0 ? lists : null;
    }
  }
};

/** What made a condition true, or false where that is what is wanted of it; `subject` has to agree. */
const explain = (condition: Condition, wanted: boolean, names: Names, subject: Subject): readonly Evidence[] => {
  switch (condition.kind) {
    case "not":
      return explain(condition.part, !wanted, names, subject);
    case "all":
    case "any": {
      // Where all parts had to agree, all are told; otherwise those that did.
      const parts =
        (condition.kind === "all") === wanted
          ? condition.parts
          : condition.parts.filter((part) => truthOf(compileCondition(part, names), subject) === wanted);
      return parts.flatMap((part) => explain(part, wanted, names, subject));
    }
    case "compare":
    case "between":
      return presentEvidence(condition, names, subject) ?? [{ kind: "absent", text: printCondition(condition) }];
    default: {
      const present = wanted ? presentEvidence(condition, names, subject) : null;
      return present ?? [{ kind: "absent", text: printCondition(condition) }];
    }
  }
};

/** What in a result made a condition true, which it must be of the subject. Equal evidence is told once. */
export const explainCondition = (condition: Condition, names: Names, subject: Subject): readonly Evidence[] => {
  const seen = new Set<string>();
  return explain(condition, true, names, subject).filter((evidence) => {
    const key = JSON.stringify(evidence);
    return !seen.has(key) && seen.add(key);
  });
};
