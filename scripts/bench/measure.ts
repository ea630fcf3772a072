// Measuring: the same work in turn with its baselines, and the median of the ratios.

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

export const time = async (work: () => unknown): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

/** Rounds of several works in turn, so that all see the same machine; the first rounds warm up. */
export const inTurn = async (
  works: readonly (() => unknown)[],
  rounds: number,
): Promise<readonly (readonly number[])[]> => {
  const all = [];
  for (let round = 0; round < rounds + 3; round++) {
    const times = [];
    for (const work of works) times.push(await time(work));
    all.push(times);
  }
  return all.slice(3);
};
