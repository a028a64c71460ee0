/** The host of pages that only the content script of measurements looks at. */
export const probeHost = "https://probe.bench.example";
/** The host of pages that the product's own content script runs on. */
export const productHost = "https://product.bench.example";
