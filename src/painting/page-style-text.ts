import { palette } from "@/model/palette.ts";
import type { PageTone, PaletteColor } from "@/model/palette.ts";
import type { Visibility } from "@/model/verdict.ts";
import { highlightName, pageNames } from "@/painting/page-names.ts";
import type { PaintedList } from "@/painting/painter.ts";

/** What the page's style depends on. */
export interface PageStyleState {
  readonly tone: PageTone;
  readonly lists: readonly PaintedList[];
  /** Hidden results are shown for now, recognisable as such. */
  readonly showHidden: boolean;
  /** Rows of tables that are hidden keep their part in how wide the columns are. */
  readonly keepsColumns: boolean;
}

const { verdict, part, mark, open, hitClass, list, current, currentHighlight } = pageNames;

/** Adds to a selector what outweighs any selector of a page, short of one with more ids still. */
const strong = ":not(#winnow#winnow#winnow)";

/**
 * Selects the roots and the further parts of results. Written out rather than with `:is()`, because browsers find
 * rules by the attribute they begin with, and hold every element of the page against those that begin otherwise.
 */
const select = (onRoot: string, onPart: string, more = ""): string =>
  `[${verdict}]${onRoot}${strong}${more}, [${part}]${onPart}${strong}${more}`;

const judged = (visibility: Visibility, more = ""): string =>
  select(`[${verdict}="${visibility}"]`, `[${part}~="${visibility}"]`, more);
const closed = (visibility: Visibility, more = ""): string =>
  select(`[${verdict}="${visibility}"]:not([${open}])`, `[${part}~="${visibility}"]:not([${part}~="open"])`, more);
const opened = (visibility: Visibility): string =>
  select(`[${verdict}="${visibility}"][${open}]`, `[${part}~="${visibility}"][${part}~="open"]`);

/** Users set colours of their own as `--winnow-<number>-back`, `-text` and `-line` on the page's root. */
const lineOf = (color: PaletteColor, number: number, tone: PageTone): string =>
  `var(--winnow-${number}-line, ${color[tone].line})`;

const hitDeclarations = (color: PaletteColor, number: number, tone: PageTone): string =>
  `background-color: var(--winnow-${number}-back, ${color[tone].back}) !important; ` +
  `color: var(--winnow-${number}-text, ${color[tone].text}) !important; ` +
  `text-decoration: ${color.pattern.line} ${color.pattern.style} ${lineOf(color, number, tone)} !important;`;

const currentDeclarations =
  "background-color: var(--winnow-current-back, #ff6d00) !important; " +
  "color: var(--winnow-current-text, #000000) !important; " +
  "text-decoration: underline overline solid 2px currentColor !important;";

/** The edge of results that are shown in spite of their verdict. */
const revealedLines: Readonly<Record<PageTone, string>> = { light: "#b3261e", dark: "#ff8a80" };

const highlightRules = (tone: PageTone, selector: string): string =>
  [
    ...palette.map(
      (color, index) =>
        `${selector}::highlight(${highlightName(index + 1)}) { ${hitDeclarations(color, index + 1, tone)} }`,
    ),
    `${selector}::highlight(${currentHighlight}) { ${currentDeclarations} }`,
  ].join("\n");

/**
 * The styles of highlights. In Chromium elements take them over from their parents: one element to style instead of
 * all, which would make every later change of the page's styles three times as dear. Firefox does not do so, but
 * asks for these styles only where there is a highlight.
 */
const highlightText = (tone: PageTone): string =>
  `${highlightRules(tone, ":root")}\n@supports (-moz-appearance: none) {\n${highlightRules(tone, "")}\n}`;

/**
 * Takes rows away and leaves columns as wide as they are. Where a page lays out its rows in another way after all, on a
 * narrow screen for example, all but the first declaration make up for what `collapse` does not do there.
 */
const collapsed =
  "visibility: collapse !important; block-size: 0 !important; min-block-size: 0 !important; " +
  "overflow: hidden !important; margin-block: 0 !important; padding-block: 0 !important; border-block-width: 0 !important;";

