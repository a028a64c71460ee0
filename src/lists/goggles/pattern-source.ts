import { escapeRegex } from "../regex-text.ts";

/** What `^` stands for: what separates the parts of an address, or its end. */
const separator = String.raw`(?:[^\w.%-]|$)`;

const sourceOfSign = (sign: string): string => {
  if (sign === "*") return ".*";
  return sign === "^" ? separator : escapeRegex(sign);
};

/** The regular expression that finds what a goggle's pattern finds; null where `|` stands in the middle of it. */
export const patternSource = (pattern: string): string | null => {
  const start = pattern.startsWith("|");
  const end = pattern.length > 1 && pattern.endsWith("|");
  const body = pattern.slice(start ? 1 : 0, end ? -1 : undefined);
  if (body.includes("|") || body === "") return null;
  return (start ? "^" : "") + body.replaceAll(/[*^]|[^*^]+/gu, sourceOfSign) + (end ? "$" : "");
};

const signs = /\.\*|\(\?:\[\^\\w\.%-\]\|\$\)|\\[\\^$.*+?()[\]{}|/]|[^\\^$.*+?()[\]{}|/]/uy;

/** The pattern that {@link patternSource} makes this regular expression of; null where there is none. */
export const patternOfSource = (source: string): string | null => {
  const start = source.startsWith("^");
  const end = source.endsWith("$") && !source.endsWith(String.raw`\$`);
  const body = source.slice(start ? 1 : 0, end ? -1 : undefined);
  let pattern = "";
  for (signs.lastIndex = 0; signs.lastIndex < body.length;) {
    const [sign] = signs.exec(body) ?? [];
    if (sign === undefined) return null;
    const plain = sign === ".*" ? "*" : sign === separator ? "^" : sign.replace("\\", "");
    // These signs have another meaning in a pattern, and no way to write them.
    if (plain.length === 1 && "*^|".includes(plain) && sign.startsWith("\\")) return null;
    pattern += plain;
  }
  const written = (start ? "|" : "") + pattern + (end ? "|" : "");
  return pattern === "" || patternSource(written) !== source ? null : written;
};
