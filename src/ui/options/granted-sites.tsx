import { messageText } from "@/browser/message-text.ts";
import { releaseSites } from "@/browser/site-permission.ts";
import { hostPatterns } from "@/subscriptions/host-pattern.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { isEverySite } from "./all-sites.tsx";

/** The site that a pattern of all its pages is for. */
const siteOf = (pattern: string): string => pattern.replaceAll(/^\*:\/\/|\/\*$/gu, "");

/** The single sites that were allowed from the popup or in the browser's own settings. */
export function GrantedSites({ granted }: { readonly granted: readonly string[] }) {
  const { settings } = useSettings();
  const fetchedFrom = hostPatterns(settings.value.subscriptions);
  const single = granted.filter((pattern) => !isEverySite(pattern) && !fetchedFrom.has(pattern));
  if (single.length === 0) return null;
  return (
    <div class="card">
      <h3>{messageText("options.grantedSites")}</h3>
      <ul class="site-list">
        {single.map((pattern) => (
          <li key={pattern}>
            <span dir="ltr">{siteOf(pattern)}</span>
            <IconButton
              icon="close"
              label={messageText("options.release", [siteOf(pattern)])}
              onClick={() => void releaseSites(pattern)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
