import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { allSites, releaseSites, requestSites } from "@/browser/site-permission.ts";
import { Switch } from "@/ui/controls/switch.tsx";

/** Patterns under which browsers report that every site was granted. */
const everySite = new Set([allSites, "<all_urls>", "http://*/*", "https://*/*"]);
export const isEverySite = (pattern: string): boolean => everySite.has(pattern);

/** The switch that lets Winnow run everywhere, with what that means. */
export function AllSites({ granted }: { readonly granted: readonly string[] }) {
  const refused = useSignal(false);
  const given = granted.some(isEverySite);
  const ask = (on: boolean): void => {
    const answer = on ? requestSites(allSites) : releaseSites(allSites);
    void answer.then((done) => (refused.value = !done));
  };
  return (
    <div class="card setting">
      <div class="setting-text">
        <h3>{messageText("options.allSites")}</h3>
        <p>{messageText("options.allSitesMeaning")}</p>
        {refused.value && <p role="status">{messageText(given ? "options.stillGiven" : "popup.refused")}</p>}
      </div>
      {/* The key makes the box anew after a refusal: it shows what is, not what was clicked. */}
      <Switch
        key={`${given} ${refused.value}`}
        label={messageText("options.allSites")}
        checked={given}
        onChange={ask}
      />
    </div>
  );
}
