import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { offerRegexEngine } from "@/matching/regex-engine.ts";
import { wholeRegexEngine } from "@/matching/whole-regex-engine.ts";

export default defineUnlistedScript(() => offerRegexEngine(wholeRegexEngine));
