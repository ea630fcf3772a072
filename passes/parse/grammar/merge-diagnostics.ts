// Lexical and syntax diagnostics of one file as one list (chapter 1.9, "How many", rules 1 and 7).

import type { Diagnostic } from "../../../ir/diagnostic.ts";
import { startOf } from "../../../ir/framework/span.ts";
import type { TokenString } from "../../../ir/layout.ts";
import { isSpoiled, spoiledLines } from "../spoiled-lines.ts";

/**
 * The diagnostics of the lexer and of the steps behind it (in the order in which they were made), by position. A
 * line with a lexical diagnostic has no other; of several that start at one offset the first made stays.
 */
export const mergeDiagnostics = (
  source: TokenString,
  ...found: readonly (readonly Diagnostic[])[]
): readonly Diagnostic[] => {
  const lines = spoiledLines(source);
  const sound = found.flat().filter(({ at }) => !isSpoiled(lines, at));
  const all = [...source.diagnostics, ...sound];
  const seen = new Set<number>();
  return all
    .filter(({ at }) => !seen.has(startOf(at)) && seen.add(startOf(at)))
    .sort((a, b) => startOf(a.at) - startOf(b.at));
};
