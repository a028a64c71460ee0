import { decodeBase64Url } from "./decode-base64-url.ts";
import type { Redirect } from "./recipe.ts";

const percentDecoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll("+", "%20"));
  } catch {
    return null;
  }
};

const parameterExpression = (name: string): RegExp =>
  new RegExp(`[?&]${name.replaceAll(/[^\w-]/gu, String.raw`\$&`)}=(?<value>[^&#]*)`, "u");

/**
 * The address that a site's redirecting address carries in itself, read without asking anybody; the address itself
 * where it is none of the site's redirects; null where it is one that tells nothing. Throws a SyntaxError where a
 * regular expression of the recipe cannot be read.
 */
export const unwrapRedirect = (address: string, redirects: readonly Redirect[]): string | null => {
  const redirect = redirects.find(({ match }) => new RegExp(match, "u").test(address));
  if (!redirect) return address;
  const { match, parameter, prefix = "", encoding } = redirect;
  const raw =
    parameter === undefined
      ? new RegExp(match, "u").exec(address)?.[1]
      : parameterExpression(parameter).exec(address)?.groups?.["value"];
  const value = raw === undefined ? null : percentDecoded(raw);
  if (value === null || !value.startsWith(prefix)) return null;
  const bare = value.slice(prefix.length);
  const target = encoding === "base64url" ? decodeBase64Url(bare) : bare;
  return target !== null && /^https?:\/\/[^/]/iu.test(target) ? target : null;
};
