// A program in the compiler's hands: compiling it once, then running its app or its tests.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import { needsDeepStack } from "../../backends/interpreter/depth.ts";
import type { Outcome } from "../../backends/interpreter/interpret.ts";
import { Defect } from "../../pipeline/interceptors.ts";
import type { Compiled, Problem, Program } from "../compiler.ts";
import { compileDeep, type Deep, runAllDeep } from "./deep.ts";
import {
  appOf,
  endingOf,
  failed,
  type MatchedProgram,
  packed,
  reportOf,
  runAll,
  testsOf,
  unpacked,
} from "./execute.ts";
import { type Done, type PreparedJob, perform } from "./job.ts";
import { withDeepStack } from "./overflow.ts";

export const programOf = (prepared: PreparedJob, deep: Deep, write: (text: string) => void): Program => {
  let ready: MatchedProgram | null = null;

  const compile = (): Promise<Either<Problem, Done>> =>
    withDeepStack(
      () => perform(prepared),
      async () => {
        const done = await compileDeep(deep, prepared.job);
        ready = done.program && unpacked(done.program);
        return right({ ...done, program: null });
      },
    );

  const runFunctions = (functions: readonly string[]): Promise<readonly Outcome[]> | readonly Outcome[] =>
    needsDeepStack(ready!) ? runAllDeep(deep, packed(ready!), functions) : runAll(ready!, functions);

  return {
    compile: async (): Promise<Either<Problem, Compiled>> => {
      let compiled: Either<Problem, Done>;
      try {
        compiled = await compile();
      } catch (thrown) {
        if (!(thrown instanceof Defect)) throw thrown;
        return left({ message: thrown.message, code: null, defect: true });
      }
      if (isLeft(compiled)) return compiled;
      const done = compiled.right;
      for (const text of done.dumps) write(text);
      if (done.program) ready = done.program.program as MatchedProgram;
      const { diagnostics, sources, timings } = done;
      return right({ diagnostics, sources, timings, modules: [...sources.keys()] });
    },
    run: async (name) => {
      const app = appOf(ready!, name);
      if (typeof app === "string") return failed(app);
      const [outcome] = await runFunctions([app.id]);
      return endingOf(outcome!);
    },
    test: async (filter) => {
      const tests = testsOf(ready!, filter);
      if (typeof tests === "string") return { kind: "refused", message: tests };
      return reportOf(tests, await runFunctions(tests.map((test) => test.function)));
    },
  };
};
