// The tokens of a line, from its first one to its end.

import { closeAll, closeBracket, openBracket, reportOpenInterpolation } from "./brackets.ts";
import {
  BLANK,
  CLASS,
  CLOSER,
  DIGIT,
  HASH,
  isLineEnd,
  LETTER,
  LINE_FEED,
  nextLine,
  OPENER,
  OPERATOR,
  QUOTE,
  RETURN,
  SINGLE_QUOTE,
  UNEXPECTED,
} from "./characters.ts";
import { longestOperatorAt, longOperatorOf, NEWLINE, operatorOf } from "./codes.ts";
import { lexComment } from "./comments.ts";
import { lexWord } from "./keywords.ts";
import { lexNumber } from "./numbers.ts";
import { push, report, type State } from "./state.ts";
import { lexString, resumeString } from "./strings.ts";

const lexOperator = (s: State, at: number, unit: number): number => {
  const long = at + 1 < s.text.length ? longOperatorOf(unit, s.text.charCodeAt(at + 1)) : 0;
  const longest = long === 0 ? 0 : longestOperatorAt(s.text, at);
  const end = at + (longest !== 0 ? 3 : long !== 0 ? 2 : 1);
  push(s, longest || long || operatorOf(unit), at, end);
  return end;
};

const lexCloser = (s: State, at: number): number => {
  const frame = s.strings[s.strings.length - 1];
  if (!closeBracket(s, at)) return at + 1;
  s.at = at + 1;
  resumeString(s, frame!);
  return s.at;
};

const lexQuoted = (s: State, at: number): number => {
  s.at = at;
  lexString(s);
  return s.at;
};

/** Skips `'text'`, or the quote alone if it is not closed on its line. */
const skipSingleQuoted = (s: State, at: number): number => {
  report(s, at, at + 1, "strings use double quotes, not single quotes");
  let end = at + 1;
  while (!isLineEnd(s.text, end)) if (CLASS[s.text.charCodeAt(end++)] === SINGLE_QUOTE) return end;
  return at + 1;
};

const isUnexpected = (text: string, at: number): boolean => {
  const kind = CLASS[text.charCodeAt(at)];
  return kind === UNEXPECTED || (kind === RETURN && !isLineEnd(text, at));
};

const shown = (point: number): string =>
  point > 0x20 && point < 0x7f
    ? `'${String.fromCodePoint(point)}'`
    : `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;

/** Skips a run of unexpected characters. */
const skipUnexpected = (s: State, at: number): number => {
  const point = s.text.codePointAt(at)!;
  report(s, at, at + (point > 0xffff ? 2 : 1), `unexpected character ${shown(point)}`);
  let end = at + 1;
  while (end < s.text.length && isUnexpected(s.text, end)) end++;
  return end;
};

/** Ends the physical line at `at`: with a NEWLINE if nothing is open. */
const endLine = (s: State, at: number): void => {
  if (s.oneLine > 0) {
    reportOpenInterpolation(s);
    closeAll(s, at);
  }
  if (s.brackets.length === 0) push(s, NEWLINE, at, at);
  s.at = nextLine(s.text, at);
};

/** Reads the tokens from `s.at` to the end of the line, which strings may put off, and moves `s.at` behind it. */
export const lexTokens = (s: State): void => {
  const { text } = s;
  let at = s.at;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    switch (CLASS[unit]) {
      case BLANK:
        at++;
        break;
      case LETTER:
        at = lexWord(s, at);
        break;
      case OPERATOR:
        at = lexOperator(s, at, unit);
        break;
      case OPENER:
        openBracket(s, at++);
        break;
      case CLOSER:
        at = lexCloser(s, at);
        break;
      case DIGIT:
        at = lexNumber(s, at);
        break;
      case QUOTE:
        at = lexQuoted(s, at);
        break;
      case LINE_FEED:
        endLine(s, at);
        return;
      case HASH:
        at = lexComment(s, at);
        break;
      case SINGLE_QUOTE:
        at = skipSingleQuoted(s, at);
        break;
      default:
        if (isLineEnd(text, at)) {
          endLine(s, at);
          return;
        }
        at = skipUnexpected(s, at);
    }
  }
  endLine(s, at);
};
