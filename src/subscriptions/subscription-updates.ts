import type { Problem } from "@/model/problem.ts";
import type { RunAlone } from "@/model/run-alone.ts";
import type { Subscription } from "@/model/settings.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import { workInSlices } from "@/rulesets/work-in-slices.ts";
import { runAloneUnder } from "@/settings/run-alone.ts";
import type { StorageArea } from "@/settings/storage-area.ts";

import { compareContent } from "./compare-content.ts";
import { fetchText, noValidators } from "./fetch-text.ts";
import type { FetchedText } from "./fetch-text.ts";
import { fetchedOrigin } from "./host-pattern.ts";
import { keywordsOf, readContent, sizeOf } from "./subscription-content.ts";
import type { ReadContent, SubscriptionContent } from "./subscription-content.ts";
import { freshState, loadStates, statesKey } from "./subscription-states.ts";
import type { SubscriptionState } from "./subscription-states.ts";

/** So much has to be there before it is a matter of how much of it goes. */
const leastGuarded = 20;
/** An update that leaves less than one of so many entries is none: something else came in the place of the list. */
const shrinksBy = 10;

type SubscriptionContentParts = Pick<SubscriptionContent, "rules" | "lists" | "recipes">;

/** What updates need of the browser around them. */
export interface UpdateSurroundings {
  readonly local: StorageArea;
  readonly rulesets: RulesetStore;
  readonly request: typeof fetch;
  /** Whether the user allowed the host of an origin. */
  readonly isAllowed: (origin: string) => Promise<boolean>;
  readonly now: () => number;
  readonly alone?: RunAlone;
}

/** What an address gave, to be looked at before it is taken. */
export type Preview =
  | {
      readonly ok: true;
      readonly fetched: FetchedText & { readonly kind: "text" };
      readonly content: SubscriptionContent;
    }
  | Extract<ReadContent, { readonly ok: false }>;

export interface SubscriptionUpdates {
  /** Fetches and reads an address, and changes nothing. */
  readonly preview: (id: string, address: string) => Promise<Preview>;
  /** Takes what was looked at as the content of a subscription. */
  readonly adopt: (subscription: Subscription, preview: Preview & { readonly ok: true }) => Promise<SubscriptionState>;
  /**
   * Asks an address again. What it gives takes the place of what it gave last, but only if it is fine as a whole: at
   * every problem the last good state stays, also where reading or storing it fails. That it is asked is noted before,
   * so that an update which the browser ends in the middle is known by its state.
   *
   * @throws where storage refuses even the note of how it went; the last good state is then as it was.
   */
  readonly update: (subscription: Subscription) => Promise<SubscriptionState>;
}

/** Why what came is not what was subscribed to; null where it may be. */
const refusalOf = (before: SubscriptionContentParts, after: SubscriptionContent): Problem | null => {
  // Whatever a server says in words reads as a list of words.
  const hadRules = before.rules.length + before.recipes.length > 0;
  if (hadRules && after.rules.length + after.recipes.length === 0) {
    return { code: "subscription-other-kind", args: [] };
  }
  const [size, left] = [sizeOf(before), sizeOf(after)];
  const keywords = new Set(keywordsOf(before));
  const hasNone = keywords.size > 0 && !keywordsOf(after).some((keyword) => keywords.has(keyword));
  if (!hadRules && after.rules.length + after.recipes.length === 0 && hasNone && left < size) {
    return { code: "subscription-other-words", args: [String(left), String(size)] };
  }
  return size >= leastGuarded && left * shrinksBy < size
    ? { code: "subscription-shrunk", args: [String(left), String(size)] }
    : null;
};

export function createSubscriptionUpdates({
  local,
  rulesets,
  request,
  isAllowed,
  now,
  alone = runAloneUnder("winnow-subscriptions"),
}: UpdateSurroundings): SubscriptionUpdates {
  const save = (id: string, state: SubscriptionState): Promise<SubscriptionState> =>
    alone(async () => {
      await local.set({ [statesKey]: { ...(await loadStates(local)), [id]: state } });
      return state;
    });

  const take = async (
    { id, name, address }: Subscription,
    state: SubscriptionState,
    { etag, lastModified }: FetchedText & { readonly kind: "text" },
    content: SubscriptionContent,
    before: SubscriptionContentParts | null,
  ): Promise<SubscriptionState> => {
    const compared = before === null ? null : await workInSlices(compareContent(before, content));
    const difference = compared && { added: compared.added, removed: compared.removed };
    const isNew = difference === null || difference.added + difference.removed > 0;
    const { rules, lists, recipes, leftOut } = content;
    if (compared?.isSame !== true) {
      await rulesets.put({ id, name: name || content.name || address, enabled: true, address, rules, lists, recipes });
    }
    const time = now();
    const told = isNew ? { changed: time, difference } : {};
    return save(id, { ...state, ...told, etag, lastModified, checked: time, fine: time, problem: null, leftOut });
  };

  const ask = async (address: string, state: SubscriptionState): Promise<FetchedText> => {
    const origin = fetchedOrigin(address);
    if (origin === null) return { kind: "problem", problem: { code: "subscription-bad-address", args: [] } };
    if (!(await isAllowed(origin))) {
      return { kind: "problem", problem: { code: "subscription-not-allowed", args: [new URL(address).host] } };
    }
    return fetchText(address, state, request);
  };

  return {
    preview: async (id, address) => {
      const fetched = await fetchText(address, noValidators, request);
      if (fetched.kind === "problem") return { ok: false, problem: fetched.problem };
      if (fetched.kind === "unchanged") return { ok: false, problem: { code: "subscription-status", args: ["304"] } };
      const read = await workInSlices(readContent(id, fetched.text));
      return read.ok ? { ok: true, fetched, content: read.content } : read;
    },
    adopt: async (subscription, { fetched, content }) =>
      take(subscription, freshState(subscription.address), fetched, content, await rulesets.read(subscription.id)),
    update: async (subscription) => {
      const { id, address } = subscription;
      const known = (await loadStates(local))[id];
      const has = (await rulesets.load()).some((one) => one.id === id);
      // Without what was fetched last, an answer that nothing changed would leave nothing.
      const state =
        known?.address === address && has
          ? { ...known, ended: true }
          : { ...freshState(address), fine: known?.address === address ? known.fine : 0 };
      const failed = (problem: Problem): Promise<SubscriptionState> => save(id, { ...state, checked: now(), problem });
      await save(id, { ...state, checked: now(), ended: false });
      const fetched = await ask(address, state);
      if (fetched.kind === "problem") return failed(fetched.problem);
      if (fetched.kind === "unchanged") return save(id, { ...state, checked: now(), fine: now(), problem: null });
      try {
        const read = await workInSlices(readContent(id, fetched.text));
        if (!read.ok) return await failed(read.problem);
        const before = await rulesets.read(id);
        const refusal = before === null ? null : refusalOf(before, read.content);
        return await (refusal === null ? take(subscription, state, fetched, read.content, before) : failed(refusal));
      } catch (error) {
        // Whatever it is, it is a problem of this address alone.
        const message = error instanceof Error ? error.message : String(error);
        return failed({ code: "subscription-not-saved", args: [message] });
      }
    },
  };
}
