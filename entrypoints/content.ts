import { defineContentScript } from "wxt/utils/define-content-script";

import { startPage } from "@/page/start-page.ts";
import { builtInMatches } from "@/recipes/built-in.ts";

export default defineContentScript({
  matches: builtInMatches(),
  runAt: "document_start",
  main: ({ signal }) => startPage(document, signal),
});
