// Comments and doc comments (chapter 1.2).

import { span } from "../../../ir/framework/span.ts";
import { BLANK, blanksEnd, CLASS, lineEnd } from "./characters.ts";
import type { State } from "./state.ts";

const HASH = 35;

/** Reads the comment at `at`; gives its end, which is the line's end. */
export const lexComment = (s: State, at: number): number => {
  const end = lineEnd(s.text, at);
  s.comments.push(span(at, end));
  return end;
};

/** The text of a doc comment: behind the leading run of `#`, without white space at both ends. */
const docText = (text: string, at: number, end: number): string => {
  let start = at;
  while (start < end && text.charCodeAt(start) === HASH) start++;
  start = Math.min(end, blanksEnd(text, start));
  let last = end;
  while (last > start && CLASS[text.charCodeAt(last - 1)] === BLANK) last--;
  return text.slice(start, last);
};

/** Reads the comment at `at`, with which a line begins in the given column; gives its end. */
export const lexCommentLine = (s: State, at: number, column: number): number => {
  const end = lexComment(s, at);
  if (s.text.charCodeAt(at + 1) === HASH) s.pendingDocs.push({ column, text: docText(s.text, at, end) });
  return end;
};

/** Gives the doc comments since the last token to the next token, which is the first of a line in this column. */
export const attachDocs = (s: State, column: number): void => {
  if (s.pendingDocs.length === 0) return;
  const lines = s.pendingDocs.filter((doc) => doc.column === column);
  if (lines.length > 0) s.docs.set(s.count, lines.map((doc) => doc.text).join("\n"));
  dropDocs(s);
};

/** Forgets doc comments before a line that cannot have any. */
export const dropDocs = (s: State): void => {
  if (s.pendingDocs.length > 0) s.pendingDocs = [];
};
