import { messageText, problemText } from "@/browser/message-text.ts";
import type { PageReport } from "@/model/report.ts";
import { runsOn } from "@/settings/paused-sites.ts";
import { CheckOption } from "@/ui/controls/check-option.tsx";
import { Note } from "@/ui/controls/note.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { HitWalkBar } from "./hit-walk-bar.tsx";
import { NoReport } from "./no-report.tsx";
import type { PageState } from "./page-state.ts";
import { ReportFigures } from "./report-figures.tsx";

/** What Winnow found on the page, or why it found nothing: there is no state in which this says nothing. */
export function PageSummary({ page }: { readonly page: PageState }) {
  const { settings } = useSettings();
  const view = page.view.value;
  if (!settings.value.enabled)
    return (
      <Note tone="plain" icon="hide">
        {messageText("popup.offEverywhere")}
      </Note>
    );
  if (view.kind !== "running") return <NoReport view={view} tab={page.tab} />;
  if (!runsOn(settings.value, view.host)) {
    return (
      <Note tone="plain" icon="hide">
        {messageText("popup.pausedHere")}
      </Note>
    );
  }
  const { report } = view;
  return (
    <section class="summary" aria-label={messageText("popup.summary")}>
      <Figures report={report} />
      <HitWalkBar page={page} report={report} />
      {report.problems.map((problem) => (
        <Note key={`${problem.code} ${problem.args.join(" ")}`} tone="warning">
          {problemText(problem)}
        </Note>
      ))}
      {(report.hidden > 0 || report.showingHidden) && (
        <CheckOption
          label={messageText("popup.showHidden")}
          checked={report.showingHidden}
          onChange={(show) => void page.showHidden(show)}
        />
      )}
    </section>
  );
}

function Figures({ report }: { readonly report: PageReport }) {
  switch (report.state) {
    case "ready":
      return <ReportFigures report={report} />;
    case "empty":
      return (
        <Note tone="plain" icon="search">
          <p>{messageText("popup.nothingFound")}</p>
          <p class="hint">{messageText("popup.nothingFoundHint")}</p>
        </Note>
      );
    default:
      return (
        <p class="scanning" role="status">
          {messageText("popup.scanning")}
        </p>
      );
  }
}
