// Base64 (RFC 4648, section 4; 03, 14.6): wherever octets meet text.

/** The text of octets: the standard alphabet, padded. */
export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");

/** What each character stands for, by its code; `NONE` for those outside the alphabet. */
const NONE = 64;
const digits: Uint8Array = new Uint8Array(128).fill(NONE);
for (const [digit, character] of [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
].entries())
  digits[character.charCodeAt(0)] = digit;

const digitAt = (text: string, at: number): number => digits[text.charCodeAt(at)] ?? NONE;

/** How many places at the end are padding. */
const paddingOf = (text: string): number => {
  if (!text.endsWith("=")) return 0;
  return text.endsWith("==") ? 2 : 1;
};

/** The octets that a text with blanks around it means; null if it is no base64, to the last unused bit. */
export const readBase64 = (text: string): Uint8Array | null => {
  const trimmed = text.trim();
  const padding = paddingOf(trimmed);
  const end = trimmed.length - padding;
  if (trimmed.length % 4 !== 0) return null;
  for (let i = 0; i < end; i++) if (digitAt(trimmed, i) === NONE) return null;
  // one place of padding leaves two bits of the last character unused, two leave four
  const unused = (1 << (2 * padding)) - 1;
  if (padding > 0 && (digitAt(trimmed, end - 1) & unused) !== 0) return null;
  return new Uint8Array(Buffer.from(trimmed, "base64"));
};
