import { useSignal } from "@preact/signals";

import { reloadTab } from "@/browser/current-tab.ts";
import { messageText } from "@/browser/message-text.ts";
import { requestSites, sitePattern } from "@/browser/site-permission.ts";
import { Note } from "@/ui/controls/note.tsx";

import type { PageView } from "./page-state.ts";

interface NoReportProps {
  readonly view: Exclude<PageView, { kind: "running" }>;
  readonly tab: number | null;
}

/** Why nothing of Winnow runs on the page, and what can be done about it. */
export function NoReport({ view, tab }: NoReportProps) {
  switch (view.kind) {
    case "not-allowed":
      return <NotAllowed host={view.host} />;
    case "not-running":
      return (
        <Note tone="plain" icon="reload">
          <p>{messageText("popup.notRunning", [view.host])}</p>
          <button type="button" class="button" onClick={() => void (tab === null ? undefined : reloadTab(tab))}>
            {messageText("popup.reload")}
          </button>
        </Note>
      );
    case "protected":
      return <Note tone="plain">{messageText("popup.protected")}</Note>;
    case "not-web":
      return <Note tone="plain">{messageText("popup.notWeb")}</Note>;
    case "unknown":
      return <Note tone="plain">{messageText("popup.unknownPage")}</Note>;
    default:
      return <Note tone="plain">{messageText("popup.noTab")}</Note>;
  }
}

function NotAllowed({ host }: { readonly host: string }) {
  const refused = useSignal(false);
  return (
    <Note tone="plain" icon="globe">
      <p>{messageText("popup.notAllowed", [host])}</p>
      <p class="hint">{messageText(refused.value ? "popup.refused" : "popup.notAllowedHint")}</p>
      <button
        type="button"
        class="button button-strong"
        onClick={() => {
          void requestSites(sitePattern(host)).then((granted) => (refused.value = !granted));
        }}
      >
        {messageText("popup.runHere")}
      </button>
    </Note>
  );
}
