// Work for the thread with a large stack: compiling what is nested very deep, running what calls itself.

import { type Either, isLeft } from "fp-ts/Either";
import type { Outcome } from "../../backends/interpreter/interpret.ts";
import type { Page, Problem } from "../compiler.ts";
import { type MatchedProgram, packed, runAll, unpacked } from "./execute.ts";
import { type Done, type Job, perform, prepare } from "./job.ts";
import { makePage } from "./page.ts";

/** `done.program` is packed where there is one. */
export type DeepDone = Omit<Done, "program"> & { readonly program: readonly unknown[] | null };

type Request =
  | { readonly kind: "page"; readonly job: Job }
  | { readonly kind: "compile"; readonly job: Job }
  | { readonly kind: "run"; readonly program: readonly unknown[]; readonly functions: readonly string[] };

/** The other side of the functions below. */
export const runDeep = async (
  request: unknown,
): Promise<DeepDone | readonly Outcome[] | Either<Problem, Page>> => {
  const wanted = request as Request;
  if (wanted.kind === "page") return makePage(wanted.job);
  if (wanted.kind === "run") return runAll(unpacked(wanted.program), wanted.functions);
  const prepared = await prepare(wanted.job);
  if (isLeft(prepared)) throw new Error(prepared.left.message);
  const performed = perform(prepared.right);
  if (isLeft(performed)) throw new Error(performed.left.message);
  const done = performed.right;
  const runnable = wanted.job.goal === "run" || wanted.job.goal === "test" ? done.program : null;
  return { ...done, program: runnable && packed(runnable.program as MatchedProgram) };
};

/** The door to the thread. */
export type Deep = (request: unknown) => Promise<unknown>;

export const compileDeep = (deep: Deep, job: Job): Promise<DeepDone> =>
  deep({ kind: "compile", job } satisfies Request) as Promise<DeepDone>;

export const makePageDeep = (deep: Deep, job: Job): Promise<Either<Problem, Page>> =>
  deep({ kind: "page", job } satisfies Request) as Promise<Either<Problem, Page>>;

export const runAllDeep = (
  deep: Deep,
  program: readonly unknown[],
  functions: readonly string[],
): Promise<readonly Outcome[]> =>
  deep({ kind: "run", program, functions } satisfies Request) as Promise<readonly Outcome[]>;
