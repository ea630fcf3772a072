// The starts of lines: indentation, continuation lines, and statements that begin inside open brackets.

import { closeUnclosed } from "./brackets.ts";
import { blanksEnd, wordEnd } from "./characters.ts";
import { DEDENT, INDENT } from "./codes.ts";
import { attachDocs, dropDocs } from "./comments.ts";
import { hasOuterColon } from "./lookahead.ts";
import { push, report, reportAside, type State } from "./state.ts";

/** Keywords that begin no line inside brackets, unless as the name of an argument. */
const statementStarts: ReadonlySet<string> = new Set(
  (
    "fn type enum interface impl component service config app migration test import requires " +
    "let var return if else for while match break continue transaction"
  ).split(" "),
);

/** Of these, those that may also begin a clause of a comprehension, on a line of its own. */
const clauseStarts: ReadonlySet<string> = new Set(["for", "if"]);

const LONGEST = 11;

/** Whether a line that starts at `at` with brackets open begins a statement, so that a bracket must be lost. */
const beginsStatement = (text: string, at: number): boolean => {
  const end = wordEnd(text, at);
  const word = end - at > LONGEST ? "" : text.slice(at, end);
  if (!statementStarts.has(word)) return false;
  const next = blanksEnd(text, end);
  const isArgumentName = text.charAt(next) === "=" && !/[=>]/.test(text.charAt(next + 1));
  return !isArgumentName && (!clauseStarts.has(word) || hasOuterColon(text, at));
};

const isPoint = (text: string, at: number): boolean => text.charAt(at) === "." && text.charAt(at + 1) !== ".";

/** Whether a line that starts at `at` continues the line before: `.`, `?.`, `?[` or `?!`. */
const isContinuation = (text: string, at: number): boolean => {
  if (text.charAt(at) !== "?") return isPoint(text, at);
  if (text.charAt(at + 1) === "!") return true;
  const next = blanksEnd(text, at + 1);
  return text.charAt(next) === "[" || isPoint(text, next);
};

/** Completes the logical line that ended before the next token. */
export const endLogicalLine = (s: State): void => {
  const { line } = s;
  if (line.spoiled) s.spoiled.push([line.first, s.count - 1]);
  else for (const at of line.emptyInterpolations) reportAside(s, at, at, "empty interpolation expression");
  if (line.emptyInterpolations.length > 0) line.emptyInterpolations = [];
  line.first = s.count;
  line.spoiled = false;
  line.bracketReported = false;
};

const top = (s: State): number => s.levels[s.levels.length - 1]!.column;

const popLevel = (s: State, at: number): void => {
  if (!s.levels.pop()!.silent) push(s, DEDENT, at, at);
};

/** The layout algorithm of chapter 1.2 for a line whose first token stands at `at`. */
const indent = (s: State, column: number, at: number): void => {
  if (column > top(s)) {
    s.levels.push({ column, silent: false });
    push(s, INDENT, at, at);
    return;
  }
  while (top(s) > column) popLevel(s, at);
  if (top(s) < column) {
    report(s, at, at, "inconsistent indentation: no open block has this column");
    s.levels.push({ column, silent: true });
  }
};

/** Begins a logical line with its layout tokens, chunk and docs. */
const beginLogicalLine = (s: State, column: number, at: number): void => {
  endLogicalLine(s);
  if (s.count === 0) s.chunks.push(0);
  indent(s, column, at);
  if (column === 0 && s.count > 0) s.chunks.push(s.count);
  attachDocs(s, column);
};

/** Begins a line whose first token stands at `at` in the given column (counted from 0). */
export const beginLine = (s: State, column: number, at: number): void => {
  if (s.brackets.length > 0 && beginsStatement(s.text, at)) closeUnclosed(s);
  if (s.brackets.length > 0) {
    dropDocs(s);
  } else if (s.count > 0 && isContinuation(s.text, at)) {
    s.count--; // takes the NEWLINE back
    dropDocs(s);
  } else {
    beginLogicalLine(s, column, at);
  }
};

/** Ends what is open at the end of the file, with one DEDENT per level that is not silent. */
export const endLayout = (s: State): void => {
  if (s.brackets.length > 0) closeUnclosed(s);
  endLogicalLine(s);
  while (s.levels.length > 1) popLevel(s, s.text.length);
};
