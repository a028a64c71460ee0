/** The language that the texts of a page of ours are in. */
const language = (): string | undefined => document.documentElement.lang || undefined;

/** A number as it is written in the interface's language. */
export const numberText = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(language(), options).format(value);

/** A day, or what of it the options ask for, as it is written in the interface's language. */
export const dateText = (date: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language(), options).format(date);

/** Day and time, given in milliseconds since the epoch, as they are written in the interface's language. */
export const timeText = (time: number): string => dateText(new Date(time), { dateStyle: "medium", timeStyle: "short" });
