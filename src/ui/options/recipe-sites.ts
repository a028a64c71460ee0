import { compileMatchPattern } from "@/recipes/match-pattern.ts";

/** An address that a match pattern is for. */
const exampleOf = (pattern: string): URL | null => {
  const example = pattern.replace(/^\*:/u, "https:").replaceAll("*", "x");
  return URL.canParse(example) ? new URL(example) : null;
};

const everywhere = "*://*/*";
const written = (pattern: string): string => (pattern === "<all_urls>" ? everywhere : pattern);

/** The hosts that match patterns name, each once. */
export const hostsOf = (patterns: readonly string[]): readonly string[] => [
  ...new Set(patterns.map((pattern) => /^[^/]*\/\/(?<host>[^/]+)\//u.exec(pattern)?.groups?.["host"] ?? pattern)),
];

/** What has to be allowed for a match pattern: permissions know no paths. */
const permissionFor = (pattern: string): string => pattern.replace(/^(?<site>[^/]*\/\/[^/]+\/).*$/u, "$<site>*");

/**
 * The permissions that pages need on which Winnow does not run yet, each once.
 *
 * @param patterns where a recipe is to be used
 * @param running the match patterns of where Winnow runs
 */
export const missingPermissions = (patterns: readonly string[], running: readonly string[]): readonly string[] => {
  const runs = running.flatMap((pattern) => compileMatchPattern(pattern) ?? []);
  const missing = patterns.map(written).filter((pattern) => {
    const example = exampleOf(pattern);
    return example !== null && !runs.some((fits) => fits(example));
  });
  return [...new Set(missing.map(permissionFor))];
};
