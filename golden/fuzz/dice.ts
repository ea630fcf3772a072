// Random choices, all drawn from one source of numbers.

export interface Dice {
  /** From `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A choice by weight; what weighs nothing is never chosen. */
  readonly weighted: <T>(from: readonly (readonly [weight: number, value: T])[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
}

/** `between` gives a number from `low` to `high`, both included. */
export const diceOf = (between: Dice["between"]): Dice => {
  const pick = <T>(from: readonly T[]): T => from[between(0, from.length - 1)]!;
  return {
    between,
    chance: (percent) => between(0, 99) < percent,
    pick,
    weighted: (from) => {
      let left = between(
        1,
        from.reduce((sum, [weight]) => sum + weight, 0),
      );
      for (const [weight, value] of from) if ((left -= weight) <= 0) return value;
      return from[0]![1];
    },
    shuffled: (list) => {
      const rest = [...list];
      return list.map(() => rest.splice(between(0, rest.length - 1), 1)[0]!);
    },
  };
};

/** The same choices for the same seed (Mulberry32, by Tommy Ettinger). */
export const diceFrom = (seed: number): Dice => {
  let state = seed | 0;
  return diceOf((low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return low + Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 4294967296) * (high - low + 1));
  });
};
