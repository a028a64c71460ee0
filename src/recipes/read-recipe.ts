import type { Problem } from "@/model/problem.ts";

import { compileMatchPattern } from "./match-pattern.ts";
import { isExpression, readElementCommand, readPropertyCommand, readRootCommand } from "./read-command.ts";
import {
  type CommonPropsIf,
  type PropertyCommand,
  type Recipe,
  type RecipePage,
  type RecipeResult,
  type Redirect,
  userAgents,
} from "./recipe.ts";

/** A recipe as far as it could be read, and what was left out. */
export interface ReadRecipe {
  /** Null where nothing of it can be used. */
  readonly recipe: Recipe | null;
  readonly problems: readonly Problem[];
}

/** Tells of a value that cannot be read, by its place, such as `pages[0].results[1].url`. */
type Report = (place: string) => void;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readText = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);

const readExpression = (value: unknown): string | null => (isExpression(value) ? value : null);

const readPattern = (value: unknown): string | null =>
  typeof value === "string" && compileMatchPattern(value) ? value : null;

/** Reads the items of a list; those that cannot be read are told and left out. */
const readItems = <Item>(
  value: unknown,
  place: string,
  report: Report,
  readItem: (item: unknown, place: string) => Item | null,
): readonly Item[] => {
  if (value !== undefined && !Array.isArray(value)) report(place);
  return (Array.isArray(value) ? (value as readonly unknown[]) : []).flatMap((item, index) => {
    const itemPlace = `${place}[${String(index)}]`;
    const read = readItem(item, itemPlace);
    if (read === null) report(itemPlace);
    return read ?? [];
  });
};

/** A field of the name, or none where the value is absent, or cannot be read and was told. */
const field = <Name extends string, Value>(
  fields: Fields,
  name: Name,
  place: string,
  report: Report,
  read: (value: unknown) => Value | null,
): { readonly [Key in Name]?: Value } => {
  const value = fields[name];
  if (value === undefined || value === null) return {};
  const result = read(value);
  if (result === null) report(`${place}.${name}`);
  return (result === null ? {} : { [name]: result }) as { readonly [Key in Name]?: Value };
};

const readProps = (value: unknown, place: string, report: Report): Readonly<Record<string, PropertyCommand>> =>
  Object.fromEntries(
    Object.entries(isFields(value) ? value : {}).flatMap(([name, command]) => {
      const read = readPropertyCommand(command);
      if (read === null) report(`${place}.${name}`);
      return read === null ? [] : [[name, read]];
    }),
  );

const readResult = (value: unknown, place: string, report: Report): RecipeResult | null => {
  if (!isFields(value)) return null;
  const root = readRootCommand(value["root"]);
  const url = readPropertyCommand(value["url"]);
  if (root === null) report(`${place}.root`);
  if (url === null) report(`${place}.url`);
  if (root === null || url === null) return null;
  return {
    ...field(value, "name", place, report, readText),
    root,
    url,
    props: readProps(value["props"], `${place}.props`, report),
    ...field(value, "extraSelector", place, report, readText),
    ...field(value, "link", place, report, readElementCommand),
  };
};

const readRedirect = (value: unknown, place: string, report: Report): Redirect | null => {
  const match = isFields(value) ? readExpression(value["match"]) : null;
  if (!isFields(value) || match === null) return null;
  return {
    match,
    ...field(value, "parameter", place, report, readText),
    ...field(value, "prefix", place, report, readText),
    ...field(value, "encoding", place, report, (encoding) => (encoding === "base64url" ? encoding : null)),
  };
};

const readConstants = (value: unknown): Readonly<Record<string, string>> | null => {
  const constants = Object.entries(isFields(value) ? value : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return constants.length === 0 ? null : Object.fromEntries(constants);
};

const readCommonPropsIf = (value: unknown): CommonPropsIf | null => {
  const includeRegex = isFields(value) ? readExpression(value["includeRegex"]) : null;
  const commonProps = isFields(value) ? readConstants(value["commonProps"]) : null;
  return includeRegex === null || commonProps === null ? null : { includeRegex, commonProps };
};

const readPage = (value: unknown, place: string, report: Report): RecipePage | null => {
  if (!isFields(value)) return null;
  // A condition that cannot be read must not let the page run where it was not meant to.
  const unreadable = ["includeRegex", "excludeRegex"].filter(
    (name) => value[name] !== undefined && !isExpression(value[name]),
  );
  for (const name of unreadable) report(`${place}.${name}`);
  const matches = readItems(value["matches"], `${place}.matches`, report, readPattern);
  const results = readItems(value["results"], `${place}.results`, report, (item, at) => readResult(item, at, report));
  const anyHost = field(value, "anyHostIf", place, report, readText);
  const hasPlace = matches.length > 0 || anyHost.anyHostIf !== undefined;
  if (unreadable.length > 0 || results.length === 0 || !hasPlace) return null;
  return {
    name: readText(value["name"]) ?? "",
    matches,
    excludeMatches: readItems(value["excludeMatches"], `${place}.excludeMatches`, report, readPattern),
    ...field(value, "includeRegex", place, report, readExpression),
    ...field(value, "excludeRegex", place, report, readExpression),
    ...field(value, "userAgent", place, report, (kind) => userAgents.find((known) => known === kind) ?? null),
    results,
    ...field(value, "commonProps", place, report, readConstants),
    ...(value["commonPropsIf"] === undefined
      ? {}
      : { commonPropsIf: readItems(value["commonPropsIf"], `${place}.commonPropsIf`, report, readCommonPropsIf) }),
    ...anyHost,
    redirects: readItems(value["redirects"], `${place}.redirects`, report, (item, at) =>
      readRedirect(item, at, report),
    ),
  };
};

/**
 * Reads parsed YAML or JSON as a recipe. As SERPINFO's own reader is, this one is lenient: a page, a result or a
 * property that cannot be read is left out and told, and keys that are not known are passed over in silence.
 * Selectors are not looked into; only a page can tell whether they can be read.
 */
export const readRecipe = (data: unknown): ReadRecipe => {
  if (!isFields(data)) return { recipe: null, problems: [{ code: "recipe-not-one", args: [] }] };
  const problems: Problem[] = [];
  const report: Report = (place) => problems.push({ code: "recipe-value", args: [place] });
  const name = readText(data["name"]);
  if (name === null) report("name");
  const pages = readItems(data["pages"], "pages", report, (page, place) => readPage(page, place, report));
  if (name !== null && pages.length > 0) return { recipe: { name, pages }, problems };
  return { recipe: null, problems: [...problems, { code: "recipe-empty", args: [name ?? ""] }] };
};
