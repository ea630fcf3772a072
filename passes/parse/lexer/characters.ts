// The classes of characters in source text, and the ends of lines and of runs of one class.

export const UNEXPECTED = 0;
export const BLANK = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const OPERATOR = 4;
export const OPENER = 5;
export const CLOSER = 6;
export const QUOTE = 7;
export const SINGLE_QUOTE = 8;
export const HASH = 9;
export const LINE_FEED = 10;
export const RETURN = 11;

const members: readonly (readonly [number, string])[] = [
  [BLANK, " \t"],
  [LETTER, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"],
  [DIGIT, "0123456789"],
  [OPERATOR, ",:.-=!<>+*/%?"],
  [OPENER, "([{"],
  [CLOSER, ")]}"],
  [QUOTE, '"'],
  [SINGLE_QUOTE, "'"],
  [HASH, "#"],
  [LINE_FEED, "\n"],
  [RETURN, "\r"],
];

/** The class of each UTF-16 unit; the table is as long as there are units, so that no test of a bound is needed. */
export const CLASS = new Uint8Array(0x10000);
for (const [kind, characters] of members)
  for (const character of characters) CLASS[character.charCodeAt(0)] = kind;

/** Whether the unit may stand in a word behind its start: `[A-Za-z0-9_]`. */
export const isWordPart = (unit: number): boolean => {
  const kind = CLASS[unit];
  return kind === LETTER || kind === DIGIT;
};

/** The end of the run of `[A-Za-z0-9_]` at `at`. */
export const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isWordPart(text.charCodeAt(end))) end++;
  return end;
};

/** The end of the run of spaces and tabs at `at`. */
export const blanksEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && CLASS[text.charCodeAt(end)] === BLANK) end++;
  return end;
};

/** Whether a line ends at `at`: before LF, before CR LF, or at the end of the text. */
export const isLineEnd = (text: string, at: number): boolean => {
  if (at >= text.length) return true;
  const unit = text.charCodeAt(at);
  return unit === 10 || (unit === 13 && text.charCodeAt(at + 1) === 10);
};

/** Where the line that `at` stands in ends, before its CR LF or LF. */
export const lineEnd = (text: string, at: number): number => {
  const feed = text.indexOf("\n", at);
  if (feed < 0) return text.length;
  return feed > at && text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
};

/** Where the next line starts, given a line end. */
export const nextLine = (text: string, end: number): number =>
  Math.min(text.length, end + (text.charCodeAt(end) === 13 ? 2 : 1));