/**
 * The rules by which results with a verdict go.
 *
 * @param others the elements that go by another rule
 */
const goneText = (visibility: Visibility, keepsColumns: boolean, others: readonly string[]): readonly string[] => {
  const left = keepsColumns ? [...others, "tr"] : others;
  return [
    `${closed(visibility, left.length === 0 ? "" : `:not(${left.join(", ")})`)} { display: none !important; }`,
    ...(keepsColumns ? [`${closed(visibility, ":is(tr)")} { ${collapsed} }`] : []),
  ];
};

/** A result that is looked at, for what is seen of one that has no box itself. */
const attended = `[${verdict}]:is(:hover, :focus-within)`;

const verdictText = ({ tone, showHidden, keepsColumns }: PageStyleState): string => {
  const revealed =
    `outline: 2px dashed var(--winnow-revealed-line, ${revealedLines[tone]}) !important; ` +
    "outline-offset: 2px !important;";
  return [
    ...(showHidden
      ? [`${judged("hide")} { ${revealed} opacity: var(--winnow-revealed-opacity, 0.6) !important; }`]
      : [
          ...goneText("hide", keepsColumns, ["td", "th"]),
          // Without its cell, the cells after it would move up in the row.
          `${closed("hide", ":is(td, th)")} { visibility: hidden !important; }`,
          `${opened("hide")} { ${revealed} }`,
        ]),
    `${select(`[${open}="now"]`, `[${part}~="open-now"]`)} { ` +
      `outline: 4px solid var(--winnow-revealed-line, ${revealedLines[tone]}) !important; outline-offset: 4px !important; }`,
    ...goneText("fold", keepsColumns, []),
    `${opened("fold")} { ${revealed} }`,
    `${judged("dim", ":not(:hover, :focus-within)")} { opacity: var(--winnow-dim-opacity, 0.35) !important; }`,
    // A rule of its own: with this in a `:not()`, browsers style everything in a result anew when a verdict is written.
    `${attended} [${part}~="dim"]${strong}${strong} { opacity: 1 !important; }`,
    ...palette.map((color, index) => {
      const line = lineOf(color, index + 1, tone);
      return (
        `${select(`[${mark}="${index + 1}"]`, `[${part}~="mark-${index + 1}"]`)} { ` +
        `outline: 2px solid ${line} !important; outline-offset: 2px !important; ` +
        `box-shadow: -4px 0 0 ${line}, inset 0 0 0 100vmax color-mix(in srgb, ${line} 12%, transparent) !important; }`
      );
    }),
    // What is seen of a result without a box stands close together, as columns do: edges there stay inside.
    `[${verdict}] [${part}*="mark-"]${strong}, [${verdict}] [${part}~="open"]${strong} { outline-offset: -2px !important; }`,
  ].join("\n");
};

/** The styles of `mark` elements, which carry the list's id and so take their colours from the list. */
const markText = (lists: readonly PaintedList[], tone: PageTone): string =>
  [
    `mark.${hitClass}${strong} { all: unset !important; }`,
    ...lists.flatMap(({ id, color: number }) => {
      const color = palette[number - 1];
      const selector = `mark.${hitClass}[${list}="${CSS.escape(id)}"]${strong}`;
      return color === undefined ? [] : [`${selector} { ${hitDeclarations(color, number, tone)} }`];
    }),
    `mark.${hitClass}[${list}][${current}]${strong} { ${currentDeclarations} }`,
  ].join("\n");

/**
 * The texts of the page's style sheets, for `OwnStyle.set`. Everything in them hangs on names of {@link pageNames}.
 * The highlights' sheet stands apart from those that change more often, since any change of it has the browser look
 * at every element of the page.
 */
export const pageStyleText = (state: PageStyleState): readonly string[] => [
  highlightText(state.tone),
  verdictText(state),
  markText(state.lists, state.tone),
];
