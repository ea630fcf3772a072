// Entries that go as deep as a program may, or one level deeper: calls and values.

import { fresh, type World } from "./place.ts";
import { statement } from "./statements.ts";
import { block, type Tree, template } from "./tree.ts";

/** Seldom: each is slow. */
export const deepEntries = (world: World): readonly Tree[] => {
  const { dice } = world;
  if (!dice.chance(3)) return [];
  const depth = dice.pick(["9990", "9998", "9999", "10000", "10001"]);
  return dice.chance(50) ? calls(world, depth) : values(depth);
};

const declaration = template("declaration");

const calls = (world: World, depth: string): readonly Tree[] => {
  const name = fresh(world, "deep");
  const body = [statement`if n <= 1: return 1`, statement`return ${name}(n - 1) + 1`];
  return [
    declaration`fn ${name}(n: Int) -> Int:${block(body)}`,
    declaration`test "deep calls":${block([statement`print(${name}(${depth}))`])}`,
  ];
};

const values = (depth: string): readonly Tree[] => [
  declaration`test "deep values":${block([
    statement`var d = []`,
    statement`for i in 1..${depth}:${block([statement`d = [d]`])}`,
    statement`let same = d == d`,
    statement`print(same)`,
    statement`print(d)`,
  ])}`,
];
