// String literals of both forms, up to their end or their next interpolation.

import { closeAll, openInterpolation, reportOpenInterpolation } from "./brackets.ts";
import { isLineEnd, nextLine } from "./characters.ts";
import { STRING, STRING_CLOSE, STRING_OPEN, STRING_TEXT } from "./codes.ts";
import { readEscape } from "./escapes.ts";
import { push, pushValue, report, type State, type StringFrame } from "./state.ts";

const QUOTE = 34;
const DOLLAR = 36;
const BACKSLASH = 92;
const BRACE = 123;

const isTriple = (text: string, at: number): boolean =>
  text.charCodeAt(at) === QUOTE && text.charCodeAt(at + 1) === QUOTE && text.charCodeAt(at + 2) === QUOTE;

/** Appends what the escape at `at` stands for to `value`, and moves `s.at` behind it. */
const escaped = (s: State, at: number, value: string): string => {
  if (isLineEnd(s.text, at + 1)) {
    s.at = nextLine(s.text, at + 1);
    return at + 1 < s.text.length ? `${value}\n` : value;
  }
  const one = readEscape(s.text, at);
  const source = s.text.slice(at, Math.min(one.end, at + 20));
  if (one.value === null) report(s, at, one.end, `unknown escape '${source}'`);
  s.at = one.end;
  return value + (one.value ?? source);
};

/**
 * Reads the text of a string from `s.at` to its closing quotes, its next `${`, or where it breaks off: at the line's
 * end if `oneLine`, else at the end of the file. Leaves `s.at` there and gives the value.
 */
const readText = (s: State, triple: boolean, oneLine: boolean): string => {
  const { text } = s;
  let value = "";
  let run = s.at;
  let at = s.at;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > BACKSLASH) continue;
    if (unit === QUOTE && (!triple || isTriple(text, at))) break;
    if (unit === DOLLAR && text.charCodeAt(at + 1) === BRACE) break;
    if (unit === BACKSLASH && !(oneLine && isLineEnd(text, at + 1))) {
      value = escaped(s, at, value + text.slice(run, at));
      run = s.at;
      at = run - 1;
    } else if ((unit === 10 || unit === 13) && isLineEnd(text, at)) {
      if (oneLine) break;
      if (unit === 13) {
        value += text.slice(run, at);
        run = at + 1;
      }
    }
  }
  s.at = at;
  return value + text.slice(run, at);
};

/** Reports a string that breaks off at `s.at`; all brackets are closed there. */
const breakOff = (s: State, start: number, triple: boolean): void => {
  const quotes = triple ? '"""' : '"';
  if (!reportOpenInterpolation(s))
    report(s, start, start + quotes.length, `unterminated string literal: expected '${quotes}'`);
  closeAll(s, s.at);
};

const isInterpolation = (s: State): boolean => s.text.charCodeAt(s.at) === DOLLAR;

/** Reads a string behind an interpolation or its opening quotes, and pushes its tokens up to the next stop. */
const pushPart = (s: State, start: number, textStart: number, value: string, triple: boolean): void => {
  if (value !== "") pushValue(s, STRING_TEXT, textStart, s.at, value);
  if (isInterpolation(s)) {
    openInterpolation(s, s.at, start, triple);
    s.at += 2;
    return;
  }
  const closed = s.at < s.text.length && s.text.charCodeAt(s.at) === QUOTE;
  const end = closed ? s.at + (triple ? 3 : 1) : s.at;
  push(s, STRING_CLOSE, s.at, end);
  s.at = end;
  if (!closed) breakOff(s, start, triple);
};

/** Reads the string at `s.at`, or its part up to the first interpolation, and moves `s.at` behind it. */
export const lexString = (s: State): void => {
  const start = s.at;
  const triple = isTriple(s.text, start);
  const width = triple ? 3 : 1;
  s.at = start + width;
  const value = readText(s, triple, !triple || s.oneLine > 0);
  if (isInterpolation(s)) {
    push(s, STRING_OPEN, start, start + width);
    pushPart(s, start, start + width, value, triple);
    return;
  }
  const closed = s.at < s.text.length && s.text.charCodeAt(s.at) === QUOTE;
  if (closed) s.at += width;
  pushValue(s, STRING, start, s.at, value);
  if (!closed) breakOff(s, start, triple);
};

/** Reads on in a string whose interpolation ended at `s.at`. */
export const resumeString = (s: State, frame: StringFrame): void => {
  const textStart = s.at;
  const value = readText(s, frame.triple, !frame.triple || s.oneLine > 0);
  pushPart(s, frame.start, textStart, value, frame.triple);
};
