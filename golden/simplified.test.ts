// The program in Anf means what Matched means, simplified or not: same output, same end, same position of a failure.

import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import type { AnfGrammar } from "../ir/anf.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import type { Pass } from "../ir/framework/pass.ts";
import { lowerRaises } from "../passes/own/lower-raises.ts";
import { foldConstants } from "../passes/simplify/fold-constants.ts";
import { inlineSmall } from "../passes/simplify/inline-small.ts";
import { normaliseToAnf } from "../passes/simplify/normalise-to-anf.ts";
import { propagateCopies } from "../passes/simplify/propagate-copies.ts";
import { removeDeadCode } from "../passes/simplify/remove-dead-code.ts";
import { onDeepStack } from "./deep-stack.ts";
import { embed } from "./embed.ts";
import { type Program, ran, storyOf, subjects, type Told } from "./stories.ts";

type Simple = NodeOf<AnfGrammar, "Program">;
type Simplification = Pass<AnfGrammar, AnfGrammar>;

const simplifications: readonly Simplification[] = [
  inlineSmall,
  foldConstants,
  propagateCopies,
  removeDeadCode,
];

const simplified = (program: Simple, passes: readonly Simplification[], limit: number): Simple =>
  passes.reduce((now, each) => ran(now, each, each === inlineSmall ? { limit } : {}) as Simple, program);

const returned = (program: Simple): Simple => ran(program, lowerRaises) as Simple;

const story = (program: Program): readonly Told[] =>
  storyOf(program, (entry, host) => interpret(program, entry, host));

const tests = (): void => {
  const all = subjects().map(({ path, program }) => ({
    ...{ path, expected: story(program) },
    plain: ran(program, normaliseToAnf) as Simple,
  }));

  for (const { path, expected, plain } of all) {
    test(`${path} means the same in Anf`, () => assert.equal(story(embed(plain)), expected));

    test(`${path} means the same where errors are returned`, () => {
      assert.equal(story(embed(returned(plain))), expected);
      const simple = simplified(plain, simplifications, 6);
      assert.equal(story(embed(returned(simple))), expected);
    });

    test(`${path} means the same simplified`, () =>
      assert.equal(story(embed(simplified(plain, simplifications, 6))), expected));
  }

  test("simplifications may come in any order, as often as they like", () => {
    const names = fc.array(fc.constantFrom(...simplifications.map(({ name }) => name)), { maxLength: 10 });
    const paths = fc.constantFrom(...all.map(({ path }) => path));
    fc.assert(
      fc.property(paths, names, fc.nat(30), (path, order, limit) => {
        const { plain, expected } = all.find((each) => each.path === path)!;
        const passes = order.map((name) => simplifications.find((each) => each.name === name)!);
        assert.equal(story(embed(simplified(plain, passes, limit))), expected);
      }),
      { numRuns: 200, seed: 7, interruptAfterTimeLimit: 5000 },
    );
  });

  test.run();
};

onDeepStack(import.meta.url, tests);
