import type { ElementCommand, PropertyCommand, RootCommand } from "./recipe.ts";

/** Reads a value into a command, or null where it is none. */
type Reader<Command> = (value: unknown) => Command | null;

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

const isSteps = (value: unknown): value is number | string =>
  isText(value) || (typeof value === "number" && Number.isInteger(value) && value >= 0);

/** Whether a text is a regular expression as recipes are run with, in Unicode mode. */
export const isExpression = (value: unknown): value is string => {
  if (typeof value !== "string") return false;
  try {
    return new RegExp(value, "u") instanceof RegExp;
  } catch {
    return false;
  }
};

const parts = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

export const readRootCommand: Reader<RootCommand> = (value) => {
  if (isText(value)) return value;
  const [kind, argument, inner] = parts(value);
  if (kind === "selector" && isText(argument)) return ["selector", argument];
  const within = kind === "upward" ? readRootCommand(inner) : null;
  return within !== null && isSteps(argument) ? ["upward", argument, within] : null;
};

export const readElementCommand: Reader<ElementCommand> = (value) => {
  if (isText(value)) return value;
  const [kind, argument, inner] = parts(value);
  const within = inner === undefined ? undefined : readElementCommand(inner);
  if (within === null) return null;
  if (kind === "selector" && isText(argument)) {
    return within === undefined ? ["selector", argument] : ["selector", argument, within];
  }
  if (kind === "upward" && isSteps(argument)) {
    return within === undefined ? ["upward", argument] : ["upward", argument, within];
  }
  return null;
};

const readNamed = (kind: "attribute" | "property", name: unknown, inner: unknown): PropertyCommand | null => {
  if (!isText(name)) return null;
  if (inner === undefined) return [kind, name];
  const within = readElementCommand(inner);
  return within === null ? null : [kind, name, within];
};

export const readPropertyCommand: Reader<PropertyCommand> = (value) => {
  if (isText(value)) return value;
  const [kind, first, second, third] = parts(value);
  switch (kind) {
    case "attribute":
    case "property":
      return readNamed(kind, first, second);
    case "const":
      return typeof first === "string" ? [kind, first] : null;
    case "domainToURL": {
      const inner = readPropertyCommand(first);
      return inner === null ? null : [kind, inner];
    }
    case "or": {
      const choices = parts(first).flatMap((choice): readonly PropertyCommand[] => {
        const read = readPropertyCommand(choice);
        return read === null ? [] : [read];
      });
      return choices.length > 0 ? [kind, choices] : null;
    }
    case "regexInclude":
    case "regexExclude": {
      const inner = readPropertyCommand(second);
      return inner !== null && isExpression(first) ? [kind, first, inner] : null;
    }
    case "regexSubstitute": {
      const inner = readPropertyCommand(third);
      return inner !== null && isExpression(first) && typeof second === "string" ? [kind, first, second, inner] : null;
    }
    default:
      return null;
  }
};
