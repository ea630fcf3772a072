// Integer and float literals (chapter 1.3, Numbers).

import { blanksEnd, isWordPart, wordEnd } from "./characters.ts";
import { codeOf, FLOAT, INT } from "./codes.ts";
import { pushValue, report, type State } from "./state.ts";

/** The least Int without its sign, which is allowed only behind a prefix minus. */
const LIMIT = 2n ** 63n;
/** Longer than any literal in range, leading zeros aside: 64 binary digits. */
const MOST_DIGITS = 64;
/** Decimal digits that a double holds exactly. */
const EXACT_DIGITS = 15;

const MINUS = codeOf("-");
const POINT_TOKEN = codeOf(".");
/** Tokens behind which a minus is binary. */
const valueEnds: ReadonlySet<number> = new Set(
  "identifier int float string stringClose true false null body ) ] } ?!".split(" ").map(codeOf),
);

const UNDERSCORE = 95;
const POINT = 46;

const digitOf = (unit: number): number => {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 99;
};

const isDigit = (text: string, at: number, radix: number): boolean => digitOf(text.charCodeAt(at)) < radix;

/** The end of `digit { [ "_" ] digit }` at `at`; `at` itself if no digit stands there. */
const digitsEnd = (text: string, at: number, radix: number): number => {
  if (!isDigit(text, at, radix)) return at;
  let end = at + 1;
  for (;;) {
    if (isDigit(text, end, radix)) end += 1;
    else if (text.charCodeAt(end) === UNDERSCORE && isDigit(text, end + 1, radix)) end += 2;
    else return end;
  }
};

const radixes: ReadonlyMap<string, number> = new Map([
  ["0x", 16],
  ["0o", 8],
  ["0b", 2],
]);

const exponentEnd = (text: string, at: number): number => {
  if ((text.charCodeAt(at) | 32) !== 101) return at;
  const sign = text.charCodeAt(at + 1);
  const digits = at + (sign === 43 || sign === 45 ? 2 : 1);
  const end = digitsEnd(text, digits, 10);
  return end === digits ? at : end;
};

const fractionEnd = (text: string, at: number): number =>
  text.charCodeAt(at) === POINT && isDigit(text, at + 1, 10) ? digitsEnd(text, at + 1, 10) : at;

const withoutUnderscores = (text: string): string => (text.includes("_") ? text.replaceAll("_", "") : text);

/** The value of digits with their prefix, or null if it is out of range. */
const intValue = (prefix: string, digits: string): bigint | null => {
  if (prefix === "" && digits.length <= EXACT_DIGITS) return BigInt(Number(digits));
  const significant = digits.replace(/^0+/, "");
  if (significant.length > MOST_DIGITS) return null;
  const value = BigInt(`${prefix}${significant || "0"}`);
  return value > LIMIT ? null : value;
};

/** Whether the last token but `back` others ends a value; behind a point every word is a name. */
const endsValue = (s: State, back: number): boolean =>
  valueEnds.has(s.codes[s.count - 1 - back] ?? 0) || s.codes[s.count - 2 - back] === POINT_TOKEN;

/** Whether the next token stands directly behind a minus that has no left operand. */
const isNegated = (s: State): boolean => s.count > 0 && s.codes[s.count - 1] === MINUS && !endsValue(s, 1);

const blankLines = /[ \t\r\n]*(?:#[^\n]*[ \t\r\n]*)*/y;

/** Whether a postfix operator follows, which binds tighter than a minus; on a later line only some of them continue. */
const hasPostfix = ({ text, brackets }: State, end: number): boolean => {
  blankLines.lastIndex = end;
  blankLines.test(text);
  const next = blankLines.lastIndex;
  const continues = next > blanksEnd(text, end) && brackets.length === 0;
  const postfix = continues ? /^(?:\.(?!\.)|\?(?!\?))/ : /^(?:[[(]|\.(?!\.)|\?(?!\?))/;
  return postfix.test(text.slice(next, next + 2));
};

const pushInt = (s: State, start: number, end: number, prefix: string): void => {
  const digits = withoutUnderscores(s.text.slice(start + prefix.length, end));
  const value = intValue(prefix, digits);
  const inRange = value !== null && (value < LIMIT || (isNegated(s) && !hasPostfix(s, end)));
  if (!inRange) report(s, start, end, `integer literal out of range: the greatest Int is ${LIMIT - 1n}`);
  pushValue(s, INT, start, end, inRange ? value : 0n);
};

const pushFloat = (s: State, start: number, end: number): void => {
  const value = Number(withoutUnderscores(s.text.slice(start, end)));
  const inRange = Number.isFinite(value);
  if (!inRange) report(s, start, end, "float literal out of range");
  pushValue(s, FLOAT, start, end, inRange ? value : 0);
};

const pushInvalid = (s: State, start: number, end: number): void => {
  report(s, start, end, `invalid number '${s.text.slice(start, Math.min(end, start + 40))}'`);
  pushValue(s, INT, start, end, 0n);
};

/** Reads the number at `at`; gives its end. An invalid number becomes the Int 0. */
export const lexNumber = (s: State, at: number): number => {
  const { text } = s;
  const prefix =
    text.charCodeAt(at) === 48 && radixes.has(text.slice(at, at + 2)) ? text.slice(at, at + 2) : "";
  const digits = at + prefix.length;
  const intEnd = digitsEnd(text, digits, radixes.get(prefix) ?? 10);
  const end = prefix === "" ? exponentEnd(text, fractionEnd(text, intEnd)) : intEnd;
  if (end === digits || (end < text.length && isWordPart(text.charCodeAt(end)))) {
    const runEnd = wordEnd(text, end);
    pushInvalid(s, at, runEnd);
    return runEnd;
  }
  if (end === intEnd) pushInt(s, at, end, prefix);
  else pushFloat(s, at, end);
  return end;
};
