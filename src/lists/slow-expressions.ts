import { planRegex } from "@/matching/regex/plan-regex.ts";
import type { RegexNode } from "@/matching/regex/regex-tree.ts";
import { longestSearched } from "@/recipes/longest-searched.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";
import type { PropertyCommand, Recipe, RecipeResult } from "@/recipes/recipe.ts";

/**
 * An expression is quick enough when a text of this share of the longest one is surely searched within a millisecond
 * or two: where attempts at every place cost most, the longest takes eight times as long.
 */
const surelyQuick = 0.35;

/**
 * Where nothing is certain so many simple loops are let pass: expressions such as `\s*-\s*(.*)$` are frequent, and only
 * a text made for it, of thousands of characters, would keep them busy for long.
 */
const mostLoops = 3;

/** What may be repeated once at the most is no loop. */
const mostOnce = 1;

function* expressionsOf(command: PropertyCommand): Iterable<string> {
  if (typeof command === "string") return;
  switch (command[0]) {
    case "regexInclude":
    case "regexExclude":
      yield command[1];
      yield* expressionsOf(command[2]);
      break;
    case "regexSubstitute":
      yield command[1];
      yield* expressionsOf(command[3]);
      break;
    case "domainToURL":
      yield* expressionsOf(command[1]);
      break;
    case "or":
      for (const choice of command[1]) yield* expressionsOf(choice);
      break;
    default:
  }
}

const commandsOf = ({ url, props }: RecipeResult): readonly PropertyCommand[] =>
  [url, ...Object.values(props ?? {})].filter((command) => command !== undefined);

/**
 * The loops of an expression, each of which may take a step for every character of the text; infinitely many where
 * there is a choice in one of them, as in `(a+)+`: ways through it may double with each character.
 */
const countLoops = (node: RegexNode, inLoop = false): number => {
  switch (node.kind) {
    case "sequence":
    case "choice": {
      if (inLoop && node.kind === "choice") return Infinity;
      return node.nodes.reduce((sum, inner) => sum + countLoops(inner, inLoop), 0);
    }
    case "repeat": {
      if (node.min === node.max) return countLoops(node.node, inLoop);
      if (inLoop) return Infinity;
      return node.max === Infinity ? 1 + countLoops(node.node, true) : countLoops(node.node, node.max > mostOnce);
    }
    case "group":
    case "look":
      return countLoops(node.node, inLoop);
    case "reference":
      return Infinity;
    default:
      return 0;
  }
};

const isQuick = (expression: string): boolean => {
  const plan = planRegex(expression, "u");
  return (
    "native" in plan && (plan.nativeLength >= longestSearched * surelyQuick || countLoops(plan.tree.root) <= mostLoops)
  );
};

/** The regular expressions of a recipe, as a file has it, that could keep a page waiting on some text. */
export const slowExpressions = (data: unknown): readonly string[] => {
  const pages: Recipe["pages"] = readRecipe(data).recipe?.pages ?? [];
  return pages
    .flatMap(({ includeRegex, excludeRegex, redirects, results }) => [
      ...[includeRegex, excludeRegex].filter((expression) => expression !== undefined),
      ...(redirects ?? []).map(({ match }) => match),
      ...results.flatMap(commandsOf).flatMap((command) => [...expressionsOf(command)]),
    ])
    .filter((expression) => !isQuick(expression));
};
