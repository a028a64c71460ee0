import type { Problem } from "@/model/problem.ts";
import type { FieldName } from "@/model/result.ts";

import type { RegexPlan } from "./regex/plan-regex.ts";

/** What a keyword looks for. */
export type Pattern =
  | { readonly kind: "literal"; readonly text: string }
  /** `*` stands for any characters, `?` for one; see README.md. */
  | { readonly kind: "wildcard"; readonly text: string }
  /** `said` is the same for expressions that say the same. */
  | { readonly kind: "regex"; readonly plan: RegexPlan; readonly said: string };

/** One line of a keyword list, read. */
export interface Keyword {
  /** The field the keyword is confined to, or null where it is looked for in title, snippet and meta. */
  readonly field: FieldName | null;
  readonly pattern: Pattern;
}

export type ParsedLine =
  | { readonly kind: "blank" }
  | { readonly kind: "comment" }
  | { readonly kind: "keyword"; readonly keyword: Keyword }
  | { readonly kind: "problem"; readonly problem: Problem };
