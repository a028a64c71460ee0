const domain = /(?:[\p{L}\p{N}][\p{L}\p{N}_-]*\.)+[\p{L}\p{N}]{2,}/u;

/** The first domain name in a text, as written, or null ("https://docs.example.com › guide" → "docs.example.com"). */
export const domainInText = (text: string): string | null => domain.exec(text)?.[0] ?? null;
