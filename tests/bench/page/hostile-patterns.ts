/** A keyword line that makes a backtracking engine try again and again, and a text that it fails on in the end. */
export interface HostilePattern {
  readonly line: string;
  readonly text: string;
}

/** As long as a field of a result may well be. */
const length = 3000;

export const hostilePatterns: readonly HostilePattern[] = [
  { line: "/(a+)+$/", text: `${"a".repeat(length)}!` },
  { line: "/(a|a)*b/", text: "a".repeat(length) },
  { line: "/(.*a){12}$/", text: "ab".repeat(length / 2) },
  { line: String.raw`/^(\w+\s?)*$/`, text: `${"word ".repeat(length / 5)}!` },
  { line: String.raw`/\s+$/`, text: `${" ".repeat(length)}x` },
  { line: String.raw`/(\d+)*x/`, text: "1".repeat(length) },
  { line: String.raw`/(a*)*\1b/`, text: "a".repeat(length) },
  { line: "/(?=(a+))a*b/", text: "a".repeat(length) },
];
