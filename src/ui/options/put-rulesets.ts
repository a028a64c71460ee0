import type { Problem } from "@/model/problem.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import { ReplacedMeanwhile } from "@/rulesets/ruleset-store.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";

/** What became of it: how it is taken back, or why nothing has changed. */
type PutRulesets =
  | { readonly ok: true; readonly undo: () => Promise<void> }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Puts all of some rulesets in, or none of them.
 *
 * @param over The states that they were worked out from; those that are not among them are new.
 */
export async function putRulesets(
  store: RulesetStore,
  rulesets: readonly Ruleset[],
  over: readonly { readonly id: string; readonly generation: string }[],
): Promise<PutRulesets> {
  const generations = new Map(over.map(({ id, generation }) => [id, generation]));
  const put: number[] = [];
  const undo = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- One lock is waited for by all of them.
    for (const number of put.toReversed()) await store.undo(number);
  };
  try {
    for (const ruleset of rulesets) {
      // oxlint-disable-next-line no-await-in-loop -- One lock is waited for by all of them.
      const number = await store.put({ lists: [], recipes: [], ...ruleset }, generations.get(ruleset.id) ?? null);
      if (number !== null) put.push(number);
    }
    return { ok: true, undo };
  } catch (error) {
    await undo();
    return {
      ok: false,
      problem:
        error instanceof ReplacedMeanwhile
          ? { code: "import-changed-meanwhile", args: [] }
          : { code: "import-not-saved", args: [String(error)] },
    };
  }
}
