// Positions as a reader knows them: file, line, column.

import type { NodeOf } from "../../ir/framework/language.ts";
import { startOf } from "../../ir/framework/span.ts";
import type { ResumableGrammar } from "../../ir/resumable.ts";

/** Says of a span in a file where it begins, as `FILE:LINE:COLUMN`. */
export type Positions = (path: string, at: number) => string;

/** For the files of a program; lines and columns count from 1, columns in UTF-16 code units. */
export const positionsIn = (sources: readonly NodeOf<ResumableGrammar, "Source">[]): Positions => {
  const starts = new Map(sources.map(({ path, text }) => [path, lineStarts(text)]));
  return (path, at) => {
    const start = startOf(at);
    const lines = starts.get(path) ?? [0];
    const line = lineOf(lines, start);
    return `${path}:${line + 1}:${start - lines[line]! + 1}`;
  };
};

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
};

/** The last line that begins at or before the offset, found by halving. */
const lineOf = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
};
