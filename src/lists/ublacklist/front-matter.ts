import { parse } from "yaml";

/** What stands before the rules of a file, and the rules. */
export interface FrontMatter {
  readonly name: string | null;
  readonly homepage: string | null;
  /** The lines behind it, and the number of the first of them, from 1. */
  readonly lines: readonly string[];
  readonly first: number;
}

/** A file's head says little; what is longer is none. */
const mostLines = 200;
const mostCharacters = 10_000;

const readFields = (text: string): Readonly<Record<string, unknown>> => {
  if (text.length > mostCharacters) return {};
  try {
    // Comparing each key with all others would take the square of their number.
    const fields: unknown = parse(text, { maxAliasCount: 0, logLevel: "silent", uniqueKeys: false });
    return typeof fields === "object" && fields !== null ? (fields as Record<string, unknown>) : {};
  } catch {
    // The rules count even where the head is broken.
    return {};
  }
};

const textOf = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);

/** Takes the YAML between two lines of `---` off the beginning of a text. */
export const readFrontMatter = (lines: readonly string[]): FrontMatter => {
  const none = { name: null, homepage: null, lines, first: 1 };
  if (lines[0]?.trimEnd() !== "---") return none;
  const end = lines.slice(1, mostLines).findIndex((line) => line.trimEnd() === "---") + 1;
  if (end === 0) return none;
  const fields = readFields(lines.slice(1, end).join("\n"));
  return {
    name: textOf(fields["name"]),
    homepage: textOf(fields["homepage"]),
    lines: lines.slice(end + 1),
    first: end + 2,
  };
};
