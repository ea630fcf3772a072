// The program in Anf means what Matched means, simplified or not: same output, same end, same position of a failure.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker } from "node:worker_threads";
import fc from "fast-check";
import { isLeft } from "fp-ts/Either";
import { isRight } from "fp-ts/These";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import type { AnfGrammar } from "../ir/anf.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import type { Pass, ProgramOf } from "../ir/framework/pass.ts";
import { verify } from "../ir/framework/verify.ts";
import { Matched, type MatchedGrammar } from "../ir/matched.ts";
import { lowerRaises } from "../passes/own/lower-raises.ts";
import { foldConstants } from "../passes/simplify/fold-constants.ts";
import { inlineSmall } from "../passes/simplify/inline-small.ts";
import { normaliseToAnf } from "../passes/simplify/normalise-to-anf.ts";
import { propagateCopies } from "../passes/simplify/propagate-copies.ts";
import { removeDeadCode } from "../passes/simplify/remove-dead-code.ts";
import { compile } from "../pipeline/compile.ts";
import { sourceOf } from "../pipeline/source.ts";
import { standard } from "../pipeline/standard.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { bufferedOutput } from "../runtime/output.ts";
import { embed } from "./embed.ts";

type Program = NodeOf<MatchedGrammar, "Program">;
type Simple = NodeOf<AnfGrammar, "Program">;
type Simplification = Pass<AnfGrammar, AnfGrammar>;

const simplifications: readonly Simplification[] = [
  inlineSmall,
  foldConstants,
  propagateCopies,
  removeDeadCode,
];

/** What a pass makes of a program; verified. */
const ran = <A, B>({ name, to, run }: Pass<A, B>, program: ProgramOf<A>, options: unknown): ProgramOf<B> => {
  const result = run(program, { options });
  assert.ok(isRight(result), name);
  const verified = verify(to as never, "Program" as never, result.right);
  if (isLeft(verified)) throw new Error(`${name}: ${JSON.stringify(verified.left)}`);
  return result.right;
};

const simplified = (program: Simple, passes: readonly Simplification[], limit: number): Simple =>
  passes.reduce((now, each) => ran(each, now, each === inlineSmall ? { limit } : {}), program);

/** How each app and test of a program ends, and what it prints. */
const story = (program: Program): readonly { readonly outcome: Outcome; readonly printed: string }[] =>
  program.entries
    .filter(({ role }) => role !== "main")
    .map((entry) => {
      let printed = "";
      const output = bufferedOutput((bytes) => {
        printed += Buffer.from(bytes).toString("latin1");
        return bytes.length;
      });
      const host = { output, readLine: () => null, interactive: false, variables: {} };
      return { outcome: interpret(program, entry.function, host), printed };
    });

const compiled = (path: string): Program | null => {
  const { program } = compile({
    stages: standard,
    options: {},
    start: sourceOf(path, readFileSync(path, "utf8")),
    until: "match",
    points: [],
    verify: false,
  });
  assert.ok(program === null || program.language === (Matched as unknown));
  return program && (program.program as unknown as Program);
};

const tests = (): void => {
  const subjects = ["golden/programs", "examples"]
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith(".fuse"))
    .flatMap((path) => {
      const program = compiled(path);
      if (!program) return [];
      return [{ path, expected: story(program), plain: ran(normaliseToAnf, program, {}) }];
    });

  for (const { path, expected, plain } of subjects) {
    test(`${path} means the same in Anf`, () => assert.equal(story(embed(plain)), expected));

    test(`${path} means the same where errors are returned`, () => {
      assert.equal(story(embed(ran(lowerRaises, plain, {}))), expected);
      const simple = simplified(plain, simplifications, 6);
      assert.equal(story(embed(ran(lowerRaises, simple, {}))), expected);
    });

    test(`${path} means the same simplified`, () =>
      assert.equal(story(embed(simplified(plain, simplifications, 6))), expected));
  }

  test("simplifications may come in any order, as often as they like", () => {
    const names = fc.array(fc.constantFrom(...simplifications.map(({ name }) => name)), { maxLength: 10 });
    const paths = fc.constantFrom(...subjects.map(({ path }) => path));
    fc.assert(
      fc.property(paths, names, fc.nat(30), (path, order, limit) => {
        const { plain, expected } = subjects.find((each) => each.path === path)!;
        const passes = order.map((name) => simplifications.find((each) => each.name === name)!);
        assert.equal(story(embed(simplified(plain, passes, limit))), expected);
      }),
      { numRuns: 200, seed: 7, interruptAfterTimeLimit: 5000 },
    );
  });

  test.run();
};

/** Some programs call themselves as deep as they may, which takes a thread with a larger stack. */
if (isMainThread) {
  const thread = new Worker(fileURLToPath(import.meta.url), { resourceLimits: { stackSizeMb: 64 } });
  thread.on("exit", (code) => {
    process.exitCode = code;
  });
} else tests();
