const firstForm = 0xf900;
const lastForm = 0xfaff;
const firstSurrogate = 0xd800;

let ideographs: ReadonlySet<number> | undefined;

/**
 * The ideographs that Unicode has a compatibility form of, as code units. Where a document's text is extracted as form
 * and ideograph, and normalised on its way to the page, they stand twice.
 */
export const doubledIdeographs = (): ReadonlySet<number> => {
  ideographs ??= findIdeographs();
  return ideographs;
};

const findIdeographs = (): ReadonlySet<number> => {
  const found = new Set<number>();
  for (let form = firstForm; form <= lastForm; form++) {
    const ideograph = String.fromCharCode(form).normalize("NFC").charCodeAt(0);
    if (ideograph < firstSurrogate) found.add(ideograph);
  }
  return found;
};
