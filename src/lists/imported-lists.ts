import type { ColorNumber, KeywordList } from "@/model/keyword-list.ts";
import type { Problem } from "@/model/problem.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import type { Settings, UserRecipe } from "@/model/settings.ts";

/** Every format that can be read. The last three are plain texts, which only their reader can tell apart for sure. */
export const importFormats = [
  "winnow",
  "ublacklist",
  "ublacklist-backup",
  "serpinfo",
  "goggle",
  "hohser",
  "highlight-this",
  "mark-my-search",
  "google-hit-hider",
  "search-hit-hider",
  "gossip",
  "kagi-redirects",
  "hosts",
  "domains",
  "words",
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What a text was taken for. */
export interface RecognizedFormat {
  readonly name: ImportFormat;
  /** What of the content told it: the message files hold the sentence under `importReason.<sign>`. */
  readonly reason: { readonly sign: string; readonly args: readonly string[] };
  /** What the text may be as well, the likelier first. */
  readonly alternatives: readonly ImportFormat[];
}

/** One line that was read otherwise than it stands there, or not at all, and why. */
export interface LineIssue {
  /** From 1; 0 where the format has no lines. */
  readonly line: number;
  /** The line, or what stands for it, as it was written. */
  readonly text: string;
  readonly problem: Problem;
}

export interface ImportedList extends Pick<KeywordList, "lines" | "enabled" | "options"> {
  /** Null where the text tells none. */
  readonly name: string | null;
  /** Null where the format has no colours. */
  readonly color: ColorNumber | null;
}

export interface ImportedRuleset extends Pick<Ruleset, "rules"> {
  /** Null where the text tells none. */
  readonly name: string | null;
  /** Where the text says that its makers are found. */
  readonly homepage?: string;
  /** Where the text says whether it is switched on; it is otherwise. */
  readonly enabled?: boolean;
}

/** An address that the other tool fetched rules or recipes from. */
export interface ImportedSubscription {
  readonly name: string | null;
  readonly address: string;
  readonly kind: "rules" | "recipes";
  readonly enabled: boolean;
  /** Hours from one update to the next, where the text tells. */
  readonly interval?: number;
}

/** What a text holds, in Winnow's own terms. */
export interface ImportedLists {
  /** Null where it is nothing that can be read; `problems` says why. */
  readonly format: RecognizedFormat | null;
  readonly lists: readonly ImportedList[];
  readonly rulesets: readonly ImportedRuleset[];
  /** SERPINFO as plain data. */
  readonly recipes: readonly UserRecipe["data"][];
  readonly subscriptions: readonly ImportedSubscription[];
  /** All of Winnow's settings, from a file of its own. */
  readonly settings: Settings | null;
  /** Lines that were left out. */
  readonly notUnderstood: readonly LineIssue[];
  /** Lines that lost something on the way, such as how strong a boost is. */
  readonly simplified: readonly LineIssue[];
  /** What there is to say of the text as a whole. */
  readonly problems: readonly Problem[];
}

/** What a reader of one format gives. */
export type ImportedParts = Partial<Omit<ImportedLists, "format">>;

/** Reads step by step, so that who calls can see to other things in between; a step is a few milliseconds at most. */
export type StepwiseReading<Result> = Generator<void, Result>;
