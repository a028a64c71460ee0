import { defineBackground } from "wxt/utils/define-background";

import { startBackground } from "@/background/start.ts";
import { offerRegexEngine } from "@/matching/regex-engine.ts";
import { wholeRegexEngine } from "@/matching/whole-regex-engine.ts";

export default defineBackground(() => {
  // Rules that are fetched are read here.
  offerRegexEngine(wholeRegexEngine);
  startBackground();
});
