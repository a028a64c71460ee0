import { offerRegexEngine } from "@/matching/regex-engine.ts";
import { wholeRegexEngine } from "@/matching/whole-regex-engine.ts";
import { startPopup } from "@/ui/popup/start-popup.tsx";

offerRegexEngine(wholeRegexEngine);
void startPopup(document.body);
