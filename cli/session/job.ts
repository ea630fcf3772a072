// One compilation as plain data in and out, so that it can be done in another thread.

import { type Either, isLeft, left, right } from "fp-ts/Either";
import type { Diagnostic } from "../../ir/diagnostic.ts";
import type { EntryKind } from "../../ir/mono.ts";
import type { Shown } from "../../pipeline/compile.ts";
import type { PassOptions, State } from "../../pipeline/compiler.ts";
import { type DumpPoint, diffDump, jsonDump, textDump } from "../../pipeline/dump.ts";
import { Defect, faultOfProgram } from "../../pipeline/interceptors.ts";
import type { Loaded } from "../../pipeline/load/load.ts";
import { allPoints, behind, namesOf, pointOf } from "../../pipeline/points.ts";
import type { Stage } from "../../pipeline/stage.ts";
import { nearest } from "../call/suggest.ts";
import type { Backend, Goal, PassTiming, Problem, RecordsPlace } from "../compiler.ts";
import { problem, UNKNOWN_PASS } from "../problem.ts";
import { startOf } from "./backends.ts";
import { fromDump, fromSource, type Started } from "./entry.ts";
import { compileWithRecords } from "./module-records.ts";
import { pipelineOf } from "./stages.ts";

/** What to compile and what to show of it. Paths are absolute. */
export interface Job {
  readonly goal: Goal;
  readonly backend: Backend;
  readonly role: EntryKind | null;
  readonly entry: string;
  readonly packageFolder: string;
  /** With the checks of the architecture. */
  readonly strict: boolean;
  readonly dumps: readonly string[];
  readonly form: "text" | "json" | "diff";
  readonly verify: boolean;
  readonly pipelineFile: string | null;
  readonly fromPass: string | null;
  readonly records: RecordsPlace | null;
}

/** A job that can be done: everything it names exists. */
export interface PreparedJob {
  readonly job: Job;
  /** The whole pipeline. */
  readonly pipeline: readonly Stage[];
  /** What is to be done of it: all, or what lies behind the dump that is taken up. */
  readonly stages: readonly Stage[];
  readonly options: PassOptions;
  /** A dump was read already; a source is read when compiling begins. */
  readonly start: () => Either<Problem, Started>;
  readonly points: readonly DumpPoint[];
}

export interface Done {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** The paths of the modules of the entry's own package, in loading order. */
  readonly modules: readonly string[];
  /** Manifests that imports were resolved with: absolute path and text. */
  readonly manifests: ReadonlyMap<string, string>;
  readonly timings: readonly PassTiming[];
  /** The dumps, each as finished text. */
  readonly dumps: readonly string[];
  /** The program where the goal needs it; null if there are diagnostics. */
  readonly program: State | null;
}

/** The boundary that a job needs. */
const untilOf = ({ goal, backend }: Job): string => {
  if (goal === "load") return "link";
  return goal === "check" ? "typecheck" : startOf[backend];
};

/** The passes that check the architecture do so only when they are told to (2.15). */
const strictOptions: PassOptions = Object.fromEntries(
  ["check-domain-owners", "check-unused-capabilities", "check-layers"].map((name) => [
    name,
    { strict: true },
  ]),
);

/** A dump has all entries, whatever is run. */
const roleOptions = ({ role, dumps }: Job): PassOptions =>
  role === null || dumps.length > 0 ? {} : { "remove-unreachable": { role } };

/** Reads all that the job names; the left side says what cannot be read or does not fit. */
export const prepare = async (job: Job): Promise<Either<Problem, PreparedJob>> => {
  const read = await pipelineOf(job.pipelineFile);
  if (isLeft(read)) return read;
  const { stages: pipeline } = read.right;
  const options = { ...roleOptions(job), ...read.right.options, ...(job.strict ? strictOptions : {}) };
  const unknown = unknownPass(job, pipeline);
  if (unknown !== null) return left(unknown);
  const stages = job.fromPass === null ? pipeline : behind(pipeline, job.fromPass);
  const points = pointsOf(job, pipeline, stages);
  const prepared = { job, pipeline, stages, options, points };
  if (job.fromPass === null) {
    return right({ ...prepared, start: () => fromSource(job.entry) });
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

const ownModules = ({ program: { modules } }: Loaded): readonly string[] =>
  modules.filter((module) => module.package === modules[0]?.package).map(({ path }) => path);

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
  const { state: start, loaded } = begun.right;
  const fault = job.verify ? faultOfProgram(start.language, start.program) : null;
  if (fault !== null) throw new Defect(`the program is not ${start.language.name}: ${fault}`);
  const until = untilOf(job);
  const sources = loaded?.sources;
  const request = { stages, options, start, until, points, verify: job.verify, ...(sources && { sources }) };
  const done = compileWithRecords(request, job.records);
  return right({
    diagnostics: done.diagnostics,
    sources: done.sources,
    modules: loaded ? ownModules(loaded) : [...done.sources.keys()],
    manifests: loaded?.manifests ?? new Map(),
    timings: done.timings,
    dumps: done.shown.map((shown) => textOf(job.form, shown)),
    program: done.program,
  });
};
