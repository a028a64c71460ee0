import { domainInText } from "@/recipes/domain-in-text.ts";
import { longestSearched } from "@/recipes/longest-searched.ts";
import type { ElementCommand, PropertyCommand, RootCommand } from "@/recipes/recipe.ts";

/** A text that a property command read, and where from. */
export interface ReadProperty {
  readonly text: string;
  /** The element whose own text this is, where it is one's. */
  readonly element: Element | null;
  /** The text is a displayed domain made into an address, not an address that the page tells. */
  readonly displayed: boolean;
}

const upward = (element: Element, steps: number | string): Element | null => {
  if (typeof steps === "string") return element.parentElement?.closest(steps) ?? null;
  let at: Element | null = element;
  for (let step = 0; step < steps && at !== null; step += 1) at = at.parentElement;
  return at;
};

/** The roots of results on the page, in document order, each once. Throws where a selector cannot be read. */
export const rootElements = (command: RootCommand, within: ParentNode): readonly Element[] => {
  if (typeof command === "string") return [...within.querySelectorAll(command)];
  if (command[0] === "selector") return [...within.querySelectorAll(command[1])];
  const [, steps, inner] = command;
  return [...new Set(rootElements(inner, within).flatMap((element) => upward(element, steps) ?? []))];
};

/** The elements that a command finds from a root: all that its last selector finds. */
export const elementsAt = (command: ElementCommand | undefined, root: Element): readonly Element[] => {
  if (command === undefined) return [root];
  if (typeof command === "string") return [...root.querySelectorAll(command)];
  const [kind, argument, inner] = command;
  const from = inner === undefined ? root : elementAt(inner, root);
  if (from === null) return [];
  if (kind === "selector") return [...from.querySelectorAll(argument)];
  const above = upward(from, argument);
  return above ? [above] : [];
};

/** The first element that a command finds from a root. */
export const elementAt = (command: ElementCommand | undefined, root: Element): Element | null =>
  elementsAt(command, root)[0] ?? null;

const plain = (text: string | null): ReadProperty | null =>
  text === null ? null : { text, element: null, displayed: false };

const propertyOf = (element: Element | null, name: string): ReadProperty | null => {
  const value: unknown = element === null ? undefined : Reflect.get(element, name);
  if (typeof value !== "string") return null;
  return { text: value, element: name === "textContent" || name === "innerText" ? element : null, displayed: false };
};

/** Reads a property from a root; null where it cannot be had. Throws where a selector or expression cannot be read. */
export const readProperty = (command: PropertyCommand, root: Element): ReadProperty | null => {
  if (typeof command === "string") return propertyOf(elementAt(command, root), "textContent");
  switch (command[0]) {
    case "attribute":
      return plain(elementAt(command[2], root)?.getAttribute(command[1]) ?? null);
    case "property":
      return propertyOf(elementAt(command[2], root), command[1]);
    case "const":
      return plain(command[1]);
    case "domainToURL": {
      const text = readProperty(command[1], root)?.text;
      const domain = text === undefined ? null : domainInText(text);
      const address = `https://${domain ?? ""}/`;
      return URL.canParse(address) ? { text: new URL(address).href, element: null, displayed: true } : null;
    }
    case "or":
      for (const choice of command[1]) {
        const read = readProperty(choice, root);
        if (read) return read;
      }
      return null;
    case "regexInclude":
    case "regexExclude": {
      const read = readProperty(command[2], root);
      if (read === null) return null;
      const found = new RegExp(command[1], "u").test(read.text.slice(0, longestSearched));
      return found === (command[0] === "regexInclude") ? read : null;
    }
    default: {
      const [, expression, replacement, inner] = command;
      const read = readProperty(inner, root);
      if (read === null || read.text.length > longestSearched) return null;
      const match = new RegExp(expression, "u").exec(read.text);
      if (!match) return null;
      const filled = replacement.replaceAll(/\\(\d)/gu, (_, group: string) => match[Number(group)] ?? "");
      return plain(match.input.replace(match[0], () => filled));
    }
  }
};

/** The elements whose text a property is: all that a selector finds, the first choice that finds any. */
export const propertyElements = (command: PropertyCommand, root: Element): readonly Element[] => {
  if (typeof command === "string") return elementsAt(command, root);
  if (command[0] === "or") {
    return command[1].map((choice) => propertyElements(choice, root)).find((elements) => elements.length > 0) ?? [];
  }
  const element = readProperty(command, root)?.element ?? null;
  return element ? [element] : [];
};
