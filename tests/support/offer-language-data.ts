import { allLanguageData } from "@/text/all-language-data.ts";
import { offerLanguageData } from "@/text/language-data.ts";

// Pages load this when a list needs it; tests have it from the start.
offerLanguageData(allLanguageData);
