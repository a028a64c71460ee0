import type { Gold, GoldRecord, Probe, ProbedResult } from "./measurement.ts";
import { normalized, squeezed } from "./normalized.ts";

export interface Tally {
  readonly right: number;
  readonly of: number;
}

/** One page's figures. Ads and further listings are in none of them but their own. */
export interface PageScore {
  readonly wanted: number;
  readonly matched: number;
  readonly falseFound: number;
  readonly exact: boolean;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly titles: Tally;
  readonly links: Tally;
  readonly snippets: Tally;
  readonly adsFound: Tally;
  readonly otherFound: number;
  readonly missed: readonly GoldRecord[];
  readonly falseRoots: readonly ProbedResult[];
  /** What was read wrongly, one line each. */
  readonly misread: readonly string[];
}

/** Captures with every address rewritten to this one have no usable links. */
const blankedAddress = "http://test.test";

/** The labels hold this many characters of a snippet. */
const labelledSnippetLength = 150;

/** A date or a badge may stand before the labelled snippet. */
const snippetPrefixAllowance = 60;

const tally = (verdicts: readonly (boolean | null)[]): Tally => {
  const counted = verdicts.filter((verdict) => verdict !== null);
  return { right: counted.filter(Boolean).length, of: counted.length };
};

const addressOf = (raw: string, base: string): string | null => {
  const url = URL.canParse(raw.trim(), base) ? new URL(raw.trim(), base) : null;
  return url && /^https?:$/u.test(url.protocol) ? url.href : null;
};

const base64Text = (text: string): string => Buffer.from(text, "base64url").toString("utf8");

const percentDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The addresses that a redirecting address carries in itself. */
const carriedAddresses = (url: URL): readonly string[] =>
  [...url.searchParams.values(), ...url.pathname.split("/").map((step) => percentDecoded(step.replace(/^RU=/u, "")))]
    .flatMap((value) => [value, base64Text(value.replace(/^a1/u, ""))])
    .flatMap((value) => addressOf(value, "about:blank") ?? []);

const opaqueRedirectPath = /^\/(?:link|url|goto|ck\/a|clck\/.*|aclk.*)$/u;

/** Whether the link was read as labelled; null where the capture cannot tell. */
const linkRight = (found: string | null, labelled: string | null, base: string): boolean | null => {
  if (labelled?.startsWith(blankedAddress)) return null;
  const address = labelled === null ? null : addressOf(labelled, base);
  if (address === null) return found === null;
  if (found === address) return true;
  const url = new URL(address);
  if (found !== null && carriedAddresses(url).includes(found)) return true;
  return url.host === new URL(base).host && opaqueRedirectPath.test(url.pathname) ? null : false;
};

/** Whether a snippet is the labelled one, or begins with it after a short prefix; null where none was labelled. */
const snippetRight = (found: string, labelled: string | null): boolean | null => {
  if (labelled === null) return null;
  const [text, wanted] = [squeezed(found), squeezed(labelled)];
  const at = text.indexOf(wanted);
  if (at < 0 || at > snippetPrefixAllowance) return false;
  const cut = normalized(labelled).length >= labelledSnippetLength - 1;
  return cut || text.length <= wanted.length + 2 * snippetPrefixAllowance;
};

/** Compares what a page gave with its labels. A page without labels is a negative: all that is found there is false. */
export const scorePage = (probe: Probe, gold: Gold): PageScore => {
  const wanted = gold.records.filter((record) => record.sponsored !== true);
  const pairs = probe.results.flatMap((result) => {
    const record = result.standing.kind === "record" ? gold.records[result.standing.record] : undefined;
    return record ? [{ result, record }] : [];
  });
  const ordinary = pairs.filter(({ record }) => record.sponsored !== true);
  const falseRoots = probe.results.filter((result) => result.standing.kind === "false");
  const ads = gold.records.length - wanted.length;
  const matched = ordinary.length;
  const misread: string[] = [];
  const check = (what: string, verdict: boolean | null, found: string | null, labelled: string | null) => {
    if (verdict === false) misread.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(labelled)}`);
    return verdict;
  };
  const precision = matched + falseRoots.length === 0 ? 1 : matched / (matched + falseRoots.length);
  const recall = wanted.length === 0 ? 1 : matched / wanted.length;
  return {
    wanted: wanted.length,
    matched,
    falseFound: falseRoots.length,
    exact: matched === wanted.length && falseRoots.length === 0,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    titles: tally(
      ordinary.map(({ result, record }) =>
        check("title", normalized(result.title) === normalized(record.title), result.title, record.title),
      ),
    ),
    links: tally(
      ordinary.map(({ result, record }) =>
        check("link", linkRight(result.url, record.url, probe.address), result.url, record.url),
      ),
    ),
    snippets: tally(
      ordinary.map(({ result, record }) =>
        check("snippet", snippetRight(result.snippet, record.snippet), result.snippet, record.snippet),
      ),
    ),
    adsFound: { right: pairs.length - matched, of: ads },
    otherFound: probe.results.filter((result) => result.standing.kind === "other-list").length,
    missed: wanted.filter((record) => !pairs.some((pair) => pair.record === record)),
    falseRoots,
    misread,
  };
};
