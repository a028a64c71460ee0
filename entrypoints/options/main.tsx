import { offerRegexEngine } from "@/matching/regex-engine.ts";
import { wholeRegexEngine } from "@/matching/whole-regex-engine.ts";
import { startOptions } from "@/ui/options/start-options.tsx";

offerRegexEngine(wholeRegexEngine);
void startOptions(document.body);
