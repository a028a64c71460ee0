/** What the language and region of a page tell about its figures. */
export interface Place {
  /** The language's ISO 639-1 code; "" for one whose figures are not known. */
  readonly code: string;
  /** In capitals; "" where the page's language tells none. */
  readonly region: string;
  /** The decimal sign, while the other one of the two groups digits; "" where it is not known. */
  readonly decimal: "." | "," | "";
  /** Digits are grouped with plain spaces. */
  readonly spaced: boolean;
  /** Whether 3/5 is the third of May; undefined where nothing tells. */
  readonly dayFirst: boolean | undefined;
  /** An abbreviation of "pages" that means other things elsewhere. */
  readonly pagesLetter: string;
}

/** The languages that figures are read in. */
export const languageCodes = "en zh ja ko sv ar de fr es pt it nl pl ru tr da nb cs uk";
const withPoint = "en zh ja ko ar";
const withSpaces = "fr pl ru sv nb cs uk";
/** In English and Swedish the order of numeric dates differs by region, and East Asia begins with the year. */
const ofOrder = languageCodes.slice("en zh ja ko sv ".length);
const pagesLetters = "p. en fr es pt it nl|s. de sv da nb cs|str. pl";

const readPlace = (tag: string): Place => {
  const [first = "", ...rest] = tag.split(/[-_]/);
  const named = first.toLowerCase();
  const norwegian = named === "no" || named === "nn" ? "nb" : named;
  const code = languageCodes.split(" ").includes(norwegian) ? norwegian : "";
  const region = rest.find((part) => part.length === 2)?.toUpperCase() ?? "";
  const isIn = (codes: string): boolean => code !== "" && codes.includes(code);
  // In Canada both orders are in use.
  const byRegion = region === "" || region === "CA" ? undefined : region !== "US";
  const letters = pagesLetters.split("|").find(isIn);
  return {
    code,
    region,
    decimal: code === "" ? "" : isIn(withPoint) ? "." : ",",
    spaced: isIn(withSpaces),
    dayFirst: isIn(ofOrder) ? true : byRegion,
    pagesLetter: letters?.slice(0, letters.indexOf(" ")) ?? "",
  };
};

let lastTag: string | undefined;
let lastPlace: Place | undefined;

/** Reads a BCP 47 tag. All results of a page have the same, so that it is read once. */
export const placeOf = (tag: string): Place => {
  if (tag !== lastTag || !lastPlace) {
    lastTag = tag;
    lastPlace = readPlace(tag);
  }
  return lastPlace;
};
