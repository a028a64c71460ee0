const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The UTF-8 text that a base64url text (RFC 4648 §5, padded or not; `+` and `/` are taken too) encodes, or null. */
export const decodeBase64Url = (text: string): string | null => {
  let escaped = "";
  let bits = 0;
  let held = 0;
  for (const character of text.replace(/=+$/u, "").replaceAll("+", "-").replaceAll("/", "_")) {
    const digit = digits.indexOf(character);
    if (digit < 0) return null;
    held = ((held << 6) | digit) & 0xff_ff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    escaped += `%${((held >> bits) & 0xff).toString(16).padStart(2, "0")}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
};
