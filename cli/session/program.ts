// A program in the compiler's hands: compiling it once, then running its app or its tests.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import { undump } from "../../ir/framework/dump.ts";
import type { Language } from "../../ir/framework/language.ts";
import { languages } from "../../ir/languages.ts";
import { Defect } from "../../pipeline/interceptors.ts";
import type { Compiled, Problem, Program } from "../compiler.ts";
import { reportOf, testsOf } from "../run/endings.ts";
import type { Executable } from "../run/executable.ts";
import { runAll, runProgram, type Surroundings } from "../run/launch.ts";
import { executableOf } from "./backends.ts";
import { type Crossing, compileDeep } from "./deep.ts";
import { type Done, type PreparedJob, perform } from "./job.ts";
import { withDeepStack } from "./overflow.ts";

type Rooted = Language<{ readonly Program: Record<never, never> }>;

const arrived = ({ language, rows }: Crossing): unknown => {
  const program = undump(languages.get(language) as Rooted, "Program", rows);
  if (isLeft(program)) throw new Error(`a program was lost between threads: ${program.left.message}`);
  return program.right;
};

/** The program of a job; `write` takes the dumps. */
export const programOf = (
  prepared: PreparedJob,
  surroundings: Surroundings,
  write: (text: string) => void,
): Program => {
  const { backend } = prepared.job;
  let program: unknown = null;
  let made: Promise<Executable> | null = null;
  /** Made once, when it is first asked for. */
  const executable = (): Promise<Executable> => (made ??= executableOf(backend, program));

  const compile = (): Promise<Either<Problem, Done>> =>
    withDeepStack(
      () => perform(prepared),
      async () => {
        const done = await compileDeep(surroundings.deep, prepared.job);
        program = done.program && arrived(done.program);
        return right({ ...done, program: null });
      },
    );

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
      if (done.program) program = done.program.program;
      const { diagnostics, sources, timings, modules, manifests } = done;
      return right({ diagnostics, sources, timings, modules, manifests });
    },
    run: async (wanted) => runProgram(await executable(), wanted, surroundings),
    test: async (filter) => {
      const ready = await executable();
      const tests = testsOf(ready.entries, filter);
      if (typeof tests === "string") return { kind: "refused", message: tests };
      const functions = tests.map((test) => test.function);
      return reportOf(tests, await runAll(ready, functions, surroundings));
    },
    compiled: async () => {
      const packed = (await executable()).packed();
      return packed.backend === "ast" ? null : packed;
    },
  };
};
