// Literals of the basic types, small ones and those at the edges.

import type { Dice } from "./dice.ts";

const edges = [
  ...["2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296", "9007199254740991"],
  ...["9007199254740992", "9007199254740993", "-9007199254740993", "4611686018427387904", "3037000500"],
  ...["9223372036854775807", "-9223372036854775808", "-9223372036854775807", "1000000007", "-1"],
];

const floats = [
  ...["0.0", "1.0", "2.5", "-0.5", "0.1", "3.0", "100.25", "-0.0", "1234567.125", "9007199254740993.0"],
  ...["0.00000012", "100000000000000000000000.0", "1.7976931348623157e308", "5e-324", "0.3"],
];

const texts = [
  ...["", "a", "b", "key", "Ada", "two words", "é", "😀 ok", "x,y", "[1]", "a\\nb", '\\"q\\"', "null", "abc"],
  ...["0", "ab12", "a@b.co", "long enough to be a longer text than the others"],
];

/** The keys of all maps, so that they are often found. */
const keys = ["a", "a", "a", "a", "a", "a", "b", "b", "b", "c", "key"];

export const intText = (dice: Dice): string =>
  dice.chance(6)
    ? dice.pick(edges)
    : `${dice.weighted([
        [8, dice.between(0, 9)],
        [2, dice.between(-20, 300)],
      ])}`;

export const smallText = (dice: Dice, low: number, high: number): string => `${dice.between(low, high)}`;

export const floatText = (dice: Dice): string =>
  dice.chance(50) ? dice.pick(floats) : `${dice.between(-9, 40)}.${dice.pick(["0", "5", "25"])}`;

export const stringText = (dice: Dice): string => `"${dice.pick(texts)}"`;

export const keyText = (dice: Dice): string => `"${dice.pick(keys)}"`;
