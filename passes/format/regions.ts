// The parts of a source file that the formatter copies: string literals and comments, as the lexer sees them.

import { endOf, startOf } from "../../ir/framework/span.ts";
import type { TokenString } from "../../ir/layout.ts";
import { tokenOf } from "../../ir/tokens.ts";
import { lex } from "../parse/lexer/lex.ts";

/** A part `[start, end)` of a file; an interpolated string is one region with all that stands in it. */
export interface Region {
  readonly kind: "string" | "comment";
  readonly start: number;
  readonly end: number;
}

const STRING = tokenOf.get("string")!;
const STRING_OPEN = tokenOf.get("stringOpen")!;
const STRING_CLOSE = tokenOf.get("stringClose")!;

const stringRegions = ({ tokens, starts, ends }: TokenString): readonly Region[] => {
  const regions: Region[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === STRING_OPEN && depth++ === 0) start = starts[i]!;
    if (token === STRING && depth === 0) regions.push({ kind: "string", start: starts[i]!, end: ends[i]! });
    if (token === STRING_CLOSE && --depth === 0) regions.push({ kind: "string", start, end: ends[i]! });
  }
  return regions;
};

/** Comments that stand in no string, given the strings in order. */
const commentRegions = (spans: readonly number[], strings: readonly Region[]): readonly Region[] => {
  let next = 0;
  return spans.flatMap((at) => {
    const start = startOf(at);
    while (next < strings.length && strings[next]!.end <= start) next++;
    const isInside = next < strings.length && strings[next]!.start <= start;
    return isInside ? [] : [{ kind: "comment" as const, start, end: endOf(at) }];
  });
};

/** The strings and comments of a file, in order, without overlap. */
export const regionsOf = (text: string): readonly Region[] => {
  const tokens = lex("", text);
  const strings = stringRegions(tokens);
  const comments = commentRegions(tokens.comments, strings);
  return [...strings, ...comments].sort((a, b) => a.start - b.start);
};
