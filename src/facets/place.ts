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
/** Where a language writes the other decimal sign than elsewhere. */
const otherPoint = "es MX US PR DO GT HN NI PA SV PE CU BZ|de CH LI|it CH|ar DZ LY MA TN";
/** Where English pages write both, as their own language and as English does. */
const bothPoints = "AT BE CZ DE DK EE ES FI FR HU ID IT LT LV NL NO PL PT RO SE SI SK UA ZA";
/** In English and Swedish the order of numeric dates differs by region, and East Asia begins with the year. */
const ofOrder = languageCodes.slice("en zh ja ko sv ".length);
/** Regions that write the month first, in English; in other languages they write both orders. */
const monthFirst = "US PH PR PA GU AS VI MP";
const pagesLetters = "p. en fr es pt it nl|s. de sv da nb cs|str. pl";

const decimalOf = (code: string, region: string, isPoint: boolean): Place["decimal"] => {
  // A page in Spanish may be of Spain or of Mexico.
  if (code === "" || (region === "" ? code === "es" : code === "en" && bothPoints.includes(region))) return "";
  const others = otherPoint.split("|").find((list) => list.startsWith(code));
  const isOther = region !== "" && others !== undefined && others.includes(region);
  return isPoint === isOther ? "," : ".";
};

const readPlace = (tag: string): Place => {
  const [first = "", ...rest] = tag.split(/[-_]/);
  const named = first.toLowerCase();
  const norwegian = named === "no" || named === "nn" ? "nb" : named;
  const code = languageCodes.split(" ").includes(norwegian) ? norwegian : "";
  const region = rest.find((part) => part.length === 2)?.toUpperCase() ?? "";
  const isIn = (codes: string): boolean => code !== "" && codes.includes(code);
  const isMonthFirst = region !== "" && monthFirst.includes(region);
  // In Canada both orders are in use.
  const byRegion = region === "" || region === "CA" ? undefined : !isMonthFirst;
  const letters = pagesLetters.split("|").find(isIn);
  return {
    code,
    region,
    decimal: decimalOf(code, region, isIn(withPoint)),
    spaced: isIn(withSpaces),
    dayFirst: isIn(ofOrder) ? !isMonthFirst || undefined : byRegion,
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
