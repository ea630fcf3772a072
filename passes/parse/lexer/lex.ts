// The lexer with layout: the text of a file to its token string (chapters 1.1 to 1.3).

import type { Diagnostic } from "../../../ir/diagnostic.ts";
import { startOf } from "../../../ir/framework/span.ts";
import type { TokenString } from "../../../ir/layout.ts";
import { blanksEnd, isLineEnd, lineEnd, nextLine } from "./characters.ts";
import { lexTokens } from "./code.ts";
import { EOF } from "./codes.ts";
import { lexCommentLine } from "./comments.ts";
import { beginLine, endLayout } from "./indentation.ts";
import { newState, push, report, reportAside, type State } from "./state.ts";

const TAB = 9;
const HASH = 35;

const holdsTab = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === TAB) return true;
  return false;
};

/** Reports tabs in the indentation of a line, except between the quotes of a triple-quoted string. */
const checkTabs = (s: State, start: number, first: number, isLoose: boolean): void => {
  if (s.strings.length > 0 || !holdsTab(s.text, start, first)) return;
  const reporter = isLoose ? reportAside : report;
  reporter(s, start, lineEnd(s.text, first), "tabs are not allowed for indentation: use spaces");
};

/** Reads from the start of a line to its end, or further if a string or an interpolation goes further. */
const lexLine = (s: State): void => {
  const { text } = s;
  const start = s.at;
  const first = blanksEnd(text, start);
  if (isLineEnd(text, first)) {
    s.at = nextLine(text, first);
  } else if (text.charCodeAt(first) === HASH) {
    checkTabs(s, start, first, s.brackets.length === 0);
    s.at = nextLine(text, lexCommentLine(s, first, first - start));
  } else {
    beginLine(s, first - start, first);
    checkTabs(s, start, first, false);
    s.at = first;
    lexTokens(s);
  }
};

/** In order of position; of several that start at one place the first made stays. */
const inOrder = (found: readonly Diagnostic[]): readonly Diagnostic[] => {
  const sorted = [...found].sort((a, b) => startOf(a.at) - startOf(b.at));
  return sorted.filter((one, i) => i === 0 || startOf(one.at) !== startOf(sorted[i - 1]!.at));
};

const decoder = new TextDecoder("utf-16le");

const result = (s: State): TokenString => ({
  tokens: decoder.decode(s.codes.subarray(0, s.count)),
  starts: s.starts.slice(0, s.count),
  ends: s.ends.slice(0, s.count),
  values: s.values,
  comments: s.comments,
  docs: s.docs,
  chunks: s.chunks,
  diagnostics: inOrder(s.found),
  spoiled: s.spoiled,
});

/**
 * Reads a file as tokens. Takes any text: what is wrong becomes diagnostics, and brackets, strings, INDENT and DEDENT
 * of the tokens are balanced all the same (what had to be closed early ends in empty tokens).
 */
export const lex = (path: string, text: string): TokenString => {
  const s = newState(path, text);
  while (s.at < text.length) lexLine(s);
  endLayout(s);
  push(s, EOF, text.length, text.length);
  return result(s);
};
