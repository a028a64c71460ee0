import { messageText } from "@/browser/message-text.ts";
import { openSettings } from "@/browser/open-settings.ts";
import type { PageReport } from "@/model/report.ts";
import type { StoredRuleset } from "@/rulesets/stored-rulesets.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { Part } from "./part.tsx";
import { Row } from "./row.tsx";
import { RuleCounts } from "./rule-counts.tsx";
import type { RulesetState } from "./ruleset-state.ts";

interface RulesetRowsProps {
  readonly state: RulesetState;
  readonly report: PageReport | null;
}

/** Each ruleset that was brought or subscribed to, with its switch and the results that its rules apply to. */
export function RulesetRows({ state, report }: RulesetRowsProps) {
  const { settings, change } = useSettings();
  const { subscriptions } = settings.value;
  const isOn = ({ id, address, enabled }: StoredRuleset): boolean =>
    address === null ? enabled : subscriptions.some((one) => one.id === id && one.enabled);
  const rulesets = state.rulesets.value.filter(
    ({ id, address, rules }) => rules > 0 && (address === null || subscriptions.some((one) => one.id === id)),
  );
  if (rulesets.length === 0) return null;
  return (
    <Part name="rulesets" title={messageText("popup.rulesets")} openAtFirst>
      <ul class="rows">
        {rulesets.map((ruleset) => {
          const { id, address } = ruleset;
          const on = isOn(ruleset);
          const count = report?.state === "ready" && on ? (report.resultsByFilter[id] ?? 0) : null;
          return (
            <Row
              key={id}
              leading={<Icon name={address === null ? "import" : "globe"} />}
              name={ruleset.name || address || messageText("subscriptions.untitled")}
              count={count === null ? "" : messageText("popup.filterCount", count)}
              details={count === null || count === 0 || report === null ? null : <RuleCounts id={id} report={report} />}
              detailsTitle={messageText("popup.eachRule")}
              problem={null}
              enabled={on}
              onSwitch={(enabled) =>
                void (address === null
                  ? state.enable(id, enabled)
                  : change(patchItem("subscriptions", id, { enabled })))
              }
              onOpen={() => void openSettings("subscriptions")}
            />
          );
        })}
      </ul>
    </Part>
  );
}
