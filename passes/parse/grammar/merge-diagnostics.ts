// Lexical and syntax diagnostics of one file as one list (chapter 1.9, "How many", rules 1 and 7).

import type { Diagnostic } from "../../../ir/diagnostic.ts";
import { startOf } from "../../../ir/framework/span.ts";
import type { TokenString } from "../../../ir/layout.ts";

/**
 * The diagnostics of the lexer and of the steps behind it (in the order in which they were made), by position. A
 * line with a lexical diagnostic has no other; of several that start at one offset the first made stays.
 */
export const mergeDiagnostics = (
  source: TokenString,
  ...found: readonly (readonly Diagnostic[])[]
): readonly Diagnostic[] => {
  const sound = found.flat().filter(({ at }) => !isSpoiled(source, startOf(at)));
  const all = [...source.diagnostics, ...sound];
  const seen = new Set<number>();
  return all
    .filter(({ at }) => !seen.has(startOf(at)) && seen.add(startOf(at)))
    .sort((a, b) => startOf(a.at) - startOf(b.at));
};

/** Whether an offset lies on a spoiled line. Lines are in order, so halving finds the one that may hold it. */
const isSpoiled = ({ spoiled, starts, ends }: TokenString, offset: number): boolean => {
  let low = 0;
  let high = spoiled.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[spoiled[middle]![0]]! <= offset) low = middle + 1;
    else high = middle;
  }
  const line = spoiled[low - 1];
  return line !== undefined && offset <= ends[line[1]]!;
};
