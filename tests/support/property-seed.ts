import fc from "fast-check";

/**
 * Properties are tried on the same examples every time, so that a run that passed passes again. To look for what they
 * miss, `PROPERTY_SEED=random npx vitest run --project unit` tries new ones, which the failure names.
 */
const asked = process.env["PROPERTY_SEED"];
if (asked !== "random") fc.configureGlobal({ seed: Number(asked ?? 1) });
