// Measuring: the same work in turn with its baselines, and the median of the ratios.

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

export const time = (work: () => unknown): number => {
  const begin = performance.now();
  work();
  return performance.now() - begin;
};

/** Rounds of several works in turn, so that all see the same machine; the first rounds warm up. */
export const inTurn = (works: readonly (() => unknown)[], rounds: number): readonly (readonly number[])[] =>
  Array.from({ length: rounds + 3 }, () => works.map(time)).slice(3);
