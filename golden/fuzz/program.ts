// Random well-typed programs, as an arbitrary of fast-check that knows how to make them smaller.

import fc from "fast-check";
import { declareEnum, declareErrors, declareStruct, predicates } from "./declarations.ts";
import { deepEntries } from "./deep.ts";
import { type Dice, diceOf } from "./dice.ts";
import { declareFamily, declareFunction, declareNap, declareRecursion, outside } from "./functions.ts";
import { declareInterface } from "./interfaces.ts";
import type { World } from "./place.ts";
import { smaller } from "./shrink.ts";
import { report, statement, statements } from "./statements.ts";
import { block, type Tree, template, tree } from "./tree.ts";

/** A program that the checker accepts. */
export const generateProgram = (dice: Dice): Tree => {
  const world: World = {
    dice,
    ...{
      structs: [],
      enums: [],
      interfaces: [],
      errors: [],
      functions: [],
      declarations: [...predicates],
      helpers: new Map(),
      needs: new Set(),
    },
    ...{ cost: 0, names: 0 },
  };
  const several = (low: number, high: number, declare: (world: World) => void): void => {
    for (let i = dice.between(low, high); i > 0; i--) declare(world);
  };
  several(0, 1, declareNap);
  several(0, 2, declareStruct);
  several(0, 2, declareEnum);
  several(0, 1, declareStruct);
  several(0, 1, declareErrors);
  several(0, 2, declareInterface);
  several(0, 1, declareFamily);
  several(1, 3, declareFunction);
  several(0, 1, declareRecursion);
  several(0, 2, declareFunction);
  const app = entry(world, 'app "fuzz"', dice.between(3, 7));
  const tests = Array.from({ length: dice.between(0, 3) }, (_, i) =>
    entry(world, `test "t${i}"`, dice.between(2, 5)),
  );
  const deep = deepEntries(world);
  const needs =
    world.needs.size > 0 ? [template("declaration")`requires ${[...world.needs].join(", ")}`] : [];
  return tree("program", ...needs, ...world.declarations, app, ...tests, ...deep);
};

const end = statement`print("end")`;

const entry = (world: World, head: string, count: number): Tree => {
  world.cost = 0;
  const [body, place] = statements(outside(world), count);
  return template("declaration")`${head}:${block([...body, ...report(place), end])}`;
};

class Programs extends fc.Arbitrary<Tree> {
  generate(random: fc.Random): fc.Value<Tree> {
    return new fc.Value(generateProgram(diceOf((low, high) => random.nextInt(low, high))), undefined);
  }

  canShrinkWithoutContext(_: unknown): _ is Tree {
    return true;
  }

  shrink(program: Tree): fc.Stream<fc.Value<Tree>> {
    return fc.stream(candidates(program));
  }
}

function* candidates(program: Tree): IterableIterator<fc.Value<Tree>> {
  for (const each of smaller(program)) yield new fc.Value(each, undefined);
}

/** Programs; shrunk ones may be rejected by the checker, which a property has to let pass. */
export const programs: fc.Arbitrary<Tree> = new Programs();
