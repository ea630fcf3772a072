// Spans: where a node stands in its file, packed into one number so that every node has it at the price of a field.

/** Lengths beyond this are cut; only a declaration can be so long, and no rule rests on where one ends. */
const LENGTHS = 2 ** 21;

/** The span `[start, end)` in UTF-16 code units from the start of the file. */
export const span = (start: number, end: number): number =>
  start * LENGTHS + Math.max(0, Math.min(end - start, LENGTHS - 1));

export const startOf = (at: number): number => Math.floor(at / LENGTHS);
export const endOf = (at: number): number => startOf(at) + (at % LENGTHS);

/** From the start of the first span to the end of the last. */
export const cover = (first: number, last: number): number => span(startOf(first), endOf(last));
