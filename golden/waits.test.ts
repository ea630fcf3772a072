// Every program means in WebAssembly what it means in the interpreter, also where each function may wait, and does.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { interpret } from "../backends/interpreter/interpret.ts";
import { artefactOf } from "../backends/wat/compile.ts";
import type { WatProgram } from "../backends/wat/link.ts";
import { load, run } from "../backends/wat/run.ts";
import type { NodeOf } from "../ir/framework/language.ts";
import { rewrite } from "../ir/framework/rewrite.ts";
import { Matched, type MatchedGrammar } from "../ir/matched.ts";
import { INT, UNIT } from "../ir/types.ts";
import { passesOfStages } from "../passes/testing.ts";
import type { Host } from "../runtime/host.ts";
import type { Outcome } from "../runtime/outcome.ts";
import { onDeepStack } from "./deep-stack.ts";
import { ran, storyOf, subjects, told } from "./stories.ts";

type Stmt = NodeOf<MatchedGrammar, "Stmt">;

const at = 0;
/** `time.sleep(0)`: whoever else is ready has a turn. */
const nap: Stmt = {
  ...{ kind: "Do", at },
  value: {
    ...{ kind: "Prim", at, type: UNIT, op: "time.sleep" },
    args: [{ kind: "Int", at, type: INT, value: 0n }],
  },
};

/** All functions may wait, and do in front of every third statement, wherever that stands. */
const napping = rewrite<MatchedGrammar, MatchedGrammar, { count: number }>(Matched, Matched, {
  Function: {
    Function: (n, to, counter) => ({ ...n, suspends: true, body: to.Block(n.body, counter) }),
  },
  Block: {
    Block: (n, to, counter) => ({
      ...n,
      statements: n.statements.flatMap((each) => {
        const statement = to.Stmt(each, counter);
        return counter.count++ % 3 === 0 ? [nap, statement] : [statement];
      }),
    }),
  },
});

const tests = (): void => {
  for (const { path, program } of subjects()) {
    test(`${path} means the same where each function waits`, async () => {
      const waiting = napping.Program(program, { count: 0 });
      // where there are no tasks to change places with, waits change nothing; the interpreter is quicker without them
      const same = program.functions.some(({ suspends }) => suspends) ? waiting : program;
      const expected = storyOf(same, (entry, host) => interpret(same, entry, host));
      const made = passesOfStages("lower", "own", "wat").reduce<unknown>(
        (now, pass) => ran(now, pass),
        waiting,
      );
      const module = load(await artefactOf(made as WatProgram, true));
      const freeing =
        (exported: string) =>
        (host: Host): Outcome => {
          const { outcome, counters, dropped } = run(module, exported, host);
          if (outcome.kind === "ended" && dropped === 0) assert.is(counters.live, 0, `${exported} leaks`);
          return outcome;
        };
      const entries = module.metadata.entries.filter(({ role }) => role !== "main");
      assert.equal(
        entries.map(({ exported }) => told(freeing(exported))),
        expected,
      );
    });
  }
  test.run();
};

onDeepStack(import.meta.url, tests);
