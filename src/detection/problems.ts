import type { Problem } from "@/model/problem.ts";

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A recipe that cannot be run, such as for a selector that the browser cannot read. */
export const recipeFails = (recipe: string, error: unknown): Problem => ({
  code: "recipe-fails",
  args: [recipe, messageOf(error)],
});

/** A recipe that is for this page and found nothing, although the page holds results. */
export const recipeFindsNothing = (recipe: string): Problem => ({ code: "recipe-finds-nothing", args: [recipe] });

/** A result that was found and could not be read. */
export const resultFails = (error: unknown): Problem => ({ code: "result-fails", args: [messageOf(error)] });

/** Looking for results without a recipe failed. */
export const detectorFails = (error: unknown): Problem => ({ code: "detector-fails", args: [messageOf(error)] });

/** The problems, each once. */
export const distinctProblems = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify([problem.code, problem.args]), problem])).values(),
];
