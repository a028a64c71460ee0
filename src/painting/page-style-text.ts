import { palette } from "@/model/palette.ts";
import type { PageTone } from "@/model/palette.ts";
import { highlightName, pageNames } from "@/painting/page-names.ts";
import type { PaintedList } from "@/painting/painter.ts";

/** What the page's style sheet depends on. */
export interface PageStyleState {
  readonly tone: PageTone;
  readonly lists: readonly PaintedList[];
  /** Hidden results are shown for now, recognisable as such. */
  readonly showHidden: boolean;
}

const { verdict, part, mark, open, hitClass, list, current, currentHighlight, fold } = pageNames;

/** The roots and the further parts of results with a verdict. */
const judged = (visibility: string): string => `:is([${verdict}="${visibility}"], [${part}~="${visibility}"])`;
const opened = `:is([${open}], [${part}~="open"])`;

const declarations = (number: number, tone: PageTone): string => {
  const color = palette[number - 1];
  if (color === undefined) {
    return "";
  }
  const { back, text, line } = color[tone];
  return [
    `background-color: var(--winnow-${number}-back, ${back}) !important;`,
    `color: var(--winnow-${number}-text, ${text}) !important;`,
    `text-decoration: ${color.pattern.line} ${color.pattern.style} var(--winnow-${number}-line, ${line}) !important;`,
  ].join(" ");
};

const colorRules = (tone: PageTone): string[] =>
  palette.flatMap((color, index) => {
    const number = index + 1;
    const line = `var(--winnow-${number}-line, ${color[tone].line})`;
    return [
      `::highlight(${highlightName(number)}) { ${declarations(number, tone)} }`,
      `:is([${mark}="${number}"], [${part}~="mark-${number}"]) { outline: 2px solid ${line} !important; ` +
        `outline-offset: 2px !important; box-shadow: inset 4px 0 0 ${line}, ` +
        `inset 0 0 0 100vmax color-mix(in srgb, ${line} 12%, transparent) !important; }`,
    ];
  });

const quoted = (text: string): string => `"${CSS.escape(text)}"`;

const listRules = (lists: readonly PaintedList[], tone: PageTone): string[] =>
  lists.map(({ id, color }) => `mark.${hitClass}[${list}=${quoted(id)}] { ${declarations(color, tone)} }`);

/** The edge of results that are shown in spite of their verdict. */
const revealedLines: Readonly<Record<PageTone, string>> = { light: "#b3261e", dark: "#ff8a80" };

const hiddenRules = ({ tone, showHidden }: PageStyleState): string[] => {
  const gone = (visibility: string): string => `${judged(visibility)}:not(${opened})`;
  const revealed =
    `outline: 2px dashed var(--winnow-revealed-line, ${revealedLines[tone]}) !important; ` +
    "outline-offset: 2px !important;";
  return [
    ...(showHidden
      ? [`${judged("hide")} { ${revealed} opacity: var(--winnow-revealed-opacity, 0.6) !important; }`]
      : [
          `${gone("hide")}:not(td, th) { display: none !important; }`,
          // Without its cell, the cells after it would move up in the row.
          `${gone("hide")}:is(td, th) { visibility: hidden !important; }`,
        ]),
    `${gone("fold")} { display: none !important; }`,
    `:is(${judged("hide")}, ${judged("fold")})${opened} { ${revealed} }`,
  ];
};

const currentDeclarations =
  "background-color: var(--winnow-current-back, #ff6d00) !important; " +
  "color: var(--winnow-current-text, #000000) !important; " +
  "text-decoration: underline overline solid 2px currentColor !important;";

/** The one style sheet that a page gets. Everything in it hangs on names of {@link pageNames}. */
export const pageStyleText = (state: PageStyleState): string =>
  [
    // Important rules in a layer go before all that stand outside layers, however specific.
    "@layer winnow {",
    ...hiddenRules(state),
    `${judged("dim")}:not(:hover, :focus-within) { opacity: var(--winnow-dim-opacity, 0.35) !important; }`,
    ...colorRules(state.tone),
    `mark.${hitClass} { all: unset !important; }`,
    ...listRules(state.lists, state.tone),
    `::highlight(${currentHighlight}) { ${currentDeclarations} }`,
    `mark.${hitClass}[${current}] { ${currentDeclarations} }`,
    `${fold} { display: block; }`,
    "}",
  ].join("\n");
