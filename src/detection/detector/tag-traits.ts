import { ownElementPrefix } from "@/dom-text/own-elements.ts";

/** What the detector has to know of a tag. */
export interface TagTraits {
  readonly name: string;
  /** A number for the name, from 1. */
  readonly id: number;
  readonly link: boolean;
  /** The element answers to the names of its fields. */
  readonly form: boolean;
  /** 1 to 6 for headings, else 0. */
  readonly heading: number;
  /** The element begins a paragraph of its own. */
  readonly block: boolean;
  /** The element parts a page into its content and what goes round it. */
  readonly area: boolean;
  /** Authors put paragraphs in it. */
  readonly paragraph: boolean;
  /** The element's text is code, though `textContent` holds it. */
  readonly silent: boolean;
  /** Nothing inside the element ever is a listing: it is not entered. */
  readonly closed: boolean;
  /** The element may host a shadow root even though it has children. */
  readonly custom: boolean;
  /** The element may host a shadow root, and pages use it for that when it has no children. */
  readonly plainHost: boolean;
  /** Winnow's own: not part of the page. */
  readonly own: boolean;
  /** An element of this name may be Winnow's own, wrapped around a hit in the page's text. */
  readonly wrapsHits: boolean;
}

const plain = {
  link: false,
  form: false,
  heading: 0,
  block: false,
  area: false,
  paragraph: false,
  silent: false,
  closed: false,
  plainHost: false,
  wrapsHits: false,
};

const traits = new Map<string, TagTraits>();

const add = (names: string, traitsOfAll: Partial<TagTraits>): void => {
  for (const name of names.split(" ")) traits.set(name, { ...traitsOf(name), ...traitsOfAll });
};

/** The traits of a tag, by its lower-case name. What has no name for one is a form that answers with a field. */
export function traitsOf(name: string): TagTraits {
  const known = traits.get(name);
  if (known !== undefined) return known;
  if (typeof name !== "string") return traitsOf("form");
  const custom = name.includes("-");
  const made: TagTraits = { name, id: traits.size + 1, ...plain, custom, own: name.startsWith(ownElementPrefix) };
  traits.set(name, made);
  return made;
}

add("address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6", { block: true });
add("header hr li main nav ol p pre section table td th tr ul", { block: true });
add("nav header footer aside main", { area: true });
add("p div td pre font article blockquote section dd", { paragraph: true });
add("form", { form: true });
add("a", { link: true });
for (let level = 1; level <= 6; level++) add(`h${level}`, { heading: level });
add("script style noscript template", { silent: true });
add("svg math select datalist iframe object video audio canvas picture map textarea", { closed: true });
add("mark", { wrapsHits: true });
add("div section main article aside", { plainHost: true });
