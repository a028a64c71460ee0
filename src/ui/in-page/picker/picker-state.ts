import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import type { Problem } from "@/model/problem.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { askedWords } from "@/picking/asked-words.ts";
import { keepableKinds } from "@/picking/keepable-kinds.ts";
import type { KeepableKinds } from "@/picking/keepable-kinds.ts";
import { makeRecipe } from "@/picking/make-recipe.ts";
import { proposeResults } from "@/picking/propose-results.ts";
import type { Ladder, Proposal } from "@/picking/propose-results.ts";
import { pageMatch, siteMatch } from "@/picking/site-matches.ts";

/** An answer to a pick that the user may change before it is saved. */
export interface Proposed {
  readonly kind: "proposed";
  readonly ladder: Ladder;
  /** Which of the proposals is shown. */
  readonly index: number;
  /** What else is found on the page so far, and whether it is kept. */
  readonly keepable: KeepableKinds | null;
  readonly keep: boolean;
  /** The recipe is for the whole site, not for pages of this path alone. */
  readonly wholeSite: boolean;
}

export type Phase =
  | { readonly kind: "choosing"; readonly nothingAlike: boolean }
  | Proposed
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly runsHere: boolean }
  | { readonly kind: "failed"; readonly problem: Problem };

/** What the picker does outside of itself. */
export interface PickerSurroundings {
  readonly document: Document;
  /** The user's recipes as they are now. */
  readonly recipes: () => Promise<readonly UserRecipe[]>;
  /** Puts a recipe before all others; a problem where it could not be stored. */
  readonly save: (data: UserRecipe["data"]) => Promise<Problem | null>;
  readonly runsHere: () => boolean;
}

/** A pick from the first look to the saved recipe. */
export interface PickerState {
  readonly phase: ReadonlySignal<Phase>;
  /** The element under the pointer or at the keyboard's stop. */
  readonly pointed: ReadonlySignal<Element | null>;
  readonly point: (element: Element | null) => void;
  readonly pick: (element: Element) => Promise<void>;
  /** Goes back to choosing. */
  readonly chooseAgain: () => void;
  /** Takes more (1) or less (-1). */
  readonly widen: (by: -1 | 1) => void;
  readonly setKeep: (keep: boolean) => void;
  readonly setWholeSite: (wholeSite: boolean) => void;
  readonly save: () => Promise<void>;
}

/** The proposal that is shown. */
export const shownProposal = ({ ladder, index }: Proposed): Proposal => ladder.proposals[index]!;

/** Where a recipe would be used. */
export const matchOf = ({ wholeSite }: Pick<Proposed, "wholeSite">, document: Document): string => {
  const address = new URL(document.URL);
  return wholeSite ? siteMatch(address) : pageMatch(address, askedWords(document));
};

/** The kind of browser, as the page's own session tells recipes of it. */
const userAgent = (): "mobile" | "desktop" => (/\bMobi/u.test(navigator.userAgent) ? "mobile" : "desktop");

export const createPickerState = ({ document, recipes, save, runsHere }: PickerSurroundings): PickerState => {
  const phase = signal<Phase>({ kind: "choosing", nothingAlike: false });
  const pointed = signal<Element | null>(null);

  const change = (changed: Partial<Proposed>): void => {
    if (phase.value.kind === "proposed") phase.value = { ...phase.value, ...changed };
  };

  /** Shows one of the proposals; what can be kept beside it depends on which it is. */
  const show = async (
    ladder: Ladder,
    index: number,
    { keep, wholeSite }: Pick<Proposed, "keep" | "wholeSite">,
  ): Promise<void> => {
    const shown: Proposed = { kind: "proposed", ladder, index, keepable: null, keep, wholeSite };
    phase.value = shown;
    const where = { document, recipes: await recipes(), userAgent: userAgent() };
    const current = phase.value;
    if (current.kind !== "proposed" || current.ladder !== ladder || current.index !== index) return;
    change({ keepable: keepableKinds(shownProposal(shown).results, where) });
  };

  return {
    phase,
    pointed,
    point: (element) => {
      pointed.value = element;
    },
    pick: async (element) => {
      const ladder = proposeResults(element);
      if (ladder.proposals.length === 0) phase.value = { kind: "choosing", nothingAlike: true };
      else await show(ladder, ladder.best, { keep: true, wholeSite: false });
    },
    chooseAgain: () => {
      phase.value = { kind: "choosing", nothingAlike: false };
    },
    widen: (by) => {
      const { value } = phase;
      if (value.kind !== "proposed" || value.ladder.proposals[value.index + by] === undefined) return;
      void show(value.ladder, value.index + by, value);
    },
    setKeep: (keep) => change({ keep }),
    setWholeSite: (wholeSite) => change({ wholeSite }),
    save: async () => {
      const { value } = phase;
      if (value.kind !== "proposed") return;
      phase.value = { kind: "saving" };
      const problem = await save(
        makeRecipe({
          host: document.location.hostname,
          match: matchOf(value, document),
          result: shownProposal(value).recipe,
          keep: value.keep ? (value.keepable?.page ?? null) : null,
          now: Date.now(),
        }),
      );
      phase.value = problem === null ? { kind: "saved", runsHere: runsHere() } : { kind: "failed", problem };
    },
  };
};
