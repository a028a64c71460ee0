import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { pageNames } from "@/painting/page-names.ts";
import { startPicker } from "@/ui/in-page/picker/start-picker.tsx";

/** The states of a page on which Winnow looks for results. */
const running = new Set(["scanning", "ready", "empty"]);

export default defineUnlistedScript(() => {
  startPicker(document, {
    runsHere: () => running.has(document.documentElement.getAttribute(pageNames.state) ?? ""),
  });
});
