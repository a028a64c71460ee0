import type { Subscription } from "@/model/settings.ts";
import { defaultInterval } from "@/settings/settings-schema.ts";

import type { ImportedSubscription } from "../imported-lists.ts";
import { isSecureAddress } from "../is-secure-address.ts";
import type { PartChoice, PartPlan, Present } from "../plan-import.ts";
import { subscriptionId } from "../subscription-id.ts";

/** Addresses that are not subscribed to yet are added; they are asked permission for where subscriptions are listed. */
export const planSubscriptions = (
  { settings }: Present,
  imported: readonly ImportedSubscription[],
  newId: (key: string) => string,
  choice: PartChoice,
): PartPlan | null => {
  const ids = new Set(settings.subscriptions.map(({ id }) => id));
  const given = imported
    .filter(({ address }) => isSecureAddress(address))
    .map(({ name, address, enabled, interval }): Subscription => ({
      id: subscriptionId(address, ids, () => newId(`subscription ${address}`)),
      enabled,
      name: name ?? "",
      address,
      interval: interval ?? defaultInterval,
    }));
  if (given.length === 0) return null;
  const newOnes = (known: readonly Subscription[]): readonly Subscription[] => {
    const addresses = new Set(known.map(({ address }) => address));
    return given.filter(({ address }) => !addresses.has(address) && addresses.add(address));
  };
  const added = newOnes(settings.subscriptions).length;
  return {
    part: {
      key: "subscriptions",
      kind: "subscriptions",
      name: null,
      taken: choice.taken ?? added > 0,
      color: null,
      into: null,
      targets: [],
      asFilters: null,
      exactly: null,
      replaced: [],
      lost: [],
      added,
      changed: 0,
      removed: 0,
      same: given.length - added,
    },
    change: (current) => ({
      ...current,
      subscriptions: [...current.subscriptions, ...newOnes(current.subscriptions)],
    }),
  };
};
