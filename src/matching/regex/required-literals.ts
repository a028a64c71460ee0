import { caseKeys } from "../case-keys.ts";
import { literalAtom } from "./atom-alphabet.ts";
import type { RegexNode, RegexTree } from "./regex-tree.ts";

/** Texts of which every match holds one at least, and how much fewer texts hold the least of them than hold any. */
interface Required {
  readonly literals: readonly string[];
  readonly worth: number;
}

/** What nearly every address holds tells none from another. */
const everywhere = "HTTPS://WWW.";
/** Two letters are in nearly every text; of scripts with thousands of signs, two are rare. */
const leastWorth = 3;
/** More alternatives than a person writes; each would be looked for by itself. */
const mostLiterals = 32;

const worthOf = (text: string): number =>
  everywhere.includes(text) ? 0 : text.length + text.replaceAll(/[\0-\x7F]/gu, "").length;

const escapedSign = /^\\[!-/:-@[-`{-~]$/u;
const isUncased = (character: string): boolean =>
  character.toLowerCase() === character && character.toUpperCase() === character;

/** The character that an atom is, or null: it is none, or with the flags `i` and `u` might be others than keys tell. */
const literalOf = (atom: string, flags: string): string | null => {
  const character = escapedSign.test(atom) ? atom.slice(1) : literalAtom.test(atom) ? atom : null;
  if (character === null) return null;
  const isKnown = !(flags.includes("i") && flags.includes("u")) || character <= "\x7F" || isUncased(character);
  return isKnown ? character : null;
};

/**
 * Texts of which every match holds at least one, as `caseKeys` has them: the ones that the fewest texts are thought to
 * hold. Null where there are none that are worth looking for.
 */
export const requiredLiterals = ({ root, atoms, atomFlags }: RegexTree): readonly string[] | null => {
  const characters = atoms.map((atom) => literalOf(atom, atomFlags));

  const bestOf = (node: RegexNode): Required | null => {
    let best: Required | null = null;
    let run = "";
    const take = (one: Required | null): void => {
      if (one !== null && (best === null || one.worth > best.worth)) best = one;
    };
    const endRun = (): void => {
      if (run !== "") take({ literals: [run], worth: worthOf(run) });
      run = "";
    };
    const visit = (part: RegexNode): void => {
      switch (part.kind) {
        case "atom": {
          const character = characters[part.atom] ?? null;
          if (character === null) endRun();
          else run += caseKeys(character);
          return;
        }
        case "sequence":
          for (const inner of part.nodes) visit(inner);
          return;
        case "group":
          visit(part.node);
          return;
        case "assertion":
        case "look":
          return;
        case "repeat":
          endRun();
          if (part.min > 0) take(bestOf(part.node));
          return;
        case "choice": {
          endRun();
          const bests = part.nodes.map(bestOf);
          if (bests.every((one) => one !== null)) {
            take({
              literals: bests.flatMap(({ literals }) => literals),
              worth: Math.min(...bests.map(({ worth }) => worth)),
            });
          }
          return;
        }
        case "reference":
          endRun();
      }
    };
    visit(node);
    endRun();
    return best;
  };

  const best = bestOf(root);
  return best === null || best.worth < leastWorth || best.literals.length > mostLiterals ? null : best.literals;
};

/** A source that is characters standing for themselves, and anchors. */
const plainSource = /^\^?((?:[^\\^$.*+?()[\]{}|]|\\[!-/:-@[-`{-~])+)\$?$/su;

/**
 * The text that an expression is no more than, at any place or at an end of the block; null for other expressions.
 * Thousands of these come in lists of other tools.
 */
export const plainText = (source: string, flags: string): string | null =>
  flags.includes("u") ? null : (plainSource.exec(source)?.[1]?.replaceAll(/\\([^])/gu, "$1") ?? null);

/** What {@link requiredLiterals} says of an expression that is no more than a text. */
export const literalsOfText = (text: string): readonly string[] | null => {
  const keys = caseKeys(text);
  return worthOf(keys) < leastWorth ? null : [keys];
};
