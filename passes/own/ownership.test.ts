// References are counted right in all example programs, whatever optional passes there are.

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { isLeft, isRight } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../../backends/interpreter/interpret.ts";
import { embed } from "../../golden/embed.ts";
import type { AnfGrammar } from "../../ir/anf.ts";
import type { NodeOf } from "../../ir/framework/language.ts";
import { bufferedOutput } from "../../runtime/output.ts";
import { quietHost } from "../../runtime/testing-host.ts";
import type { Block, Stmt } from "./nodes.ts";
import { sharingProgram } from "./testing/arbitrary.ts";
import { ownershipFaults } from "./testing/check.ts";
import { anfOf, passes, passesWith, taken } from "./testing/programs.ts";
import { runOwned } from "./testing/run.ts";

const programs = ["golden/programs", "examples"]
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith(".fuse"))
  .flatMap((path) => {
    const anf = anfOf(path, readFileSync(path, "utf8"));
    return isRight(anf) ? [{ path, anf: anf.right }] : [];
  });

/** The block without the first statement of a kind among its own. */
const withoutFirst = (kind: Stmt["kind"], block: Block): Block => {
  const index = block.statements.findIndex((each) => each.kind === kind);
  return index < 0 ? block : { ...block, statements: block.statements.filter((_, i) => i !== index) };
};

for (const { path, anf } of programs) {
  test(`${path} counts right`, () => {
    assert.equal(ownershipFaults(taken(anf, passesWith())), []);
    assert.equal(ownershipFaults(taken(anf, passes)), []);
  });
}

test("programs that share and change values count right, and mean what they meant", () =>
  fc.assert(
    fc.property(sharingProgram, (text) => {
      const anf = anfOf("a.fuse", text);
      if (isLeft(anf)) throw new Error(anf.left);
      const entry = anf.right.entries[0]!.function;
      const expected = interpreted(anf.right, entry);
      for (const through of [passesWith(), passes]) {
        const program = taken(anf.right, through);
        assert.equal(ownershipFaults(program), []);
        const { printed, failure, left } = runOwned(program, entry);
        assert.equal({ printed, failure, left }, { ...expected, left: 0 });
      }
    }),
    { numRuns: 150, seed: 7, interruptAfterTimeLimit: 8000 },
  ));

/** What the interpreter says of a program. */
const interpreted = (program: NodeOf<AnfGrammar, "Program">, entry: string) => {
  let printed = "";
  const output = bufferedOutput((bytes) => {
    printed += Buffer.from(bytes).toString("utf8");
    return bytes.length;
  });
  const outcome = interpret(embed(program), entry, quietHost({ output }));
  return { printed, failure: outcome.kind === "failure" ? outcome.code : null };
};

test("a reference too few or too many is found", () => {
  const path = "examples/inventory.fuse";
  const program = taken(programs.find((each) => each.path === path)!.anf, passes);
  for (const kind of ["Dup", "Drop", "Recycle"] as const) {
    for (const fn of program.functions) {
      const body = withoutFirst(kind, fn.body);
      if (body === fn.body) continue;
      const functions = program.functions.map((each) => (each === fn ? { ...fn, body } : each));
      assert.not.equal(ownershipFaults({ ...program, functions }), [], `${fn.id} without a ${kind}`);
    }
  }
});

test("no optional pass needs another one", () => {
  const optional = passes.filter((each) => each.optional).map(({ name }) => name);
  fc.assert(
    fc.property(fc.constantFrom(...programs), fc.subarray(optional), ({ anf }, names) =>
      assert.equal(ownershipFaults(taken(anf, passesWith(...names))), []),
    ),
    { numRuns: 100, seed: 7, interruptAfterTimeLimit: 5000 },
  );
});

test.run();
