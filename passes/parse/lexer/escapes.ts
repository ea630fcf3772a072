// Escapes in strings (chapter 1.3, Strings).

import { wordEnd } from "./characters.ts";

const named: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["0", "\0"],
]);

/** An escape: where it ends and what it stands for, null if that is unknown. */
export interface Escape {
  readonly end: number;
  readonly value: string | null;
}

const isScalar = (code: number): boolean => code < 0xd800 || (code > 0xdfff && code <= 0x10ffff);

/** `\u{H…}` at `at`; a malformed one reaches to its brace if only letters and digits stand before that. */
const unicode = (text: string, at: number): Escape => {
  if (text.charAt(at + 2) !== "{") return { end: at + 2, value: null };
  const digitsEnd = wordEnd(text, at + 3);
  const closed = text.charAt(digitsEnd) === "}";
  const end = closed ? digitsEnd + 1 : digitsEnd;
  const digits = digitsEnd - at <= 9 ? text.slice(at + 3, digitsEnd) : "";
  if (!closed || !/^[0-9a-fA-F]{1,6}$/.test(digits)) return { end, value: null };
  const code = Number.parseInt(digits, 16);
  return { end, value: isScalar(code) ? String.fromCodePoint(code) : null };
};

/** The escape whose backslash stands at `at`; a line end does not stand behind it. */
export const readEscape = (text: string, at: number): Escape => {
  const letter = text.charAt(at + 1);
  if (letter === "u") return unicode(text, at);
  const isWord = /^[A-Za-z0-9]$/.test(letter);
  return { end: at + 2, value: isWord ? (named.get(letter) ?? null) : letter };
};
