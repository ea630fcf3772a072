// `fuse fmt`: formats one file, or all modules of a package.

import { writeFileSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { isLeft } from "fp-ts/Either";
import { hasOption } from "../call/call.ts";
import type { Context } from "../context.ts";
import { reportProblem } from "../output/failures.ts";
import { type Job, prepareJob } from "../package/job.ts";
import { fileProblem } from "../problem.ts";
import { readText } from "../text-file.ts";
import { compileProgram, openProgram } from "./program.ts";

interface Source {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export const fmt = async (context: Context): Promise<number> => {
  const { call, reporter, paths } = context;
  const job = prepareJob(call, paths);
  if (isLeft(job)) return reportProblem(reporter, job.left);
  if (job.right.packageMode) return formatPackage(context, job.right);
  const text = readText(job.right.entry);
  if (isLeft(text)) return reportProblem(reporter, text.left);
  return formatAll(context, [{ path: job.right.entry, text: text.right }]);
};

const formatPackage = async (context: Context, job: Job): Promise<number> => {
  const { reporter } = context;
  const opened = await openProgram(context, job, "load");
  if (isLeft(opened)) return reportProblem(reporter, opened.left);
  const result = await compileProgram(context, opened.right);
  if (isLeft(result)) {
    reporter.message("error", "formatting aborted due to parse/sema errors", "wrapper_format_aborted");
    return 1;
  }
  const { modules, sources } = result.right.compiled;
  const inside = modules.filter((path) => !isAbsolute(path) && !path.startsWith("../"));
  return formatAll(
    context,
    inside.map((path) => ({ path: resolve(job.packageFolder, path), text: sources.get(path)! })),
  );
};

const formatAll = (
  { call, compiler, currentFolder, reporter, print }: Context,
  sources: readonly Source[],
): number => {
  const changed = sources
    .map(({ path, text }) => ({ path, text, formatted: compiler.format(text) }))
    .filter(({ text, formatted }) => formatted !== text);
  if (hasOption(call, "check")) {
    for (const { path } of changed) print(`${relative(currentFolder, path)}\n`);
    return changed.length > 0 ? 1 : 0;
  }
  for (const { path, formatted } of changed) {
    try {
      writeFileSync(path, formatted);
    } catch (error) {
      return reportProblem(reporter, fileProblem("write", path, error));
    }
  }
  return 0;
};
