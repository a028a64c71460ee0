import type { Recipe } from "./recipe.ts";
import baidu from "./sites/baidu.yml";
import bing from "./sites/bing.yml";
import brave from "./sites/brave.yml";
import duckduckgo from "./sites/duckduckgo.yml";
import ecosia from "./sites/ecosia.yml";
import googleScholar from "./sites/google-scholar.yml";
import google from "./sites/google.yml";
import mojeek from "./sites/mojeek.yml";
import searxng from "./sites/searxng.yml";
import startpage from "./sites/startpage.yml";
import yahooJapan from "./sites/yahoo-japan.yml";
import yahoo from "./sites/yahoo.yml";
import yandex from "./sites/yandex.yml";

/** The recipes that come with Winnow. Tests hold their files to the schema, so that nothing has to be checked here. */
export const builtInRecipes = [
  google,
  bing,
  duckduckgo,
  brave,
  startpage,
  ecosia,
  yandex,
  baidu,
  yahoo,
  yahooJapan,
  mojeek,
  searxng,
  googleScholar,
] as readonly Recipe[];

/** The match patterns of all built-in recipes, each once: where Winnow runs without being asked. */
export const builtInMatches = (): string[] => [
  ...new Set(builtInRecipes.flatMap(({ pages }) => pages.flatMap(({ matches }) => matches))),
];
