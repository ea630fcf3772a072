// Logical lines with a lexical diagnostic: nothing else is said about them (chapter 1.9, "How many", rule 1).

import { endOf, span, startOf } from "../../ir/framework/span.ts";
import type { TokenString } from "../../ir/layout.ts";

/** The spans of the spoiled lines of a file, in order. */
export const spoiledLines = ({ spoiled, starts, ends }: TokenString): readonly number[] =>
  spoiled.map(([first, last]) => span(starts[first]!, ends[last]!));

/** Whether what starts where `at` does lies on one of the lines. They are in order, so halving finds it. */
export const isSpoiled = (lines: readonly number[], at: number): boolean => {
  const offset = startOf(at);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(lines[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  const line = lines[low - 1];
  return line !== undefined && offset <= endOf(line);
};
