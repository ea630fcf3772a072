// Recovery: the token that stands for what is skipped, and how far an item with an error reaches.

import { tokenOf } from "../../../ir/tokens.ts";

/** The code of a token kind. */
export const code = (kind: string): number => tokenOf.get(kind)!.charCodeAt(0);

/** Stands behind what could be read of an item; no lexer makes it. */
export const HOLE = "\uF8FF";

/** What can start a declaration. */
export const declarationHeads: ReadonlySet<number> = new Set(
  "import type enum interface impl fn component service config app migration test requires"
    .split(" ")
    .map(code),
);

const NEWLINE = code("newline");
const INDENT = code("indent");
const DEDENT = code("dedent");
const EOF = code("eof");

/** The index of the layout token that ends the line at `first`, or the end of the input. */
export const lineEnd = (tokens: string, first: number): number => {
  let i = first;
  while (i < tokens.length && tokens.charCodeAt(i) < NEWLINE) i++;
  return i;
};

/**
 * The end of the item that starts at `first`: behind its logical line, and behind the deeper lines that follow it.
 * Always greater than `first`, unless the input ends there.
 */
export const skipItem = (tokens: string, first: number): number => {
  let i = lineEnd(tokens, first);
  if (tokens.charCodeAt(i) === NEWLINE) i++;
  return tokens.charCodeAt(i) === INDENT ? skipGroup(tokens, i) : i;
};

/** The index behind the DEDENT that belongs to the INDENT at `first`. */
const skipGroup = (tokens: string, first: number): number => {
  let depth = 0;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens.charCodeAt(i);
    if (token === EOF) return i;
    if (token === INDENT) depth++;
    else if (token === DEDENT && --depth === 0) return i + 1;
  }
  return tokens.length;
};
