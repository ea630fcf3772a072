// Counts what random programs came to: those that say nothing find nothing.

import type { Found } from "./search.ts";

export interface Tally {
  readonly programs: number;
  readonly rejected: number;
  /** Apps and tests. */
  readonly entries: number;
  /** Entries that printed nothing. */
  readonly silent: number;
  /** Entries by how they ended: `ended`, the code of a failure, `uncaught`, or `panic`. */
  readonly endings: Readonly<Record<string, number>>;
}

export const nothing: Tally = { programs: 0, rejected: 0, entries: 0, silent: 0, endings: {} };

export const added = (tally: Tally, found: Found): Tally => {
  const one = { ...tally, programs: tally.programs + 1 };
  if (found.kind === "rejected") return { ...one, rejected: tally.rejected + 1 };
  if (found.kind !== "story") return one;
  const endings: Record<string, number> = { ...tally.endings };
  for (const { outcome } of found.story) {
    const end = outcome.kind === "failure" ? outcome.code : outcome.kind;
    endings[end] = (endings[end] ?? 0) + 1;
  }
  return {
    ...one,
    entries: tally.entries + found.story.length,
    silent: tally.silent + found.story.filter(({ printed }) => printed === "").length,
    endings,
  };
};

export const shownTally = (
  { programs, rejected, entries, silent, endings }: Tally,
  seconds: number,
): string => {
  const share = (part: number): string => `${((100 * part) / Math.max(entries, 1)).toFixed(1)} %`;
  const ends = Object.entries(endings).sort(([, a], [, b]) => b - a);
  return [
    `${programs} done, ${rejected} rejected, ${(programs / seconds).toFixed(1)} a second`,
    `${entries} entries: ${ends.map(([end, count]) => `${end} ${share(count)}`).join(", ")}`,
    `${share(silent)} print nothing`,
  ].join("; ");
};
