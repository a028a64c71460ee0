import type { RegexTree } from "./regex-tree.ts";

const lastAscii = 0x7f;

/**
 * The characters outside ASCII that escapes and classes of ASCII letters match: white space, and long s and the Kelvin
 * sign, which equal s and k where case is ignored.
 */
const asciiFriends =
  "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff" +
  "\u017f\u212a";

/** Asks the engine itself whether atoms match a character, so that every class means what it means there. */
export const atomTests = ({ atoms, atomFlags }: RegexTree): readonly ((character: string) => boolean)[] =>
  atoms.map((atom) => {
    const regex = new RegExp(`^(?:${atom})$`, atomFlags);
    return (character) => regex.test(character);
  });

/** Atoms that match nothing outside ASCII and {@link asciiFriends}: a letter, some escapes, and classes of both. */
// oxlint-disable-next-line no-control-regex -- It is ASCII that is looked for.
const narrowAtom =
  /^(?:[^\\[.\x80-\u{10ffff}]|\\(?:[dsw]|[!-/:-@[-`{-~])|\[(?!\^)(?:[^\\\x80-\u{10ffff}]|\\(?:[dsw]|[!-/:-@[-`{-~]))*\])$/u;

/** An atom that is a character standing for itself. */
export const literalAtom = /^[^\\[.]$/su;

/**
 * Which atoms can match one and the same character, as sets of atom numbers: for every character there is, the set of
 * the atoms that match it is part of one of these sets. Atoms that reach far outside ASCII count as matching every
 * character there that was not tried one by one, which may be too many, but never too few.
 */
export const atomSignatures = (tree: RegexTree): readonly (readonly number[])[] => {
  const tests = atomTests(tree);
  const ignoresCase = tree.atomFlags.includes("i");
  const signatures = new Map<string, readonly number[]>();
  const add = (signature: readonly number[]): void => {
    if (signature.length > 0) signatures.set(signature.join(), signature);
  };
  const addCharacter = (character: string): void => {
    const signature: number[] = [];
    tests.forEach((test, atom) => {
      if (test(character)) signature.push(atom);
    });
    add(signature);
  };
  for (let code = 0; code <= lastAscii; code++) addCharacter(String.fromCharCode(code));
  for (const character of asciiFriends) addCharacter(character);
  const wide: number[] = [];
  tree.atoms.forEach((atom, index) => {
    if (literalAtom.test(atom) && !ignoresCase) addCharacter(atom);
    else if (!narrowAtom.test(atom)) wide.push(index);
  });
  add(wide);
  return [...signatures.values()];
};
