const firstForm = 0xf900;
const lastForm = 0xfaff;

let ideographs: ReadonlySet<string> | undefined;

/**
 * The ideographs that Unicode has a compatibility form of. Where a document's text is extracted as form and ideograph,
 * and normalised on its way to the page, they stand twice.
 */
export const doubledIdeographs = (): ReadonlySet<string> => {
  ideographs ??= new Set(
    Array.from({ length: lastForm - firstForm + 1 }, (_, index) => String.fromCharCode(firstForm + index))
      .map((form) => form.normalize("NFC"))
      .filter((ideograph) => ideograph.charCodeAt(0) < firstForm),
  );
  return ideographs;
};
