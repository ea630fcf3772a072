// Matching of brackets, with the recovery that keeps the brackets of the token string balanced.

import { lineEnd } from "./characters.ts";
import { codeOf, INTERPOLATION_CLOSE, INTERPOLATION_OPEN, NEWLINE, STRING_CLOSE } from "./codes.ts";
import { push, report, type State } from "./state.ts";

const OPENERS = ["(", "[", "{"].map(codeOf);
const CLOSERS = [")", "]", "}"].map(codeOf);
const BRACE = 2;

/** The kind of a bracket character, either side: 0 round, 1 square, 2 curly. */
const kindOfBracket = (unit: number): number => (unit < 64 ? 0 : unit < 96 ? 1 : BRACE);

const innermost = (s: State): number => s.brackets[s.brackets.length - 1]!;

const reportBracket = (s: State, start: number, end: number, message: string): void => {
  if (!s.line.bracketReported) report(s, start, end, message);
  s.line.bracketReported = true;
};

/** Appends the opening bracket at `at`. */
export const openBracket = (s: State, at: number): void => {
  const kind = kindOfBracket(s.text.charCodeAt(at));
  s.brackets.push(s.count);
  s.open[kind]!++;
  push(s, OPENERS[kind]!, at, at + 1);
};

/** Appends the opening of an interpolation, `${` at `at`, in the string that opens at `start`. */
export const openInterpolation = (s: State, at: number, start: number, triple: boolean): void => {
  s.strings.push({ start, triple, found: s.found.length, outerOpen: s.open });
  s.open = [0, 0, 0];
  if (!triple) s.oneLine++;
  s.brackets.push(s.count);
  push(s, INTERPOLATION_OPEN, at, at + 2);
};

const endInterpolation = (s: State, start: number, end: number): void => {
  const { triple, outerOpen } = s.strings.pop()!;
  s.open = outerOpen;
  if (!triple) s.oneLine--;
  s.brackets.pop();
  push(s, INTERPOLATION_CLOSE, start, end);
};

const endBracket = (s: State, start: number, end: number): void => {
  const kind = OPENERS.indexOf(s.codes[s.brackets.pop()!]!);
  s.open[kind]!--;
  push(s, CLOSERS[kind]!, start, end);
};

/** Whether the innermost open bracket is of this kind; the braces of an interpolation are curly ones. */
const fits = (s: State, kind: number): boolean => {
  const opener = s.codes[innermost(s)];
  return opener === OPENERS[kind] || (kind === BRACE && opener === INTERPOLATION_OPEN);
};

/** Deals with a closing bracket that does not fit; tells whether it fits now, otherwise it is skipped. */
const recover = (s: State, kind: number, at: number): boolean => {
  const found = s.text.charAt(at);
  if (s.brackets.length === 0) {
    reportBracket(s, at, at + 1, `unmatched closing delimiter '${found}'`);
    return false;
  }
  const opener = s.text.charAt(s.ends[innermost(s)]! - 1);
  reportBracket(
    s,
    at,
    at + 1,
    `mismatched closing delimiter '${found}': the innermost open one is '${opener}'`,
  );
  const isOpen = s.open[kind]! > 0 || (kind === BRACE && s.strings.length > 0);
  if (isOpen) while (!fits(s, kind)) endBracket(s, at, at);
  return isOpen;
};

/** Reads the closing bracket at `at`; tells whether it ended an interpolation, so that its string goes on. */
export const closeBracket = (s: State, at: number): boolean => {
  const kind = kindOfBracket(s.text.charCodeAt(at));
  if ((s.brackets.length === 0 || !fits(s, kind)) && !recover(s, kind, at)) return false;
  const isInterpolation = s.codes[innermost(s)] === INTERPOLATION_OPEN;
  if (isInterpolation) {
    noteEmptyInterpolation(s);
    endInterpolation(s, at, at + 1);
  } else endBracket(s, at, at + 1);
  return isInterpolation;
};

const noteEmptyInterpolation = (s: State): void => {
  if (innermost(s) === s.count - 1) s.line.emptyInterpolations.push(s.ends[s.count - 1]!);
};

/** Reports that an interpolation does not end, if one is open: at the outermost string, instead of what is inside. */
export const reportOpenInterpolation = (s: State): boolean => {
  const outermost = s.strings[0];
  if (outermost === undefined) return false;
  s.found.length = outermost.found;
  const quotes = outermost.triple ? 3 : 1;
  report(s, outermost.start, outermost.start + quotes, "unterminated interpolation: expected '}'");
  return true;
};

/** Closes every bracket and string by empty tokens at `at`. */
export const closeAll = (s: State, at: number): void => {
  while (s.brackets.length > 0)
    if (s.codes[innermost(s)] === INTERPOLATION_OPEN) {
      endInterpolation(s, at, at);
      push(s, STRING_CLOSE, at, at);
    } else endBracket(s, at, at);
};

/** Reports the innermost open bracket as unclosed and ends the logical line behind its last token. */
export const closeUnclosed = (s: State): void => {
  const end = lineEnd(s.text, s.ends[s.count - 1]!);
  if (!reportOpenInterpolation(s)) {
    const start = s.starts[innermost(s)]!;
    reportBracket(s, start, start + 1, `unclosed delimiter '${s.text.charAt(start)}'`);
  }
  closeAll(s, end);
  push(s, NEWLINE, end, end);
};
