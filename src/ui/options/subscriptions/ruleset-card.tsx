import { messageText } from "@/browser/message-text.ts";
import type { Problem } from "@/model/problem.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import type { StoredRuleset } from "@/rulesets/stored-rulesets.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { Overreach } from "@/ui/options/overreach.tsx";

import { countsText } from "./content-counts.ts";
import { UnusedRules } from "./unused-rules.tsx";

interface RulesetCardProps {
  readonly ruleset: StoredRuleset;
  readonly store: RulesetStore;
  /** That it hid everything on several pages in a row, where it did. */
  readonly overreach: Problem | undefined;
}

/** A ruleset that was brought in once and stays on this device. */
export function RulesetCard({ ruleset, store, overreach }: RulesetCardProps) {
  const { id, enabled } = ruleset;
  const name = ruleset.name || messageText("subscriptions.untitled");
  const remove = async (): Promise<void> => {
    const change = await store.remove(id);
    if (change !== null) announceDone(messageText("common.deleted", [name]), () => void store.undo(change));
  };
  return (
    <article class={enabled ? "card" : "card card-off"} aria-label={name}>
      <header class="card-head">
        <h3 class="recipe-name" dir="auto">
          {name}
        </h3>
        <div class="card-tools">
          <IconButton icon="remove" label={messageText("common.delete", [name])} onClick={() => void remove()} />
        </div>
        <Switch
          label={messageText("common.switchOf", [name])}
          checked={enabled}
          onChange={(on) => void store.change(id, { enabled: on })}
        />
      </header>
      <p>{countsText(ruleset)}</p>
      <UnusedRules ruleset={ruleset} />
      <Overreach problem={overreach} />
      <p class="hint">{messageText("subscriptions.here")}</p>
    </article>
  );
}
