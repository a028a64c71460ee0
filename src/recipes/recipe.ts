/**
 * A recipe says where a known site keeps its results, in the SERPINFO 1.0 format
 * (https://github.com/ublacklist/packages, serpinfo). Every key that this file marks as ours is ignored by other
 * readers of the format, and every key of the format that says nothing about where results are is ignored here.
 */

/** Which elements of the page are roots of results. A string is a CSS selector. */
export type RootCommand = string | readonly ["selector", string] | readonly ["upward", number | string, RootCommand];

/** An element, seen from a result's root. A string is a CSS selector. */
export type ElementCommand =
  | string
  | readonly ["selector", string, ElementCommand?]
  | readonly ["upward", number | string, ElementCommand?];

/** A text, seen from a result's root. A string is a CSS selector and means the text of the element it finds. */
export type PropertyCommand =
  | string
  | readonly ["attribute", string, ElementCommand?]
  | readonly ["property", string, ElementCommand?]
  | readonly ["const", string]
  /** The first domain name in a text, as an address. */
  | readonly ["domainToURL", PropertyCommand]
  /** The first of several that gives a text. */
  | readonly ["or", readonly PropertyCommand[], ElementCommand?]
  | readonly ["regexInclude", string, PropertyCommand]
  | readonly ["regexExclude", string, PropertyCommand]
  /** The replacement refers to groups as `\1`. */
  | readonly ["regexSubstitute", string, string, PropertyCommand];

/** One kind of result on a page. */
export interface RecipeResult {
  readonly name?: string;
  readonly root: RootCommand;
  /** The address. A lone selector means the `href` of the element it finds, as written. */
  readonly url: PropertyCommand;
  /**
   * `title` and `snippet` are fields here, the others properties that rules may ask for; a snippet is every element
   * that its selector finds, in extra elements too.
   */
  readonly props?: Readonly<Record<string, PropertyCommand>>;
  /** A selector list; each part holds `&`, which stands for the root. These elements belong to the result. */
  readonly extraSelector?: string;
  /** Ours: the link whose address is to be unwrapped by the page's `redirects`. It goes before `url`. */
  readonly link?: ElementCommand;
}

/** Ours: how a site wraps addresses in its own. */
export interface Redirect {
  /** A regular expression for the wrapping address, absolute. Its first group, if any, holds the wrapped one. */
  readonly match: string;
  /** The query parameter that holds the wrapped address. With neither, the address tells nothing. */
  readonly parameter?: string;
  /** What stands before the encoded address in the parameter. */
  readonly prefix?: string;
  readonly encoding?: "base64url";
}

export const userAgents = ["any", "desktop", "mobile"] as const;
export type UserAgent = (typeof userAgents)[number];

export interface CommonPropsIf {
  /** A regular expression for the whole address. */
  readonly includeRegex: string;
  readonly commonProps: Readonly<Record<string, string>>;
}

/** Pages of one site that are built alike. */
export interface RecipePage {
  readonly name: string;
  /** Match patterns, as in an extension's manifest. */
  readonly matches: readonly string[];
  readonly excludeMatches?: readonly string[];
  /** Regular expressions for the whole address. */
  readonly includeRegex?: string;
  readonly excludeRegex?: string;
  readonly userAgent?: UserAgent;
  readonly results: readonly RecipeResult[];
  /** What every result says under these names, such as `$site` and `$category`, which rules may ask for. */
  readonly commonProps?: Readonly<Record<string, string>>;
  /** Ours: what they say instead on some addresses of the same hosts. The first that fits counts. */
  readonly commonPropsIf?: readonly CommonPropsIf[];
  /** Ours: a selector; a page on which it finds something is such a page on whatever host it stands. */
  readonly anyHostIf?: string;
  /** Ours. */
  readonly redirects?: readonly Redirect[];
}

export interface Recipe {
  readonly name: string;
  readonly pages: readonly RecipePage[];
}
