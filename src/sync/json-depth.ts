/** Values nested deeper than this are no settings, and would exhaust whatever walks through them. */
const deepest = 100;

/** Whether plain data is nested no deeper than anything of use. */
export function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((item) =>
      typeof item === "object" && item !== null ? (Object.values(item) as unknown[]) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}
