import { offerFacetReader } from "@/facets/facet-reader.ts";
import { readFacets } from "@/facets/read-facets.ts";
import { offerRegexEngine } from "@/matching/regex-engine.ts";
import { wholeRegexEngine } from "@/matching/whole-regex-engine.ts";
import { WordFormSearch } from "@/matching/word-form-search.ts";
import { offerWordForms } from "@/matching/word-forms.ts";
import { allLanguageData } from "@/text/all-language-data.ts";
import { offerLanguageData } from "@/text/language-data.ts";

// Pages load these when something needs them; tests have them from the start.
offerLanguageData(allLanguageData);
offerWordForms(WordFormSearch);
offerRegexEngine(wholeRegexEngine);
offerFacetReader(readFacets);
