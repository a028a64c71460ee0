/**
 * Forms of characters that figures are told with: the right quotation mark, for an apostrophe; Arabic, Persian and
 * full-width digits and signs; and the radicals that text copied out of a PDF has in the place of ideographs; and a
 * capital that is longer when it is small.
 */
const forms = /[\u0130\u2019\u0660-\u066c\u06f0-\u06f9\u2e80-\u2fd5\uff01-\uffe6]/g;
/** Those that Unicode does not fold, each with the plain one behind it. */
const pairs = "İi’'٪%٫.٬,⻚页⻓长";

const plainForm = (form: string): string => {
  const place = pairs.indexOf(form);
  if (place >= 0) return pairs.charAt(place + 1);
  if (form < "\u0700") return String(form.charCodeAt(0) & 15);
  const folded = form.normalize("NFKC");
  return folded.length === 1 ? folded : form;
};

/** The text with plain forms of its characters, each in its place. */
export const plainText = (text: string): string => text.replace(forms, plainForm);
