// One compilation as plain data in and out, so that it can be done in another thread.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import { compile, type Shown } from "../../pipeline/compile.ts";
import type { State } from "../../pipeline/compiler.ts";
import { type DumpPoint, diffDump, jsonDump, textDump } from "../../pipeline/dump.ts";
import { Defect, faultOfProgram } from "../../pipeline/interceptors.ts";
import { allPoints, behind, namesOf, pointOf } from "../../pipeline/points.ts";
import type { Stage } from "../../pipeline/stage.ts";
import { nearest } from "../call/suggest.ts";
import type { Backend, Goal, PassTiming, Problem } from "../compiler.ts";
import { problem, UNKNOWN_PASS } from "../problem.ts";
import { startOf } from "./backends.ts";
import { fromDump, fromSource } from "./entry.ts";
import { pipelineOf } from "./stages.ts";

/** What to compile and what to show of it. Paths are absolute. */
export interface Job {
  readonly goal: Goal;
  readonly backend: Backend;
  readonly entry: string;
  readonly packageFolder: string;
  readonly dumps: readonly string[];
  readonly form: "text" | "json" | "diff";
  readonly verify: boolean;
  readonly pipelineFile: string | null;
  readonly fromPass: string | null;
}

/** A job that can be done: everything it names exists. */
export interface PreparedJob {
  readonly job: Job;
  /** The whole pipeline. */
  readonly pipeline: readonly Stage[];
  /** What is to be done of it: all, or what lies behind the dump that is taken up. */
  readonly stages: readonly Stage[];
  readonly options: Readonly<Record<string, unknown>>;
  /** A dump was read already; a source is read when compiling begins. */
  readonly start: () => Either<Problem, State>;
  readonly points: readonly DumpPoint[];
}

export interface Done {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  readonly timings: readonly PassTiming[];
  /** The dumps, each as finished text. */
  readonly dumps: readonly string[];
  /** The program where the goal needs it; null if there are diagnostics. */
  readonly program: State | null;
}

/** The boundary that a job needs. */
const untilOf = ({ goal, backend }: Job): string => {
  if (goal === "load") return "parse";
  return goal === "check" ? "typecheck" : startOf[backend];
};

/** Reads all that the job names; the left side says what cannot be read or does not fit. */
export const prepare = async (job: Job): Promise<Either<Problem, PreparedJob>> => {
  const read = await pipelineOf(job.pipelineFile);
  if (isLeft(read)) return read;
  const { stages: pipeline, options } = read.right;
  const unknown = unknownPass(job, pipeline);
  if (unknown !== null) return left(unknown);
  const stages = job.fromPass === null ? pipeline : behind(pipeline, job.fromPass);
  const points = pointsOf(job, pipeline, stages);
  const prepared = { job, pipeline, stages, options, points };
  if (job.fromPass === null) {
    return right({ ...prepared, start: () => fromSource(job.entry, job.packageFolder) });
  }
  const dumped = fromDump(job.entry, job.fromPass, pipeline);
  return isLeft(dumped) ? dumped : right({ ...prepared, start: () => dumped });
};

/** A pipeline file may take passes away and add others, so names are looked up again. */
const unknownPass = ({ dumps, fromPass }: Job, stages: readonly Stage[]): Problem | null => {
  const wanted = [...dumps.filter((name) => name !== "all"), ...(fromPass === null ? [] : [fromPass])];
  const unknown = wanted.find((name) => pointOf(stages, name) === null);
  if (unknown === undefined) return null;
  const near = nearest(unknown, namesOf(stages));
  const hint = near === null || near === unknown ? "" : ` (did you mean '${near}'?)`;
  return problem(`unknown pass: ${unknown}${hint}`, UNKNOWN_PASS);
};

/** The points that are asked for, in any order; `all` are those that can be reached. */
const pointsOf = ({ dumps }: Job, all: readonly Stage[], stages: readonly Stage[]): readonly DumpPoint[] =>
  dumps.flatMap((name) => (name === "all" ? allPoints(stages) : [pointOf(all, name)!]));

const textOf = (form: Job["form"], { point, before, state }: Shown): string => {
  if (form === "json") return jsonDump(point, state);
  return form === "diff" ? diffDump(point, before, state) : textDump(point, state);
};

/**
 * Compiles; the left side says why the entry cannot be read or a dump cannot be made. Throws a `Defect` where verification finds one, and a
 * RangeError where the stack is too small.
 */
export const perform = (prepared: PreparedJob): Either<Problem, Done> => {
  const { job, stages, options, points } = prepared;
  const begun = prepared.start();
  if (isLeft(begun)) return begun;
  const start = begun.right;
  const fault = job.verify ? faultOfProgram(start.language, start.program) : null;
  if (fault !== null) throw new Defect(`the program is not ${start.language.name}: ${fault}`);
  const until = untilOf(job);
  const done = compile({ stages, options, start, until, points, verify: job.verify });
  return right({
    diagnostics: done.diagnostics,
    sources: done.sources,
    timings: done.timings,
    dumps: done.shown.map((shown) => textOf(job.form, shown)),
    program: done.program,
  });
};
