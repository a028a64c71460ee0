import { messageText } from "@/browser/message-text.ts";
import { siteOf, withSite } from "@/settings/paused-sites.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { PageView } from "./page-state.ts";

/** The switch for the site of the page, where Winnow is allowed to run there. */
export function SiteSwitch({ view }: { readonly view: PageView }) {
  const { settings, change } = useSettings();
  if (!("host" in view)) return null;
  const { host } = view;
  return (
    <div class="site-row">
      <Icon name="globe" />
      <span class="site-host" dir="ltr">
        {host}
      </span>
      {view.kind !== "not-allowed" && (
        <Switch
          small
          label={messageText("popup.siteSwitch", [host])}
          checked={!settings.value.pausedSites.includes(siteOf(host))}
          disabled={!settings.value.enabled}
          onChange={(on) => void change((current) => withSite(current, host, on))}
        />
      )}
    </div>
  );
}
