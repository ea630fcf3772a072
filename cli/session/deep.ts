// Work for the thread with the large stack: compiling what is nested very deep, running what calls itself.

import { type Either, isLeft } from "fp-ts/Either";
import { dump } from "../../ir/framework/dump.ts";
import type { Language } from "../../ir/framework/language.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import type { Page, Problem } from "../compiler.ts";
import type { Executable } from "../run/executable.ts";
import type { Deep, RunRequest } from "../run/launch.ts";
import { type Done, type Job, perform, prepare } from "./job.ts";
import { makePage } from "./page.ts";

/** A program between two threads: the rows of a dump, which no depth is too great for. */
export interface Crossing {
  readonly language: string;
  readonly rows: readonly unknown[];
}

export type DeepDone = Omit<Done, "program"> & { readonly program: Crossing | null };

type Request =
  | RunRequest
  | { readonly kind: "page"; readonly job: Job }
  | { readonly kind: "compile"; readonly job: Job };

/** The other side of the functions below, and of `runAll`. */
export const runDeep = async (
  request: unknown,
): Promise<DeepDone | readonly Outcome[] | Either<Problem, Page>> => {
  const wanted = request as Request;
  if (wanted.kind === "page") return makePage(wanted.job);
  if (wanted.kind === "run") {
    const { program, functions, invocation, skipped } = wanted;
    return (await unpackedFrom(program)).run(functions, invocation, skipped).outcomes;
  }
  const prepared = await prepare(wanted.job);
  if (isLeft(prepared)) throw new Error(prepared.left.message);
  const performed = perform(prepared.right);
  if (isLeft(performed)) throw new Error(performed.left.message);
  const done = performed.right;
  const runnable = wanted.job.goal === "run" || wanted.job.goal === "test" ? done.program : null;
  return { ...done, program: runnable && crossing(runnable.language, runnable.program) };
};

/** What takes backends is loaded only for a run. */
const unpackedFrom = async (program: RunRequest["program"]): Promise<Executable> => {
  if (program.backend === "ast") {
    const { unpacked } = await import("./interpreted.ts");
    return unpacked(program.rows);
  }
  const { loaded } = await import("../run/compiled.ts");
  return loaded(program);
};

type Rooted = Language<{ readonly Program: Record<never, never> }>;

const crossing = (language: Language<unknown>, program: unknown): Crossing => ({
  language: language.name,
  rows: dump(language as Rooted, "Program", program as never),
});

export const compileDeep = (deep: Deep, job: Job): Promise<DeepDone> =>
  deep({ kind: "compile", job } satisfies Request) as Promise<DeepDone>;

export const makePageDeep = (deep: Deep, job: Job): Promise<Either<Problem, Page>> =>
  deep({ kind: "page", job } satisfies Request) as Promise<Either<Problem, Page>>;
