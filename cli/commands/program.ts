// Takes a program from the command line to the point where a command can work on it.

import { resolve } from "node:path";
import { type Either, isLeft, right } from "fp-ts/Either";
import type { EntryKind } from "../../ir/mono.ts";
import { STD_ERROR } from "../../ir/symbols.ts";
import { recordsPlace } from "../cache/module-records.ts";
import { type Call, hasOption, optionValue, wantedRole } from "../call/call.ts";
import type { Backend, Compiled, Goal, Problem, Program } from "../compiler.ts";
import type { Context } from "../context.ts";
import { reportDiagnostics, type SourceFiles } from "../output/diagnostics.ts";
import { reportProblem } from "../output/failures.ts";
import { framed } from "../output/framed.ts";
import { type Job, prepareJob } from "../package/job.ts";
import { observationOf, reportTimings } from "./observation.ts";

export interface Opened {
  readonly job: Job;
  readonly program: Program;
}

/** The fastest, and as quick to start as the others once a program is kept (docs/benchmarks.md). */
const DEFAULT_BACKEND: Backend = "aot";
/** Tests always run on the semantic authority (chapter 7.6). */
const TEST_BACKEND: Backend = "ast";

/** The backend for a job; a dump may rule the default one out. */
const backendFor = ({ call, compiler }: Context, job: Job): Backend => {
  const from = optionValue(call, "from-pass");
  const able = compiler.passes.find(({ name }) => name === from)?.backends ?? [DEFAULT_BACKEND];
  return job.backend ?? (able.includes(DEFAULT_BACKEND) ? DEFAULT_BACKEND : able[0]!);
};

/** What of a program is run. */
const roleOf = (call: Call, goal: Goal): EntryKind | null => {
  if (goal !== "run") return goal === "test" ? "test" : null;
  return wantedRole(call);
};

/** Opens the program of a job. Several programs of one call share an observation. */
export const openProgram = async (
  context: Context,
  job: Job,
  goal: Goal,
  observation = observationOf(context, job.entry),
): Promise<Either<Problem, Opened>> => {
  const { call, compiler, toolchain } = context;
  if (isLeft(observation)) return observation;
  const program = await compiler.open({
    goal,
    entry: job.entry,
    packageFolder: job.packageFolder,
    strict: hasOption(call, "strict-architecture"),
    backend: goal === "run" ? backendFor(context, job) : TEST_BACKEND,
    role: roleOf(call, goal),
    observation: observation.right,
    records: goal === "check" ? recordsPlace(context, job.entry) : null,
    colour: context.colour,
    deep: toolchain.deep,
  });
  return isLeft(program) ? program : right({ job, program: program.right });
};

/** Compiles, and shows timings and diagnostics; on the left the exit status if there is nothing to go on with. */
export const compileProgram = async (
  { reporter, call }: Context,
  { job, program }: Opened,
): Promise<Either<number, { readonly compiled: Compiled; readonly files: SourceFiles }>> => {
  const failed = (status: number): Either<number, never> => ({ _tag: "Left", left: status });
  const result = await program.compile();
  if (isLeft(result)) return failed(reportProblem(reporter, result.left));
  const compiled = result.right;
  const files = { folder: job.packageFolder, sources: compiled.sources };
  reportDiagnostics(reporter, compiled.diagnostics, files);
  if (hasOption(call, "time-passes")) reportTimings(reporter, compiled.timings);
  return compiled.diagnostics.length > 0 ? failed(1) : right({ compiled, files });
};

/** Prepares the job, opens the program and frames the work on it. */
export const withProgram = async (
  context: Context,
  goal: Goal,
  work: (opened: Opened) => Promise<number>,
): Promise<number> => {
  const { reporter, call, paths } = context;
  const job = prepareJob(call, paths);
  if (isLeft(job)) return reportProblem(reporter, job.left);
  const opened = await openProgram(context, job.right, goal);
  if (isLeft(opened)) return reportProblem(reporter, opened.left);
  return framed(reporter, call.command, () => work(opened.right));
};

/** All files a compilation rests on, by absolute path. */
export const filesOf = (
  { manifest, packageFolder }: Job,
  { sources, manifests }: Compiled,
): ReadonlyMap<string, string> => {
  const files = new Map(manifests);
  for (const [path, text] of sources) if (path !== STD_ERROR) files.set(resolve(packageFolder, path), text);
  if (manifest) files.set(manifest.path, manifest.source);
  return files;
};
